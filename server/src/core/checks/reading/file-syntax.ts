// What is wrong with the project file or a grants file as JSON, in the words that policies get for the same habits.
import type { Problem } from "../../text/problem.js";
import type { CheckInfo, Finding } from "../check.js";
import { jsonSyntax, reportProblems } from "../json-syntax.js";
import { type CheckOptions, findingOf } from "../running/run.js";

/** `check` is the one that is told of the file. */
export function syntaxFindings(
  check: CheckInfo,
  problems: readonly Problem[],
  text: string,
  levels: CheckOptions["levels"] = {},
): readonly Finding[] {
  const syntax = { ...check, messages: jsonSyntax.messages };
  return problems.flatMap((problem) => {
    const severity = isHarmless(problem) ? "warning" : "error";
    return [...reportProblems([problem], text)].map((report) =>
      findingOf(syntax, { ...report, severity }, levels),
    );
  });
}

/** Nobody doubts what it means. */
export function isHarmless({ kind }: Problem): boolean {
  return kind === "comment" || kind === "trailing-comma";
}
