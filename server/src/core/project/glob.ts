// Which files a glob means. Paths are relative to the folder of the project file, with forward slashes.
import { compileGlob } from "./glob-pattern.js";

export interface Glob {
  /** As written. */
  readonly text: string;
  readonly matches: (path: string) => boolean;
}

/** Below the folder of the project file, and short: nobody writes longer ones by hand. */
export const GLOB_PATTERN = "^(?=\\s*\\S)(?![!/]|\\.\\.(?:/|$))[^\\\\]{1,300}$";

/** In a list, `!` before a glob takes files away. */
export const LISTED_GLOB_PATTERN = "^(?=\\s*\\S)(?!!?$|!?/|!!|!?\\.\\.(?:/|$))[^\\\\]{1,301}$";

/** `text` fits one of the patterns above. */
export function createGlob(text: string): Glob {
  const positive = text.startsWith("!") ? text.slice(1) : text;
  const fits = compileGlob(positive);
  // A file may be called `a[1].json`: its own name always means it.
  return { text, matches: (path) => path === positive || fits(path) };
}

/** Whether a file is among those that a list means. */
export function matchesAny(globs: readonly Glob[], path: string): boolean {
  const isTaken = ({ text }: Glob) => text.startsWith("!");
  return (
    globs.some((glob) => !isTaken(glob) && glob.matches(path)) &&
    !globs.some((glob) => isTaken(glob) && glob.matches(path))
  );
}

/** Whether it means one file only. */
export function isPlainPath({ text }: Glob): boolean {
  return !/[*?[{]/.test(text);
}
