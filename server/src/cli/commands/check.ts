// `access-policy check`: finds the mistakes in policies and reports them. Files are read, judged and reported
// one after the other, so that ten thousand of them take no more memory than one.
import * as l10n from "@vscode/l10n";
import { isGrantsFileName, type Severity, spokenLanguage } from "../../core/index.js";
import { describeError, describeTooLarge } from "../failure.js";
import { type FoundFile, findFiles, readTargets, type Search, STDIN, type Target } from "../files.js";
import { fixFile } from "../fix-files.js";
import { type Judging, judge } from "../judge.js";
import { judgeGrants } from "../judge-grants.js";
import { createProgress } from "../progress.js";
import { createProjectFiles, isProjectFile } from "../project-files.js";
import { decode, type FileText, LARGEST } from "../read-file.js";
import { loadDiffReporter } from "../reporters/diff.js";
import {
  addTo,
  createTally,
  type FileResult,
  SEVERITIES,
  type Tally,
  type Unread,
} from "../reporters/report.js";
import { visible } from "../reporters/visible.js";
import { complain, EXIT, type Shell, wantsColors } from "../shell.js";
import { complainAboutUsage } from "../usage.js";
import { createWriter } from "../writer.js";
import { checkHelp } from "./check-help.js";
import { type CheckCommand, readCheckOptions } from "./check-options.js";
import { helpCheck } from "./help-check.js";

export async function check(argv: readonly string[], shell: Shell): Promise<number> {
  const { catalog, stdout } = shell;
  const command = readCheckOptions(argv, catalog.dialects);
  if (command === "help") {
    stdout.write(checkHelp(catalog.dialects));
    return EXIT.clean;
  }
  if ("helpCheck" in command) return helpCheck(command.helpCheck, shell);
  if ("usageError" in command) return complainAboutUsage(command, "check", shell);
  const stdin = command.paths.includes(STDIN) ? await shell.readStdin() : new Uint8Array();
  const reporter = command.fix?.dryRun === true ? await loadDiffReporter() : command.reporter;
  const targets = await readTargets(command.paths, searchOf(command, shell));
  return judgeAll({ ...command, reporter }, targets, stdin, shell);
}

/** What went wrong besides findings. */
interface Failures {
  /** Paths that were named and do not exist. */
  missing: number;
  /** Policies that could not be read. */
  unread: number;
  /** Policies whose fixes could not be written. */
  unwritten: number;
}

function searchOf({ ignoring }: CheckCommand, { catalog, cwd, disk }: Shell): Search {
  return { cwd, dialects: catalog.dialects, disk, ignoring };
}

function judgeAll(
  command: CheckCommand,
  targets: readonly Target[],
  stdin: Uint8Array,
  shell: Shell,
): number {
  const { catalog, cwd, disk, env, now, pages, stderr, stdout, today, version } = shell;
  const progress = createProgress(stderr, now);
  const tally = createTally();
  const failures: Failures = { missing: 0, unread: 0, unwritten: 0 };
  const unread: Unread[] = [];
  // Where the fixed text goes to standard output, the report makes room for it.
  const fixesStdin = command.fix?.dryRun === false && command.paths.includes(STDIN);
  const output = fixesStdin ? stderr : stdout;
  let fixedStdin = "";

  function complainOf(path: string, reason: string): void {
    progress.clear();
    complain(shell, `${visible(path)}: ${reason}`);
  }

  const projects = createProjectFiles({
    ...{ cwd, disk, targets, today, wanted: command.project, isWhole: command.dialect === undefined },
    complain(path, reason) {
      complainOf(path, reason);
      unread.push({ path, reason });
      failures[typeof command.project === "object" ? "missing" : "unread"]++;
    },
  });
  const judging: Judging = { catalog, dialect: command.dialect, projects, today };

  function* results(): Generator<FileResult> {
    for (const found of findFiles(targets, searchOf(command, shell))) {
      if (found.kind !== "file") {
        complainOf(found.path, withHint(found, command));
        unread.push(found);
        failures[found.kind === "missing" ? "missing" : "unread"]++;
        continue;
      }
      progress.step();
      const result = attempt(found);
      if (result === undefined) continue;
      addTo(tally, result);
      if (found.place === undefined) fixedStdin = result.fixes?.after ?? "";
      yield result;
    }
    for (const result of projects.results()) {
      addTo(tally, result);
      yield result;
    }
  }

  /** Undefined for a file that is no policy, and for one that cannot be judged. */
  function attempt(file: FoundFile): FileResult | undefined {
    if (isProjectFile(file)) {
      projects.visit(file);
      return undefined;
    }
    try {
      const bytes = file.place === undefined ? stdin : disk.read(file.place, LARGEST);
      if (bytes !== undefined && bytes.length <= LARGEST) return judgeAndFix(file, decode(bytes));
      giveUp(file, describeTooLarge());
    } catch (error) {
      giveUp(file, describeError(error));
    }
    return undefined;
  }

  function judgeAndFix(file: FoundFile, read: FileText): FileResult | undefined {
    const judgeText = (text: FileText) =>
      isGrantsFileName(file.path) ? judgeGrants(file, text, judging, shell) : judge(file, text, judging);
    const result = judgeText(read);
    // What is not UTF-8 could not be written as it was.
    if (command.fix === undefined || result === undefined || read.problems.length > 0) return result;
    return fixFile(
      file,
      result,
      (text) => judgeText({ text, problems: [] }),
      command.fix,
      (reason) => {
        complainOf(file.path, reason);
        failures.unwritten++;
      },
    );
  }

  function giveUp({ path, declared }: FoundFile, reason: string): void {
    complainOf(path, reason);
    // Whether another file would have been a policy, nobody can say.
    if (!declared) return;
    unread.push({ path, reason });
    failures.unread++;
  }

  const options = {
    colors: wantsColors(output, env),
    cwd,
    failing: failingOf(command),
    pages: () => pages(spokenLanguage()),
    unread,
    version,
  };
  const report = createWriter(output, progress.clear);
  for (const piece of command.reporter(results(), options)) report.write(piece);
  report.end();
  progress.clear();
  if (tally.files === 0 && failures.missing + failures.unread === 0) {
    complain(shell, l10n.t("no policies found"));
  } else if (command.fix?.dryRun === true) {
    complain(shell, describeWouldFix(tally.fixed ?? 0));
  }
  if (fixesStdin) stdout.write(fixedStdin);
  return exitCode(command, tally, failures);
}

/** `--fix unsafe` reads like `--fix=unsafe`, and names a path. */
function withHint({ path, reason }: Unread, { fix }: CheckCommand): string {
  if (fix === undefined || path !== "unsafe") return reason;
  return l10n.t("{reason}; to apply unsafe fixes, write --fix=unsafe", { reason });
}

function describeWouldFix(count: number): string {
  return count === 1 ? l10n.t("would fix 1 finding") : l10n.t("would fix {count} findings", { count });
}

function failingOf({ failOn }: CheckCommand): readonly Severity[] {
  return SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
}

function exitCode(command: CheckCommand, tally: Tally, { missing, unread, unwritten }: Failures): number {
  if (missing > 0 || (tally.files === 0 && unread > 0)) return EXIT.couldNotRun;
  // A policy that nobody has looked at is no reason to say that all is well.
  if (unread + unwritten > 0 || failingOf(command).some((severity) => tally.findings[severity] > 0))
    return EXIT.findings;
  return EXIT.clean;
}
