// What widens access as findings of the words that do so, for formats that show findings.
import * as l10n from "@vscode/l10n";
import {
  describeNames,
  describeUndecided,
  describeWidening,
  type Finding,
  PLAIN,
  type Span,
} from "../../../core/index.js";
import { labelled } from "../phrases.js";
import type { FileResult } from "../report.js";
import type { ComparedFile, CompareReportOptions } from "./compared.js";
import { placeOfGap } from "./file-words.js";

export const WIDENED = "access-widened";
export const UNDECIDED = "access-undecided";

/** Undefined for a file in which nothing is gained and all is decided. */
export function findingsOf(
  file: ComparedFile,
  { catalog }: CompareReportOptions,
): Omit<FileResult, "dialect"> | undefined {
  const { path, after, comparison, gaps, mayHide, holders } = file;
  if (after === undefined) return undefined;
  const start = "place" in after ? after.place : { start: 0, end: 0 };
  const about = (what: string) =>
    holders ? labelled(describeNames(holders.kind, holders.names), what) : what;
  const finding = (check: string, span: Span, message: string): Finding => {
    return { check, severity: "info", span, message };
  };
  const gained = describeWidening(file, { catalog, style: PLAIN }).map(({ policy, span, words }) =>
    finding(WIDENED, after.placeOf(policy, span), about(labelled(l10n.t("gained"), words))),
  );
  const open = comparison.undecided.map((one) =>
    finding(UNDECIDED, start, about(labelled(l10n.t("not decided"), describeUndecided(one)))),
  );
  const hidden = (mayHide ? gaps : []).map((gap) => {
    const what = l10n.t("not read in {place}: {reason}", { place: placeOfGap(gap), reason: gap.reason });
    return finding(UNDECIDED, start, about(what));
  });
  const findings = [...gained, ...open, ...hidden];
  return findings.length === 0 ? undefined : { path, text: after.text, findings, suppressed: [] };
}
