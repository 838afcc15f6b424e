// The comparison for GitHub Actions: a notice beside the words that newly allow something; figures last.
import * as l10n from "@vscode/l10n";
import { indexLines } from "../../../core/index.js";
import { command, commandOf } from "../github.js";
import { sentences } from "../phrases.js";
import type { CompareReporter } from "./compared.js";
import { findingsOf } from "./findings.js";
import { totalsOf } from "./totals.js";

export const reportCompareGithub: CompareReporter = (files, options) => {
  const lines: string[] = [];
  for (const file of files) {
    const result = findingsOf(file, options);
    if (result === undefined) continue;
    const index = indexLines(result.text);
    for (const finding of result.findings) lines.push(commandOf(finding, result, index));
  }
  for (const { path, reason } of options.unread) {
    lines.push(command("error", { title: l10n.t("not read"), file: path }, reason));
  }
  return `${[...lines, sentences(totalsOf(files))].join("\n")}\n`;
};
