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
  if (outer === inner) return true;
  // Most patterns differ in how they begin.
  const first = outer.indexOf("*");
  if (first < 0 || !inner.startsWith(outer.slice(0, first))) return false;
  // A star of the inner pattern stands for a text that does not occur in the outer, so only a star can match it.
  return matchesPattern(outer, inner.replaceAll("*", absentFrom(outer)));
}

/**
 * Whether some text fits both patterns. Where both have stars, only what stands before the first star and
 * behind the last one can contradict each other: between them there is room for all the rest, one after another.
 */
export function patternsMeet(one: string, other: string): boolean {
  if (!isPattern(one)) return matchesPattern(other, one);
  if (!isPattern(other)) return matchesPattern(one, other);
  const [head, otherHead] = [one.slice(0, one.indexOf("*")), other.slice(0, other.indexOf("*"))];
  const [tail, otherTail] = [one.slice(one.lastIndexOf("*") + 1), other.slice(other.lastIndexOf("*") + 1)];
  return (
    (head.startsWith(otherHead) || otherHead.startsWith(head)) &&
    (tail.endsWith(otherTail) || otherTail.endsWith(tail))
  );
}

/** A character that the text does not have. */
function absentFrom(text: string): string {
  let code = 0;
  while (text.includes(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}
