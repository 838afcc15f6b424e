// What `--fix` does with one file after the other: applies the fixes, writes what has changed, and gives the
// result for the file as it is afterwards.
import * as l10n from "@vscode/l10n";
import { type FixSafety, fixText } from "../core/index.js";
import { describeError } from "./failure.js";
import type { FoundFile } from "./files.js";
import { replaceFile } from "./replace-file.js";
import type { FileResult } from "./reporters/report.js";

export interface FixCommand {
  readonly safety: FixSafety;
  /** Nothing is written; the report shows what would be. */
  readonly dryRun: boolean;
}

export function isSafety(text: string): text is FixSafety {
  return text === "safe" || text === "unsafe";
}

/** Judges the file as if it held this text. */
export type Judge = (text: string) => FileResult | undefined;

/** `complain` is told why a file could not be written; the others go on. */
export function fixFile(
  { place }: FoundFile,
  result: FileResult,
  judge: Judge,
  { safety, dryRun }: FixCommand,
  complain: (reason: string) => void,
): FileResult {
  const rejudge = (text: string) =>
    text === result.text ? result : (judge(text) ?? { ...result, text, findings: [], suppressed: [] });
  const { text, applied, judged } = fixText(result.text, rejudge, { safety });
  const count = Object.values(applied).reduce((sum, number) => sum + number, 0);
  const fixes = { count, before: result.text, after: text };
  if (dryRun) return { ...result, fixes };
  const unfixed = { ...result, fixes: { ...fixes, count: 0, after: result.text } };
  if (text === result.text) return unfixed;
  try {
    // Standard input has no place: its text goes on to standard output.
    if (place !== undefined) replaceFile(place, text);
  } catch (error) {
    complain(l10n.t("not fixed: {reason}", { reason: describeError(error) }));
    return unfixed;
  }
  return { ...judged, fixes };
}
