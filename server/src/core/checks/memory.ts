// Remembers which statements of a document had no findings, so that a keystroke costs what it changed. Only
// speed depends on it: what is found is the same with and without.
import type { Policy, Statement } from "../policy/model.js";
import type { Span } from "../text/span.js";

/** Belongs to one document, one catalog and one choice of checks; kept by whoever keeps the document. */
export interface CheckMemory {
  /** The texts of the statements of the last run that had no findings of their own. */
  clean: ReadonlySet<string>;
  /** Id of the dialect they were judged by. */
  dialect: string | undefined;
}

export function createCheckMemory(): CheckMemory {
  return { clean: new Set(), dialect: undefined };
}

/** The policy with only those statements whose text was not clean before. */
export function withoutClean(policy: Policy, text: string, { clean, dialect }: CheckMemory): Policy {
  if (clean.size === 0 || dialect !== policy.dialect.id) return policy;
  const statements = policy.statements.filter(({ span }) => !clean.has(textOf(span, text)));
  return statements.length === policy.statements.length ? policy : { ...policy, statements };
}

/**
 * Replaces what is remembered: texts of older versions would keep those versions in memory.
 * `places` are the findings of the checks that look at each statement by itself, in the order of the text.
 */
export function learnClean(
  policies: readonly Policy[],
  text: string,
  places: readonly Span[],
  memory: CheckMemory,
): void {
  const clean = new Set<string>();
  let at = 0;
  for (const { span } of policies.flatMap(({ statements }): readonly Statement[] => statements)) {
    while ((places[at]?.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
    const next = places[at];
    if (next === undefined || next.start >= span.end) clean.add(textOf(span, text));
  }
  memory.clean = clean;
  memory.dialect = policies[0]?.dialect.id;
}

function textOf({ start, end }: Span, text: string): string {
  return text.slice(start, end);
}
