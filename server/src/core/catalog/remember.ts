// Answers about strings that come again and again, each computed once.

/** Strings vary little; this bound only keeps a hostile file from filling the memory. */
const REMEMBERED = 50_000;

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
