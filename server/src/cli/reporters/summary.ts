// The last line of a report for people: `3 errors, 1 warning in 2 of 9 files, 1 suppressed`.
import type { Severity } from "../../core/index.js";
import type { Tally } from "./report.js";

type PaintSeverity = (severity: Severity, text: string) => string;

export function summarize(tally: Tally, paint: PaintSeverity = (_severity, text) => text): string {
  const { files, filesWithFindings, findings, suppressed, fixed } = tally;
  const all = count(files, "file");
  const done = fixed === undefined ? "" : `, ${fixed} fixed`;
  const hidden = `${suppressed > 0 ? `, ${suppressed} suppressed` : ""}${done}`;
  if (filesWithFindings === 0) return `No findings in ${all}${hidden}`;
  const figures = (["error", "warning", "info", "hint"] as const)
    .filter((severity) => findings[severity] > 0)
    .map((severity) => paint(severity, count(findings[severity], severity)));
  return `${figures.join(", ")} in ${filesWithFindings} of ${all}${hidden}`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
