// `access-policy compare`: what a change of policies newly allows, and what it takes away.
import { compare as compareAccess, isGrantsFileName, settingsFor } from "../../core/index.js";
import { type Comparing, compareFile } from "../compare-files.js";
import { compareGrantsFile } from "../compare-grants.js";
import type { FoundFile } from "../files.js";
import { type FilePair, type Pairs, pairOf, pairWithCommit } from "../policy-pairs.js";
import { createProjectFiles } from "../project-files.js";
import { type ComparedFile, isWorthTelling } from "../reporters/compare/compared.js";
import type { Unread } from "../reporters/report.js";
import { visible } from "../reporters/visible.js";
import { complain, EXIT, type Shell, wantsColors } from "../shell.js";
import { complainAboutUsage } from "../usage.js";
import { compareHelp } from "./compare-help.js";
import { type CompareCommand, readCompareOptions } from "./compare-options.js";

export async function compare(argv: readonly string[], shell: Shell): Promise<number> {
  const { catalog, stdout } = shell;
  const command = readCompareOptions(argv, catalog.dialects);
  if (command === "help") {
    stdout.write(compareHelp(catalog.dialects));
    return EXIT.clean;
  }
  if ("usageError" in command) return complainAboutUsage(command, "compare", shell);
  const { sides } = command;
  const found =
    "ref" in sides
      ? await pairWithCommit(sides.ref, sides.paths, shell)
      : await pairOf(sides.before, sides.after, shell);
  if ("failure" in found) {
    complain(shell, visible(found.failure));
    return EXIT.couldNotRun;
  }
  return compareAll(command, found, shell);
}

function compareAll(command: CompareCommand, { pairs, unread: unsearched }: Pairs, shell: Shell): number {
  const { catalog, cwd, env, stdout, version } = shell;
  const unread: Unread[] = [];
  const complainOf = (path: string, reason: string) =>
    complain(shell, `${visible(path)}: ${visible(reason)}`);
  for (const one of unsearched) {
    complainOf(one.path, one.reason);
    unread.push(one);
  }
  const comparing = comparingFor(command, shell, complainOf);
  const files: ComparedFile[] = [];
  for (const pair of pairs) {
    const compared = isGrantsFileName(pair.path)
      ? compareGrantsFile(pair, comparing)
      : compareFile(pair, comparing);
    if (compared === undefined) continue;
    if (!("unreadable" in compared)) {
      const told = "path" in compared ? [compared] : compared;
      // A grants file that nobody named and that has not changed is told about for those who are concerned.
      files.push(...(pair.isUnchanged && !pair.isNamed ? told.filter(isWorthTelling) : told));
      continue;
    }
    complainOf(pair.path, compared.unreadable);
    // Whether another file would have been a policy, nobody can say.
    if (comparing.isDeclared(pair)) unread.push({ path: pair.path, reason: compared.unreadable });
  }
  if (files.length === 0 && unread.length > 0 && pairs.some(({ isNamed }) => isNamed))
    return EXIT.couldNotRun;
  stdout.write(command.reporter(files, { catalog, colors: wantsColors(stdout, env), cwd, unread, version }));
  return unread.length > 0 || files.some((file) => isFailure(file, command)) ? EXIT.findings : EXIT.clean;
}

function comparingFor(
  { dialect, project: wanted }: CompareCommand,
  { catalog, cwd, disk, today }: Shell,
  complain: (path: string, reason: string) => void,
): Comparing {
  const search = { cwd, disk, targets: [], today, wanted, isWhole: false, complain };
  const projects = createProjectFiles(search);
  const fileOf = ({ path, place, declared }: FilePair): FoundFile => ({
    ...{ kind: "file", path, declared },
    ...(place !== undefined && { place }),
  });
  return {
    catalog,
    compare: compareAccess,
    dialect,
    applicationsOf: (pair) => projects.of(fileOf(pair))?.reading.project.applications ?? [],
    isDeclared(pair) {
      if (pair.declared) return true;
      const file = fileOf(pair);
      const own = projects.of(file);
      return own !== undefined && settingsFor(own.reading.project, own.pathOf(file)).isDeclared;
    },
  };
}

function isFailure({ comparison, mayHide }: ComparedFile, { failOn }: CompareCommand): boolean {
  if (failOn === "nothing") return false;
  // What is not decided may be anything.
  if (comparison.verdict === "indeterminate" || mayHide) return true;
  return comparison.gained.some(({ access }) => failOn === "widened" || access !== "read");
}
