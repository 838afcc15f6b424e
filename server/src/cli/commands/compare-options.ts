// What `access-policy compare` can be told, and what it says to what it does not know.
import { parseArgs } from "node:util";
import type { Dialect } from "../../core/index.js";
import { readProjectOptions } from "../labels.js";
import type { ProjectSearch } from "../project-files.js";
import type { CompareReporter } from "../reporters/compare/compared.js";
import { reportCompareGithub } from "../reporters/compare/github.js";
import { reportCompareJson } from "../reporters/compare/json.js";
import { reportCompareMarkdown } from "../reporters/compare/markdown.js";
import { reportCompareSarif } from "../reporters/compare/sarif.js";
import { reportCompareText } from "../reporters/compare/text.js";
import type { UsageError } from "../shell.js";

export interface CompareCommand {
  readonly sides: { readonly before: string; readonly after: string } | Since;
  readonly reporter: CompareReporter;
  readonly failOn: FailOn;
  /** Absent: each file tells its own. */
  readonly dialect?: Dialect;
  readonly project: ProjectSearch["wanted"];
}

/** The working tree, compared with a commit. */
export interface Since {
  readonly ref: string;
  readonly paths: readonly string[];
}

export type FailOn = "nothing" | "widened" | "widened-write";

const FAIL_ON: readonly FailOn[] = ["widened", "widened-write"];

const REPORTERS: Readonly<Record<string, CompareReporter>> = {
  github: reportCompareGithub,
  json: reportCompareJson,
  markdown: reportCompareMarkdown,
  sarif: reportCompareSarif,
  text: reportCompareText,
};

export function compareHelp(dialects: readonly Dialect[]): string {
  const titles = dialects.map(({ id, title }) => `${id} (${title})`).join(", ");
  return `Usage: access-policy compare <before> <after> [options]
       access-policy compare --git <ref> [paths…] [options]

Says what a change of access policies newly allows and what it takes away, with an example for each.

What is compared:
  <before> <after>       two files, of which one may be "-" for standard input; or two folders, whose files
                         belong together by their paths below them
  --git <ref> [paths…]   the working tree below the current folder, or these files and folders of it, with a
                         commit: HEAD, HEAD~1, a branch or a tag. Renames are followed as git sees them;
                         untracked files count, ignored ones do not

In folders, files that hold no policy are left out. A policy that was added or deleted is compared with nothing.
Of grants files, *.grants.json, it is said who gains and loses what, with the policies that each version names; since a
commit also where only such a policy has changed.

Options:
      --format <format>     text (default), json, markdown (for a comment on a pull request), github
                            (annotations) or sarif (2.1.0)
      --fail-on <change>    widened: fail when a policy allows something that it did not allow before;
                            widened-write: only when that is not known to be read access
      --dialect <dialect>   auto (default): each file tells its own; or one of all:
                            ${titles}
      --project <file>      take the names of applications from this project file, instead of from the nearest
                            access-policy.config.json upward from each file
      --no-project          use no project files
  -h, --help                show this help

Exit code: 0 compared, 1 something that --fail-on names, 2 could not run.
What could not be decided, and what could not be read on one side, may hide that access was widened: --fail-on
counts it as such. A policy that could not be read at all makes the exit code 1 in any case.
`;
}

export function readCompareOptions(
  argv: readonly string[],
  dialects: readonly Dialect[],
): CompareCommand | UsageError | "help" {
  const parsed = parse(argv);
  if ("usageError" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return "help";
  const { format = "text", "fail-on": failing, dialect: id = "auto", git: ref } = values;
  const reporter = Object.hasOwn(REPORTERS, format) ? REPORTERS[format] : undefined;
  if (reporter === undefined) return unknown("format", format, Object.keys(REPORTERS));
  const failOn = failing === undefined ? "nothing" : FAIL_ON.find((known) => known === failing);
  if (failOn === undefined) return unknown("change", failing ?? "", FAIL_ON);
  const dialect = dialects.find((known) => known.id === id);
  if (dialect === undefined && id !== "auto") {
    return unknown("dialect", id, ["auto", ...dialects.map((known) => known.id)]);
  }
  const sides = readSides(ref, positionals);
  if ("usageError" in sides) return sides;
  const project = readProjectOptions(values);
  if ("usageError" in project) return project;
  return { sides, reporter, failOn, ...project, ...(dialect && { dialect }) };
}

function readSides(ref: string | undefined, paths: readonly string[]): CompareCommand["sides"] | UsageError {
  if (ref !== undefined) {
    // Git would take it for an option.
    if (ref === "" || ref.startsWith("-")) return { usageError: `"${ref}" is no commit` };
    if (paths.includes("-")) return { usageError: 'with "--git", standard input cannot be compared' };
    return { ref, paths };
  }
  const [before, after, further] = paths;
  if (before === undefined || after === undefined || further !== undefined) {
    return { usageError: 'name two files or two folders to compare, or a commit with "--git"' };
  }
  return { before, after };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        dialect: { type: "string" },
        "fail-on": { type: "string" },
        format: { type: "string" },
        git: { type: "string" },
        help: { type: "boolean", short: "h" },
        "no-project": { type: "boolean" },
        project: { type: "string" },
      },
    });
  } catch (error) {
    const [message = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    const option = /^Unknown option '([^']+)'/.exec(message)?.[1];
    return { usageError: option === undefined ? message : `unknown option "${option}"` };
  }
}

function unknown(what: string, given: string, known: readonly string[]): UsageError {
  return { usageError: `unknown ${what} "${given}"; one of: ${known.join(", ")}` };
}
