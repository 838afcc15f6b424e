// The last line of a report for people: `3 errors, 1 warning in 2 of 9 files, 1 suppressed`.
import * as l10n from "@vscode/l10n";
import { list, type Severity } from "../../core/index.js";
import { SEVERITIES, type Tally } from "./report.js";

type PaintSeverity = (severity: Severity, text: string) => string;

export function summarize(tally: Tally, paint: PaintSeverity = (_severity, text) => text): string {
  const { suppressed, fixed } = tally;
  let said = describeFindings(tally, paint);
  if (suppressed > 0) said = l10n.t("{summary}, {count} suppressed", { summary: said, count: suppressed });
  if (fixed !== undefined) said = l10n.t("{summary}, {count} fixed", { summary: said, count: fixed });
  return said;
}

function describeFindings({ files, filesWithFindings, findings }: Tally, paint: PaintSeverity): string {
  if (filesWithFindings === 0) {
    return files === 1 ? l10n.t("No findings in 1 file") : l10n.t("No findings in {files} files", { files });
  }
  const counted = SEVERITIES.filter((severity) => findings[severity] > 0).map((severity) =>
    paint(severity, COUNTED[severity](findings[severity])),
  );
  const figures = list(counted, counted.length);
  return files === 1
    ? l10n.t("{figures} in 1 of 1 file", { figures })
    : l10n.t("{figures} in {some} of {files} files", { figures, some: filesWithFindings, files });
}

const COUNTED: Readonly<Record<Severity, (count: number) => string>> = {
  error: (count) => (count === 1 ? l10n.t("1 error") : l10n.t("{count} errors", { count })),
  warning: (count) => (count === 1 ? l10n.t("1 warning") : l10n.t("{count} warnings", { count })),
  info: (count) => (count === 1 ? l10n.t("1 info") : l10n.t("{count} infos", { count })),
  hint: (count) => (count === 1 ? l10n.t("1 hint") : l10n.t("{count} hints", { count })),
};
