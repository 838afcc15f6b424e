// The report for GitHub Actions: one workflow command for each finding, which GitHub shows beside the line.
// It shows ten of each severity per step; the others are in the log, and the last line has the figures.
import * as l10n from "@vscode/l10n";
import { type Finding, indexLines, type LineIndex, positionAt, type Severity } from "../../core/index.js";
import { addTo, createTally, type FileResult, type Reporter } from "./report.js";
import { summarize } from "./summary.js";
import { visible } from "./visible.js";

export const reportGithub: Reporter = function* (results, { unread }) {
  const tally = createTally();
  for (const result of results) {
    addTo(tally, result);
    if (result.findings.length === 0) continue;
    const lines = indexLines(result.text);
    for (const finding of result.findings) yield `${commandOf(finding, result, lines)}\n`;
  }
  for (const { path, reason } of unread) {
    yield `${command("error", { title: l10n.t("not read"), file: path }, reason)}\n`;
  }
  yield `${summarize(tally)}\n`;
};

/** The line that GitHub shows beside a finding. */
export function commandOf(finding: Finding, { path }: Pick<FileResult, "path">, lines: LineIndex): string {
  const { check, severity, message, span } = finding;
  const start = positionAt(lines, span.start);
  const end = positionAt(lines, span.end);
  const properties: Record<string, string | number> = {
    title: check,
    file: path,
    line: start.line + 1,
    endLine: end.line + 1,
  };
  // GitHub wants columns only where they are of one line.
  if (start.line === end.line) {
    properties.col = start.column + 1;
    properties.endColumn = end.column + 1;
  }
  return command(nameOf(severity), properties, visible(message));
}

function nameOf(severity: Severity): string {
  return severity === "error" || severity === "warning" ? severity : "notice";
}

export function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  data: string,
): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(",")}::${escapeData(data)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
