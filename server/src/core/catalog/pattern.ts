// Patterns with `*`, as both clouds use them in actions and resources: any number of characters, none included.

export function isPattern(text: string): boolean {
  return text.includes("*");
}

/** Whether the whole text fits the pattern. Case counts: callers that do not want it fold both sides. */
export function matchesPattern(pattern: string, text: string): boolean {
  const first = pattern.indexOf("*");
  if (first < 0) return pattern === text;
  const last = pattern.lastIndexOf("*");
  const tail = pattern.length - last - 1;
  if (text.length < first + tail) return false;
  if (!text.startsWith(pattern.slice(0, first)) || !text.endsWith(pattern.slice(last + 1))) return false;
  const end = text.length - tail;
  let offset = first;
  for (const piece of pattern.slice(first, last).split("*")) {
    if (piece === "") continue;
    const found = text.indexOf(piece, offset);
    if (found < 0 || found + piece.length > end) return false;
    offset = found + piece.length;
  }
  return true;
}

/** Whether every text that fits `inner` fits `outer` too. Exact for patterns of `*` alone. */
export function coversPattern(outer: string, inner: string): boolean {
  // A star of the inner pattern stands for a text that occurs in no pattern, so only a star can match it.
  return matchesPattern(outer, inner.replaceAll("*", "\u0000"));
}

/** Whether some text fits both patterns. */
export function patternsMeet(one: string, other: string): boolean {
  if (!isPattern(one)) return matchesPattern(other, one);
  if (!isPattern(other)) return matchesPattern(one, other);
  const width = other.length + 1;
  const seen = new Uint8Array((one.length + 1) * width);
  const pending: [number, number][] = [[0, 0]];
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    const [a, b] = state;
    if (a === one.length && b === other.length) return true;
    if (seen[a * width + b] === 1) continue;
    seen[a * width + b] = 1;
    if (one[a] === "*") {
      pending.push([a + 1, b]);
      if (b < other.length) pending.push([a, b + 1]);
    }
    if (other[b] === "*") {
      pending.push([a, b + 1]);
      if (a < one.length) pending.push([a + 1, b]);
    }
    if (a < one.length && one[a] === other[b]) pending.push([a + 1, b + 1]);
  }
  return false;
}
