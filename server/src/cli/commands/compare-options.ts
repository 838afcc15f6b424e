// What `access-policy compare` can be told, and what it says to what it does not know.
import * as l10n from "@vscode/l10n";
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
import { readArguments, readDialect, unknownChoice } from "../usage.js";

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
  if (reporter === undefined) return unknownChoice("format", format, Object.keys(REPORTERS));
  const failOn = failing === undefined ? "nothing" : FAIL_ON.find((known) => known === failing);
  if (failOn === undefined) return unknownChoice("change", failing ?? "", FAIL_ON);
  const chosen = readDialect(id, dialects);
  if ("usageError" in chosen) return chosen;
  const { dialect } = chosen;
  const sides = readSides(ref, positionals);
  if ("usageError" in sides) return sides;
  const project = readProjectOptions(values);
  if ("usageError" in project) return project;
  return { sides, reporter, failOn, ...project, ...(dialect && { dialect }) };
}

function readSides(ref: string | undefined, paths: readonly string[]): CompareCommand["sides"] | UsageError {
  if (ref !== undefined) {
    // Git would take it for an option.
    if (ref === "" || ref.startsWith("-")) return { usageError: l10n.t('"{ref}" is no commit', { ref }) };
    if (paths.includes("-")) return { usageError: l10n.t('with "--git", standard input cannot be compared') };
    return { ref, paths };
  }
  const [before, after, further] = paths;
  if (before === undefined || after === undefined || further !== undefined) {
    return { usageError: l10n.t('name two files or two folders to compare, or a commit with "--git"') };
  }
  return { before, after };
}

function parse(argv: readonly string[]) {
  return readArguments(argv, {
    dialect: { type: "string" },
    "fail-on": { type: "string" },
    format: { type: "string" },
    git: { type: "string" },
    help: { type: "boolean", short: "h" },
    "no-project": { type: "boolean" },
    project: { type: "string" },
  });
}
