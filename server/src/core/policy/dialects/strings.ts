// What the strings of every dialect suffer when they are copied from web pages: stray blanks, and punctuation
// of East Asian keyboards in place of ASCII.

/** White space, and characters that are as invisible. */
const BLANK = /[\s\u200b-\u200d\u2060]/;
const FULL_WIDTH = /[\uff01-\uff5e]/;

export function hasBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Blanks at the ends and beside separators mean nothing; any other stays, because it may stand for something. */
export function withoutBlanks(text: string): string {
  const pieces = text.split(/([:/])/);
  return pieces.map((piece) => piece.replace(OUTER, "")).join("");
}

const OUTER = /^[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+$/g;

/** `：`, `／`, `＊` and their kin. */
export function hasFullWidth(text: string): boolean {
  return FULL_WIDTH.test(text);
}

/** They stand in Unicode in the order of ASCII, so each has exactly one counterpart. */
export function withoutFullWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
