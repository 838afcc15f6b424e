// Judges a text for those who ask once, such as the command line: quickly where nothing is found, and a second
// time with places where something is. An editor, which needs the places anyway, reads once and runs the checks.
import type { Catalog } from "../catalog/catalog.js";
import { type PolicyFile, type ReadOptions, readPolicyValue } from "../policy/read.js";
import { mayHoldPolicy, readPolicyQuickly } from "../policy/read-quickly.js";
import type { Problem } from "../text/problem.js";
import { readJson } from "../text/read-json.js";
import type { Finding } from "./check.js";
import { checks } from "./index.js";
import { glanceAt } from "./running/glance.js";
import { type CheckOptions, runChecks } from "./running/run.js";

export interface TextCheckOptions extends Omit<ReadOptions, "dialects">, Omit<CheckOptions, "text"> {
  /** What was wrong before there was a text, such as bytes that are no characters. */
  readonly problems?: readonly Problem[];
}

export interface CheckedText {
  /** Where there are no findings, places are missing, and policies may be. */
  readonly file: PolicyFile;
  readonly findings: readonly Finding[];
}

/** The same findings as from `readPolicyFile` and `runChecks`, at a fraction of the time for clean files. */
export function checkText(text: string, catalog: Catalog, options: TextCheckOptions = {}): CheckedText {
  const reading: ReadOptions = { ...options, dialects: catalog.dialects };
  const known = options.problems ?? [];
  if (known.length === 0 && options.dialect === undefined && !hasEstate(options)) {
    const dialect = glanceAt(text, catalog, options.checks ?? checks);
    if (dialect !== undefined) return { file: { ...NOTHING_TO_SEE, dialect }, findings: [] };
  }
  // Most files in a folder are none of ours, and some of those are large.
  if (known.length === 0 && (text.length > SMALL || !mayHoldPolicy(text, reading))) {
    const file = readPolicyQuickly(text, reading);
    if (file?.isOurs === false) return { file, findings: [] };
  }
  const read = readJson(text);
  const problems = [...read.problems, ...known].sort((a, b) => a.span.start - b.span.start);
  const file = readPolicyValue({ ...read, problems, text }, reading);
  return { file, findings: runChecks(file, catalog, { ...options, text }) };
}

/** To find out whether it is ours takes as long as to read it. */
const SMALL = 20_000;

const NOTHING_TO_SEE: PolicyFile = { problems: [], policies: [], embedded: [], isOurs: true };

/** Whether resources have to be compared with those of a project. */
function hasEstate({ applications = [], accounts = {} }: TextCheckOptions): boolean {
  return applications.length > 0 || Object.keys(accounts).length > 0;
}
