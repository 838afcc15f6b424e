// The report for people: each finding with its place, the line of the text and an underline; figures last.
import * as l10n from "@vscode/l10n";
import { type Finding, indexLines, type LineIndex, positionAt, type Severity } from "../../core/index.js";
import { type Colors, createColors } from "./colors.js";
import { excerptOf } from "./excerpt.js";
import { describeSeverity, labelled } from "./phrases.js";
import { addTo, createTally, type FileResult, type Reporter } from "./report.js";
import { summarize } from "./summary.js";
import { visible } from "./visible.js";

export const reportText: Reporter = function* (results, options) {
  const colors = createColors(options.colors);
  const tally = createTally();
  for (const result of results) {
    addTo(tally, result);
    if (result.findings.length === 0) continue;
    const lines = indexLines(result.text);
    for (const finding of result.findings) yield `${describe(finding, result, lines, colors)}\n`;
  }
  const paint = (severity: Severity, text: string) => paintOf(severity, colors)(text);
  if (tally.files > 0) yield `${summarize(tally, paint)}\n`;
};

function describe(finding: Finding, { path, text }: FileResult, lines: LineIndex, colors: Colors): string {
  const { check, severity, message, span, related = [] } = finding;
  const paint = paintOf(severity, colors);
  const at = (offset: number) => {
    const { line, column } = positionAt(lines, offset);
    return `${visible(path)}:${line + 1}:${column + 1}`;
  };
  const said = labelled(paint(describeSeverity(severity)), visible(message));
  const excerpt = excerptOf(text, lines, span);
  const number = String(positionAt(lines, span.start).line + 1);
  const gutter = (label: string) => colors.dim(`  ${label.padStart(number.length)} | `);
  return [
    `${colors.bold(at(span.start))}: ${said} ${colors.dim(`[${check}]`)}`,
    `${gutter(number)}${excerpt.source}`,
    `${gutter("")}${excerpt.indent}${paint(excerpt.underline)}`,
    ...related.map((other) => `${at(other.span.start)}: ${labelled(l10n.t("note"), visible(other.message))}`),
    "",
  ].join("\n");
}

function paintOf(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case "error":
      return colors.red;
    case "warning":
      return colors.yellow;
    case "info":
      return colors.cyan;
    case "hint":
      return colors.gray;
    default:
      return severity satisfies never;
  }
}
