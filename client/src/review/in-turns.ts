// Works through a list, some entries at a time, and keeps the order of the answers.

export interface Turns {
  readonly atOnce: number;
  /** Nobody waits for the rest any more. */
  readonly isOver: () => boolean;
}

/** Answers are left out for what was not begun when it was over. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  { atOnce, isOver }: Turns,
  work: (item: Item, at: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const queue = items.entries();
  const worker = async () => {
    for (const [at, item] of queue) {
      if (isOver()) return;
      results.set(at, await work(item, at));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result);
}
