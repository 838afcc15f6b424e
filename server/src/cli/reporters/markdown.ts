// The report for comments on pull requests: a line with the figures, and a table for each file with findings.
import { docsOf, type Finding, indexLines, type LineIndex, positionAt } from "../../core/index.js";
import { code, escaped } from "./markdown-text.js";
import { addTo, createTally, type FileResult, type Reporter } from "./report.js";
import { count, summarize } from "./summary.js";

/** The figures stand first, where a reader looks, so that nothing is written before all results are there. */
export const reportMarkdown: Reporter = function* (results, { unread }) {
  const tally = createTally();
  const tables: string[] = [];
  for (const result of results) {
    addTo(tally, result);
    if (result.findings.length > 0) tables.push(tableOf(result));
  }
  yield `**Access Policy:** ${summarize(tally)}\n`;
  if (unread.length > 0) {
    yield `\n${count(unread.length, "path")} could not be read:\n\n`;
    for (const { path, reason } of unread) yield `- ${code(path)}: ${escaped(reason)}\n`;
  }
  yield* tables;
};

function tableOf({ path, text, findings }: FileResult): string {
  const lines = indexLines(text);
  const rows = findings.map((finding) => `${rowOf(finding, lines)}\n`);
  const head = "| line | severity | finding | check |\n| ---: | --- | --- | --- |\n";
  return `\n### ${code(path)}\n\n${head}${rows.join("")}`;
}

function rowOf({ check, severity, message, span }: Finding, lines: LineIndex): string {
  const { line, column } = positionAt(lines, span.start);
  return `| ${line + 1}:${column + 1} | ${severity} | ${escaped(message)} | [${check}](${docsOf(check)}) |`;
}
