// Which characters may stand in which part of a text: those of JSON, and those that people paste for them.

export const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
export const QUOTE = 34;
export const BACKSLASH = 92;
export const BYTE_ORDER_MARK = 0xfeff;

export type Punctuation = "{" | "}" | "[" | "]" | "," | ":";

/** What is meant by the punctuation of other writing systems and of other languages. */
export const PUNCTUATION: Readonly<Record<string, Punctuation>> = {
  "｛": "{",
  "｝": "}",
  "［": "[",
  "］": "]",
  "【": "[",
  "】": "]",
  "，": ",",
  "、": ",",
  "。": ",",
  "；": ",",
  "：": ":",
  ";": ",",
  "=": ":",
};

export const DOUBLE_QUOTES = "“”„‟＂";
export const SINGLE_QUOTES = "'‘’‚‛`´";

const UNUSUAL_BLANKS =
  "\u007f\u0085\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a" +
  "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff";

const BLANK = 1;
const UNUSUAL = 2;
const BOUNDARY = 3;

/** What each character is; 0 for those that words are made of. */
const CLASSES = new Uint8Array(0x10000);
CLASSES.fill(UNUSUAL, 0, 32);
for (const character of UNUSUAL_BLANKS) CLASSES[character.charCodeAt(0)] = UNUSUAL;
for (const character of `{}[],:"#${Object.keys(PUNCTUATION).join("")}${DOUBLE_QUOTES}`) {
  CLASSES[character.charCodeAt(0)] = BOUNDARY;
}
for (const character of " \t\n\r") CLASSES[character.charCodeAt(0)] = BLANK;

/** What RFC 8259 calls white space. */
export function isBlank(code: number): boolean {
  return code === 32 || code === LINE_FEED || code === CARRIAGE_RETURN || code === 9;
}

/** Looks like white space, or like nothing, and is not allowed between the tokens of JSON. */
export function isUnusualBlank(code: number): boolean {
  return CLASSES[code] === UNUSUAL;
}

/** May stand in a word without quotes. False for the number that stands for the end of the text. */
export function isWordPart(code: number): boolean {
  return CLASSES[code] === 0;
}

export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** The offset of the next line end, or that of the end of the text. */
export function endOfLine(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** The offset after white space. */
export function skipBlanks(text: string, start: number): number {
  let end = start;
  while (isBlank(text.charCodeAt(end))) end++;
  return end;
}
