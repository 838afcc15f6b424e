// Remembers which statements of a document had no findings, so that a keystroke costs what it changed. Only
// speed depends on it: what is found is the same with and without.
import type { Policy } from "../../policy/model.js";
import type { Span } from "../../text/span.js";

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

/** The texts of a policy's statements, cut out once for all that is asked of them. */
export function statementTexts({ statements }: Policy, text: string): readonly string[] {
  return statements.map(({ span }) => text.slice(span.start, span.end));
}

/** The policy with only those statements whose text was not clean before. */
export function withoutClean(
  policy: Policy,
  texts: readonly string[],
  { clean, dialect }: CheckMemory,
): Policy {
  if (clean.size === 0 || dialect !== policy.dialect.id) return policy;
  const statements = policy.statements.filter((_, at) => !clean.has(texts[at] ?? ""));
  return statements.length === policy.statements.length ? policy : { ...policy, statements };
}

/**
 * Replaces what is remembered: texts of older versions would keep those versions in memory.
 * `places` are the findings of the checks that look at each statement by itself, in the order of the text.
 */
export function learnClean(
  judged: readonly { readonly policy: Policy; readonly texts: readonly string[] }[],
  places: readonly Span[],
  memory: CheckMemory,
): void {
  const clean = new Set<string>();
  let next = 0;
  const dialect = judged[0]?.policy.dialect.id;
  for (const { policy, texts } of judged) {
    // Texts of another dialect, as a second document may have, say nothing about those of this one.
    if (policy.dialect.id !== dialect) continue;
    for (const [at, { span }] of policy.statements.entries()) {
      while ((places[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
      const place = places[next];
      if (place === undefined || place.start >= span.end) clean.add(texts[at] ?? "");
    }
  }
  memory.clean = clean;
  memory.dialect = dialect;
}
