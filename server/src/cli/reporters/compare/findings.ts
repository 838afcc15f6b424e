// What widens access as findings of the words that do so, for formats that show findings.
import {
  type AccessItem,
  type ChangedElement,
  createChangedElements,
  describeChange,
  describeUndecided,
  type Finding,
  type ItemWords,
  PLAIN,
  type Span,
} from "../../../core/index.js";
import type { FileResult } from "../report.js";
import type { ComparedFile, CompareReportOptions } from "./compared.js";

export const WIDENED = "access-widened";
export const UNDECIDED = "access-undecided";

/** Undefined for a file in which nothing is gained and all is decided. */
export function findingsOf(
  file: ComparedFile,
  { catalog }: CompareReportOptions,
): Omit<FileResult, "dialect"> | undefined {
  const { path, before, after, comparison, gaps, mayHide } = file;
  if (after === undefined) return undefined;
  const start = { start: 0, end: 0 };
  const finding = (check: string, span: Span, message: string): Finding => {
    return { check, severity: "info", span, message };
  };
  const elementOf = createChangedElements(before?.policies ?? [], catalog);
  const words = describeChange("gained", file, { catalog, style: PLAIN });
  const gained = byPlace(words, elementOf).map(([first, ...more]) => {
    const { where, except, other, example, item } = first;
    const named = [first, ...more].map((one) => `${one.named} (${one.access})`).join(", ");
    const notes = [except, other].flatMap((note) => (note === undefined ? [] : `; ${note}`)).join("");
    const message = `gained: ${named} on ${where}${notes}; example: ${example}`;
    return finding(WIDENED, after.placeOf(item.by.policy, elementOf(item).span), message);
  });
  const open = comparison.undecided.map((one) =>
    finding(UNDECIDED, start, `not decided: ${describeUndecided(one)}`),
  );
  const hidden = (mayHide ? gaps : []).map(({ side, line, reason }) => {
    const place = `${side === "before" ? "the base" : "this version"}${line === undefined ? "" : `, line ${line}`}`;
    return finding(UNDECIDED, start, `not read in ${place}: ${reason}`);
  });
  const findings = [...gained, ...open, ...hidden];
  return findings.length === 0 ? undefined : { path, text: after.text, findings, suppressed: [] };
}

/** What the same words widen in the same way is told at once: GitHub shows few findings of a run. */
function byPlace(
  words: readonly ItemWords[],
  elementOf: (item: AccessItem) => ChangedElement,
): readonly (readonly [ItemWords, ...ItemWords[]])[] {
  const statements = [...new Set(words.map(({ item }) => item.by.statement))];
  const found = new Map<string, [ItemWords, ...ItemWords[]]>();
  for (const one of words) {
    const { item, where, except, other } = one;
    const { start } = elementOf(item).span;
    const statement = statements.indexOf(item.by.statement);
    const key = JSON.stringify([statement, start, where, except, other]);
    const known = found.get(key);
    if (known === undefined) found.set(key, [one]);
    else known.push(one);
  }
  return [...found.values()];
}
