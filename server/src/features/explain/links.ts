// Links from a page to the lines of the document that it is about.

/** The address of a line of the document, from 1; undefined where the reader has nowhere to go. */
export type LinkTo = (line: number) => string | undefined;

/** Angle brackets let an address have blanks and parentheses. */
export function linked(words: string, address: string | undefined): string {
  return address === undefined ? words : `[${words}](<${address}>)`;
}
