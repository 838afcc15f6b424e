// The report for programs, version 1: lines and columns from 1, columns in UTF-16 units.
import { docsOf, type Finding, indexLines, type LineIndex, positionAt, type Span } from "../../core/index.js";
import { addTo, createTally, type FileResult, type Reporter } from "./report.js";

/** One line for each file, so that a report of many files can be read and compared by lines too. */
export const reportJson: Reporter = function* (results) {
  const tally = createTally();
  yield '{\n  "version": 1,\n  "files": [';
  for (const result of results) {
    yield `${tally.files === 0 ? "" : ","}\n    ${JSON.stringify(fileOf(result))}`;
    addTo(tally, result);
  }
  const { error, warning, info, hint } = tally.findings;
  const summary = {
    files: tally.files,
    errors: error,
    warnings: warning,
    infos: info,
    hints: hint,
    suppressed: tally.suppressed,
    ...(tally.fixed !== undefined && { fixed: tally.fixed }),
  };
  yield `${tally.files === 0 ? "" : "\n  "}],\n  "summary": ${JSON.stringify(summary)}\n}\n`;
};

function fileOf({ path, dialect, text, findings }: FileResult) {
  if (findings.length === 0) return { path, dialect, findings: [] };
  const lines = indexLines(text);
  return { path, dialect, findings: findings.map((finding) => findingOf(finding, lines)) };
}

function findingOf({ check, severity, message, span, fixes }: Finding, lines: LineIndex) {
  const fixable = fixes?.some(({ safety }) => safety === "safe") ? "safe" : "unsafe";
  return {
    check,
    severity,
    message,
    range: rangeOf(span, lines),
    docs: docsOf(check),
    ...(fixes !== undefined && fixes.length > 0 && { fixable }),
  };
}

function rangeOf({ start, end }: Span, lines: LineIndex) {
  return { start: placeOf(start, lines), end: placeOf(end, lines) };
}

function placeOf(offset: number, lines: LineIndex) {
  const { line, column } = positionAt(lines, offset);
  return { line: line + 1, column: column + 1 };
}
