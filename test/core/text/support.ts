// Questions that the tests of reading ask again and again: what was read, is every place in the text, what do
// the repairs make of it.
import {
  applyEdits,
  type Problem,
  readJson,
  type Span,
  type TextEdit,
  type Value,
} from "../../../server/src/core/index.js";

/** What a value stands for, as `JSON.parse` would give it; of repeated keys the last counts, as there. */
export function dataOf(value: Value): unknown {
  switch (value.kind) {
    case "string":
      return value.text;
    case "number":
      return Number(value.text);
    case "boolean":
      return value.text === "true";
    case "null":
      return null;
    case "list":
      return value.items.map(dataOf);
    case "map":
      return Object.fromEntries(
        value.entries.map((entry) => [entry.key.text, entry.value && dataOf(entry.value)]),
      );
  }
}

/** A value and everything in it, each with the span it must lie in. */
export function* partsOf(value: Value, outer: Span = value.span): Generator<{ span: Span; outer: Span }> {
  yield { span: value.span, outer };
  if (value.kind === "list") for (const item of value.items) yield* partsOf(item, value.span);
  if (value.kind !== "map") return;
  for (const entry of value.entries) {
    yield { span: entry.span, outer: value.span };
    yield { span: entry.key.span, outer: entry.span };
    if (entry.value) yield* partsOf(entry.value, entry.span);
  }
}

/** Everything that is out of place in what was read of a text; empty when all is well. */
export function misplaced(text: string): string[] {
  const { root, further = [], problems } = readJson(text);
  const whole = { start: 0, end: text.length };
  const faults: string[] = [];
  const expect = (span: Span, outer: Span, what: string) => {
    if (outer.start <= span.start && span.start <= span.end && span.end <= outer.end) return;
    faults.push(`${what} ${span.start}-${span.end} is not in ${outer.start}-${outer.end}`);
  };
  for (const problem of problems) {
    expect(problem.span, whole, problem.kind);
    for (const edit of problem.repair?.edits ?? []) expect(edit.span, whole, `repair of ${problem.kind}`);
  }
  let free = whole;
  for (const document of root === undefined ? further : [root, ...further]) {
    for (const { span, outer } of partsOf(document, free)) expect(span, outer, "value");
    free = { start: document.span.end, end: text.length };
  }
  return faults;
}

export function parses(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return true;
  } catch {
    return false;
  }
}

export function repairsOf(problems: readonly Problem[], safety: "safe" | "all"): TextEdit[] {
  return problems.flatMap(({ repair }) => (repair && (safety === "all" || repair.safe) ? repair.edits : []));
}

/** Applies repairs until there is none left, or until the rounds are used up. */
export function repaired(text: string, safety: "safe" | "all", rounds: number) {
  let current = text;
  for (let round = 0; round < rounds; round++) {
    const { problems } = readJson(current);
    const edits = repairsOf(problems, safety);
    if (edits.length === 0) return { text: current, rounds: round, problems };
    current = applyEdits(current, edits);
  }
  return { text: current, rounds, problems: readJson(current).problems };
}
