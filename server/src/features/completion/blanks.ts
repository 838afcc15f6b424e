// What stands between two values of a text: blanks, comments, commas, colons.

export interface Between {
  readonly commas: number;
  /** End of the first colon. */
  readonly colonEnd?: number;
  readonly lineBreak: boolean;
  /** Something else stands there, too: characters that could not be read. */
  readonly other: boolean;
  /** The last thing before the end is neither blank nor comma. */
  readonly openEnd: boolean;
  readonly inComment: boolean;
}

export function betweenTokens(text: string, from: number, to: number): Between {
  let commas = 0;
  let colonEnd: number | undefined;
  let lineBreak = false;
  let other = false;
  let openEnd = false;
  let offset = from;
  while (offset < to) {
    const character = text[offset] ?? "";
    const comment = endOfComment(text, offset);
    if (comment !== undefined) {
      // Behind a line comment the cursor still writes into it.
      if (comment > to || (comment === to && !text.startsWith("*/", comment - 2))) {
        return { commas, lineBreak, other, openEnd, inComment: true };
      }
      offset = comment;
      continue;
    }
    if (",，、".includes(character)) {
      commas++;
      openEnd = false;
    } else if (":：".includes(character)) {
      colonEnd ??= offset + 1;
      openEnd = true;
    } else if (/\s|\ufeff/.test(character)) lineBreak ||= character === "\n" || character === "\r";
    else {
      other = true;
      openEnd = true;
    }
    offset++;
  }
  return { commas, ...(colonEnd !== undefined && { colonEnd }), lineBreak, other, openEnd, inComment: false };
}

/** Where the next thing begins that is neither blank, comma nor comment. */
export function endOfBlanks(text: string, from: number): number {
  let offset = from;
  while (offset < text.length) {
    const comment = endOfComment(text, offset);
    if (comment !== undefined) offset = comment;
    else if (/[\s,，、:：\ufeff]/.test(text[offset] ?? "")) offset++;
    else break;
  }
  return offset;
}

function endOfComment(text: string, offset: number): number | undefined {
  if (text.startsWith("//", offset) || text[offset] === "#") {
    let end = offset;
    while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
    return end;
  }
  if (!text.startsWith("/*", offset)) return undefined;
  const end = text.indexOf("*/", offset + 2);
  return end < 0 ? text.length + 1 : end + 2;
}
