// Whatever is removed from a list, the rest stays a list, in its layout.
import { describe, expect, test } from "vitest";
import { applyEdits, readJson } from "../../../server/src/core/index.js";
import { removeItems } from "../../../server/src/core/text/remove-items.js";

const SIZE = 5;
/** Every choice of items but that of all. */
const CHOICES = Array.from({ length: 2 ** SIZE - 1 }, (_, bits) =>
  Array.from({ length: SIZE }, (__, at) => at).filter((at) => (bits & (1 << at)) !== 0),
);

test.each(CHOICES.map((choice) => [choice.join(", ") || "nothing", choice] as const))(
  "%s of a list on one line",
  (_, choice) => {
    const kept = [0, 1, 2, 3, 4].filter((at) => !choice.includes(at));
    expect(without("[0, 1, 2, 3, 4]", choice)).toBe(`[${kept.join(", ")}]`);
  },
);

describe("a list on many lines", () => {
  const text = "[\n  0,\n  1,\n  2\n]";
  test("keeps the first line", () => expect(without(text, [1, 2])).toBe("[\n  0\n]"));
  test("keeps the last line", () => expect(without(text, [0, 1])).toBe("[\n  2\n]"));
  test("keeps the lines around", () => expect(without(text, [1])).toBe("[\n  0,\n  2\n]"));
});

function without(text: string, choice: readonly number[]): string {
  const { root } = readJson(text);
  if (root?.kind !== "list") throw new Error("the text is no list");
  const removed = new Set(root.items.filter((_, at) => choice.includes(at)));
  return applyEdits(text, removeItems(root, removed));
}
