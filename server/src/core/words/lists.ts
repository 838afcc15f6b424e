// Parts of sentences: several things in one, a word for many, a sentence that begins.

/** `a`, `a and b`, `a, b, and c`. */
export function enumerate(parts: readonly string[]): string {
  const before = parts.slice(0, -1).join(", ");
  const last = parts.at(-1) ?? "";
  if (before === "") return last;
  return /, | and /.test(before) ? `${before}, and ${last}` : `${before} and ${last}`;
}

/** `a`, `a or b`, `a, b or c`, `a, b, c and 4 more`. */
export function alternatives(words: readonly string[], most: number): string {
  if (words.length > most) return list(words, most);
  const before = words.slice(0, -1).join(", ");
  return before === "" ? (words[0] ?? "") : `${before} or ${words.at(-1)}`;
}

/** `a, b`, `a, b and 3 more`. */
export function list(words: readonly string[], most: number): string {
  if (words.length <= most) return words.join(", ");
  return `${words.slice(0, most).join(", ")} and ${words.length - most} more`;
}

export function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
