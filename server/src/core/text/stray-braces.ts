// Whether a closing brace is one too many, by what stands behind it: taken at its word, it would end the list
// or the document around it too early, and the rest would be lost.
import { skipBlanks } from "./characters.js";
import type { Frame } from "./frames.js";

/** `[ {…} }, {…} ]` and `{ "version": "2.0" }, "statement": … }`; `end` is the end of the brace. */
export function isStrayBrace(text: string, end: number, frame: Frame | undefined, depth: number): boolean {
  if (frame?.kind === "list") return frame.items.at(-1)?.kind === "map" && listGoesOn(text, end);
  return depth === 1 && ENTRY.test(text.slice(end, end + 100));
}

const ENTRY = /^\s*,?\s*"[^"]*"\s*:/;

function listGoesOn(text: string, end: number): boolean {
  let next = skipBlanks(text, end);
  if (text.charAt(next) === "]") return true;
  if (text.charAt(next) === ",") next = skipBlanks(text, next + 1);
  return text.charAt(next) === "{";
}
