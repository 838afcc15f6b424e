// Several rounds of edits, as edits of the first text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, type TextEdit } from "../../../server/src/core/index.js";
import { editsOf, revise, startDraft } from "../../../server/src/core/text/draft.js";

const edit = (start: number, end: number, text: string): TextEdit => ({ span: { start, end }, text });

test("rounds on different places are edits on these places", () => {
  const draft = revise(revise(startDraft("one two three"), [edit(8, 13, "3")]), [edit(0, 3, "1")]);
  expect(draft.text).toBe("1 two 3");
  expect(editsOf(draft)).toEqual([edit(0, 3, "1"), edit(8, 13, "3")]);
});

test("what one round writes and the next takes away is no edit", () => {
  const draft = revise(revise(startDraft("ab"), [edit(1, 1, "xx")]), [edit(1, 3, "")]);
  expect(draft.text).toBe("ab");
  expect(editsOf(draft)).toEqual([]);
});

test("what a round changes in the words of the one before is one edit", () => {
  const draft = revise(revise(startDraft("a, b"), [edit(3, 4, "beta")]), [edit(4, 6, "E"), edit(7, 7, "!")]);
  expect(draft.text).toBe("a, bEa!");
  expect(editsOf(draft)).toEqual([edit(3, 4, "bEa!")]);
});

/** For each round, places (as shares of the text) and what is written there. */
const rounds = fc.array(
  fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.string({ maxLength: 3 })), { maxLength: 5 }),
  { maxLength: 5 },
);

test("the edits, applied to the first text, give the last one", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), rounds, (text, given) => {
      let draft = startDraft(text);
      for (const round of given) {
        const edits = apart(round, draft.text.length);
        const expected = applyEdits(draft.text, edits);
        draft = revise(draft, edits);
        expect(draft.text).toBe(expected);
      }
      const edits = editsOf(draft);
      expect(applyEdits(text, edits)).toBe(draft.text);
      for (const [at, { span }] of edits.entries()) {
        expect(span.start).toBeGreaterThan(edits[at - 1]?.span.end ?? -1);
      }
    }),
    { numRuns: 500 },
  );
});

function apart(round: readonly (readonly [number, number, string])[], length: number): TextEdit[] {
  const place = (share: number) => Math.round((share * length) / 100);
  const edits: TextEdit[] = [];
  const sorted = round.map(([a, b, text]) => edit(place(Math.min(a, b)), place(Math.max(a, b)), text));
  sorted.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const one of sorted) if (one.span.start >= (edits.at(-1)?.span.end ?? 0)) edits.push(one);
  return edits;
}
