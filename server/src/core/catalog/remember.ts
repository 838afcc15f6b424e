// Answers that are wanted again and again, each computed once.

/** What may never be asked for. */
export function once<Result>(compute: () => Result): () => Result {
  let known: { readonly result: Result } | undefined;
  return () => {
    known ??= { result: compute() };
    return known.result;
  };
}

/** Strings vary little; this bound only keeps a hostile file from filling the memory. */
const REMEMBERED = 50_000;

/** For strings that come again and again. */
export function remember<Result>(compute: (text: string) => Result): (text: string) => Result {
  const memory = new Map<string, Result>();
  return (text) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    if (memory.size >= REMEMBERED) memory.clear();
    const result = compute(text);
    memory.set(text, result);
    return result;
  };
}
