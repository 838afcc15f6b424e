// Takes blanks out of the names of conditions where they cannot belong: at the ends and beside separators. Official
// tables have them there, and so have policies that were copied from these. Others stay: they may stand for something.

/** Nearly no name has one. */
const BLANK = /[\s\u200b-\u200d\u2060]/;
const STRAY = /(^|[:/_])[\s\u200b-\u200d\u2060]+|[\s\u200b-\u200d\u2060]+(?=$|[:/_])/g;

export function withoutStrayBlanks(name: string): string {
  return BLANK.test(name) ? name.replace(STRAY, "$1") : name;
}
