// Several things in one phrase, in the language of the reader.
import * as l10n from "@vscode/l10n";
import { fill } from "./fill.js";

/** `a`, `a and b`, `a, b, and c`. */
export function enumerate(parts: readonly string[]): string {
  const [before, last] = lastApart(parts, separator());
  if (before === "") return last;
  return isLong(before)
    ? fill(l10n.t("{before}, and {last}"), { before, last })
    : fill(l10n.t("{before} and {last}"), { before, last });
}

/** The same of what has to be met at once. */
export function enumerateTests(tests: readonly string[]): string {
  const [before, last] = lastApart(tests, pause());
  if (before === "") return last;
  return isLong(before)
    ? fill(l10n.t({ message: "{before}, and {last}", comment: ["tests of a condition"] }), { before, last })
    : fill(l10n.t({ message: "{before} and {last}", comment: ["tests of a condition"] }), { before, last });
}

/** The same of what happens: `gains 3 writes and loses 1 read`. */
export function enumerateEvents(events: readonly string[]): string {
  const [before, last] = lastApart(events, pause());
  if (before === "") return last;
  return isLong(before)
    ? fill(l10n.t({ message: "{before}, and {last}", comment: ["what happens"] }), { before, last })
    : fill(l10n.t({ message: "{before} and {last}", comment: ["what happens"] }), { before, last });
}

/** `a`, `a or b`, `a, b or c`, `a, b, c and 4 more`. */
export function alternatives(words: readonly string[], most: number): string {
  if (words.length > most) return list(words, most);
  const [before, last] = lastApart(words, separator());
  return before === "" ? last : fill(l10n.t("{before} or {last}"), { before, last });
}

/** `a, b`, `a, b and 3 more`. */
export function list(words: readonly string[], most: number): string {
  const names = words.slice(0, most).join(separator());
  const more = words.length - most;
  return more > 0 ? fill(l10n.t("{names} and {more} more"), { names, more }) : names;
}

/** Notes one behind the other: `widened, +3 write on Live prod, −1 read`. */
export function sequence(notes: readonly string[]): string {
  return notes.join(pause());
}

/** Between the things of a list. */
function separator(): string {
  return l10n.t({ message: ", ", comment: ["between names"] });
}

/** Between phrases, which may be lists. */
function pause(): string {
  return l10n.t({ message: ", ", comment: ["between phrases"] });
}

function lastApart(parts: readonly string[], between: string): readonly [before: string, last: string] {
  return [parts.slice(0, -1).join(between), parts.at(-1) ?? ""];
}

/** Another "and" alone would not show where the last part begins. */
function isLong(before: string): boolean {
  return [separator(), pause(), " and "].some((mark) => before.includes(mark));
}

/** Where a sentence of its own begins. Chinese has no capitals: such texts of it do not begin with a name. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
