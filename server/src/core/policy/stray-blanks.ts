// Takes blanks out of the names of conditions where they cannot belong: at the ends and beside separators. Official
// tables have them there, and so have policies that were copied from these. Others stay: they may stand for something.

/** White space, and characters that are as invisible. */
const BLANK = /[\s\u200b-\u200d\u2060]/;

export function withoutStrayBlanks(name: string): string {
  // Nearly no name has one.
  if (!BLANK.test(name)) return name;
  return name
    .split(/([:/_])/)
    .map(trimmed)
    .join("");
}

/** A pattern for blanks at the end would look for it from every blank on the way. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && BLANK.test(text.charAt(start))) start++;
  while (end > start && BLANK.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
