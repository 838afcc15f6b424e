// Text for a terminal: how wide it is there, and something to see in place of what cannot be seen or would
// be obeyed. Policies come from anywhere; an escape sequence in one must not reach the terminal.

/** Control characters, format characters (zero width, direction), lone surrogates, blanks other than the usual. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]/u;
const INVISIBLES = new RegExp(INVISIBLE, "gu");
/** Combining marks stand on the character before them. */
const MARK = /[\p{Mn}\p{Me}]/u;
/** Characters that take two columns: East Asian wide and full-width ones, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u3029\u3030-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

export function visible(text: string): string {
  return text.replace(INVISIBLES, (character) => (character === " " ? " " : codeOf(character)));
}

/** What to show for one character, and how many columns that takes. */
export function shownAs(character: string): { readonly text: string; readonly width: number } {
  if (character >= " " && character <= "~") return { text: character, width: 1 };
  if (INVISIBLE.test(character)) {
    const text = codeOf(character);
    return { text, width: text.length };
  }
  if (MARK.test(character)) return { text: character, width: 0 };
  return { text: character, width: WIDE.test(character) ? 2 : 1 };
}

/** How many columns a text of ours takes on a terminal. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + shownAs(character).width, 0);
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
