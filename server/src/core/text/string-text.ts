// What the characters between two quotes stand for.
import type { ProblemLog } from "./problem-log.js";
import { replacement } from "./problem-log.js";
import type { Span } from "./span.js";

/** The text of a string whose span holds its quotes; what is wrong in it is reported and read as it was meant. */
export function decodeString(text: string, span: Span, log: ProblemLog): string {
  const raw = text.slice(span.start, span.end);
  try {
    const decoded: unknown = JSON.parse(raw);
    if (typeof decoded === "string") return decoded;
  } catch {
    // A wrong escape or a control character: told below.
  }
  const content = raw.slice(1, -1);
  const meant = decodeEscapes(content);
  const fix = [replacement(span, JSON.stringify(meant))];
  if (WRONG_ESCAPE.test(content)) log.report("invalid-escape", span, { unsafe: fix });
  else log.report("control-character", span, { safe: fix });
  return meant;
}

/** Reads escapes where they are right; a wrong one stands for the character after the backslash. */
export function decodeEscapes(content: string): string {
  if (!content.includes("\\")) return content;
  return content.replace(ESCAPE, (_, code?: string, character = "") => characterOf(code, character));
}

/** The groups are the four digits of a code, or the character after the backslash: for `characterOf`. */
export const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([\s\S]?))/g;

/** What an escape stands for; a wrong one stands for the character after the backslash. */
export function characterOf(code: string | undefined, character: string): string {
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return ESCAPES[character] ?? character;
}

const WRONG_ESCAPE = /\\(?:$|[^"\\/bfnrtu]|u(?![0-9a-fA-F]{4}))/;

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
