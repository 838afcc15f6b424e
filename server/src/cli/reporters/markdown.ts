// The report for comments on pull requests: a line with the figures, and a table for each file with findings.
import * as l10n from "@vscode/l10n";
import { docsOf, type Finding, indexLines, type LineIndex, positionAt } from "../../core/index.js";
import { code, escaped } from "./markdown-text.js";
import { describeSeverity, describeUnreadPaths, labelled } from "./phrases.js";
import { addTo, createTally, type FileResult, type Reporter } from "./report.js";
import { summarize } from "./summary.js";

/** The figures stand first, where a reader looks, so that nothing is written before all results are there. */
export const reportMarkdown: Reporter = function* (results, { unread }) {
  const tally = createTally();
  const tables: string[] = [];
  for (const result of results) {
    addTo(tally, result);
    if (result.findings.length > 0) tables.push(tableOf(result));
  }
  yield `${l10n.t("**Access Policy:** {summary}", { summary: summarize(tally) })}\n`;
  if (unread.length > 0) {
    yield `\n${describeUnreadPaths(unread.length)}\n\n`;
    for (const { path, reason } of unread) yield `- ${labelled(code(path), escaped(reason))}\n`;
  }
  yield* tables;
};

function tableOf({ path, text, findings }: FileResult): string {
  const lines = indexLines(text);
  const rows = findings.map((finding) => `${rowOf(finding, lines)}\n`);
  const titles = [l10n.t("line"), l10n.t("severity"), l10n.t("finding"), l10n.t("check")];
  const head = `| ${titles.join(" | ")} |\n| ---: | --- | --- | --- |\n`;
  return `\n### ${code(path)}\n\n${head}${rows.join("")}`;
}

function rowOf({ check, severity, message, span }: Finding, lines: LineIndex): string {
  const { line, column } = positionAt(lines, span.start);
  return `| ${line + 1}:${column + 1} | ${describeSeverity(severity)} | ${escaped(message)} | [${check}](${docsOf(check)}) |`;
}
