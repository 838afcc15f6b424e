// Judges a text for those who ask once, such as the command line: quickly where nothing is found, and a second
// time with places where something is. An editor, which needs the places anyway, reads once and runs the checks.
import type { Catalog } from "../catalog/catalog.js";
import { type PolicyFile, type ReadOptions, readPolicyValue } from "../policy/read.js";
import { readPolicyQuickly } from "../policy/read-quickly.js";
import type { Problem } from "../text/problem.js";
import { readJson } from "../text/read-json.js";
import type { Finding } from "./check.js";
import { type CheckOptions, runChecks } from "./run.js";

export interface TextCheckOptions extends Omit<ReadOptions, "dialects">, Omit<CheckOptions, "text"> {
  /** What was wrong before there was a text, such as bytes that are no characters. */
  readonly problems?: readonly Problem[];
}

export interface CheckedText {
  /** With places only where there are findings. */
  readonly file: PolicyFile;
  readonly findings: readonly Finding[];
}

/** The same findings as from `readPolicyFile` and `runChecks`, at a fraction of the time for clean files. */
export function checkText(text: string, catalog: Catalog, options: TextCheckOptions = {}): CheckedText {
  const reading: ReadOptions = { ...options, dialects: catalog.dialects };
  const known = options.problems ?? [];
  const quick = known.length === 0 ? readPolicyQuickly(text, reading) : undefined;
  // Without places all findings stand at one place and supersede each other, but never the last of them.
  if (quick !== undefined && runChecks(quick, catalog, options).length === 0) {
    return { file: quick, findings: [] };
  }
  const read = readJson(text);
  const problems = [...read.problems, ...known].sort((a, b) => a.span.start - b.span.start);
  const file = readPolicyValue({ ...read, problems, text }, reading);
  return { file, findings: runChecks(file, catalog, { ...options, text }) };
}
