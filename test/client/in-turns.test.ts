// Lists that are worked through some entries at a time.
import { expect, test } from "vitest";
import { inTurns } from "../../client/src/review/in-turns.js";

test("answers keep the order, however long each takes", async () => {
  const ends: (() => void)[] = [];
  const working = inTurns([1, 2, 3], { atOnce: 3, isOver: () => false }, (item) => {
    return new Promise<number>((resolve) => ends.push(() => resolve(item * 10)));
  });
  for (const end of ends.reverse()) end();
  expect(await working).toEqual([10, 20, 30]);
});

test("never more than so many at once, and all of them", async () => {
  let running = 0;
  let most = 0;
  const items = Array.from({ length: 500 }, (_, at) => at);
  const done = await inTurns(items, { atOnce: 4, isOver: () => false }, async (item) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running--;
    return item;
  });
  expect(done).toEqual(items);
  expect(most).toBe(4);
});

test("nothing is begun once nobody waits", async () => {
  let isOver = false;
  const done = await inTurns([1, 2, 3, 4], { atOnce: 1, isOver: () => isOver }, async (item) => {
    isOver = item === 2;
    return item;
  });
  expect(done).toEqual([1, 2]);
});

test("an empty list is done at once", async () => {
  expect(await inTurns([], { atOnce: 4, isOver: () => false }, async () => 1)).toEqual([]);
});
