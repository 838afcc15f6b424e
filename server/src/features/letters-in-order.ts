// Whether a name has the letters that were typed, in their order and in either case, as editors filter.
export function hasInOrder(name: string, typed: string): boolean {
  const lower = name.toLowerCase();
  let at = 0;
  for (const letter of typed.toLowerCase()) {
    const found = lower.indexOf(letter, at);
    if (found < 0) return false;
    at = found + letter.length;
  }
  return true;
}
