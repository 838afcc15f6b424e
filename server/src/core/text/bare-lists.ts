// Lists that were written without one or both of their brackets: `"action": "a", "b",` and `"action": "a"],`,
// and `"statement": {…}, {…}`.
import { isLineEnd } from "./characters.js";
import type { TextEdit } from "./edit.js";
import { changeLastValue, type Frame } from "./frames.js";
import type { Lexer } from "./lexer.js";
import { insertion, type ProblemLog } from "./problem-log.js";
import { spanOf } from "./span.js";
import type { StringValue, Value } from "./value.js";

export interface BareLists {
  /** Takes what was read as a key for one more value of the list meant; false where it can be none. */
  readonly extend: (frame: Frame) => boolean;
  /** The same where the container ends behind it, and a key that is being typed would look alike. */
  readonly extendLast: (frame: Frame) => boolean;
  /** Whether an object where a key belongs is one more value of such a list. */
  readonly takesMap: (frame: Frame) => boolean;
  readonly append: (frame: Frame, value: Value) => void;
  /** Takes a closing bracket for the end of such a list; false where there is none. */
  readonly close: (frame: Frame) => boolean;
}

export function createBareLists(text: string, lexer: Lexer, log: ProblemLog): BareLists {
  return { extend, extendLast, takesMap, append, close };

  function extend(frame: Frame): boolean {
    const { key } = frame;
    const value = frame.entries.at(-1)?.value;
    if (key === undefined || frame.isOddKey || value === undefined) return false;
    if (value.kind !== "string" && frame.bare?.items.at(-1)?.kind !== "string") return false;
    append(frame, key);
    return true;
  }

  /** `"action": "im:*", "trtc:*" }`: no key of ours looks so, but for those of conditions, which stand alone. */
  function extendLast(frame: Frame): boolean {
    const entry = frame.entries.at(-1);
    if (frame.key === undefined || entry === undefined || frame.state !== "colon") return false;
    const looksLikeValue = /[:*]/.test(frame.key.text) && !entry.key.text.includes(":");
    return (looksLikeValue || frame.bare !== undefined) && extend(frame);
  }

  function takesMap(frame: Frame): boolean {
    if (frame.kind !== "map" || (frame.state !== "key" && frame.state !== "comma")) return false;
    return (frame.bare?.items.at(-1) ?? frame.entries.at(-1)?.value)?.kind === "map";
  }

  function append(frame: Frame, value: Value): void {
    const entry = frame.entries.at(-1);
    if (entry?.value === undefined) return;
    const { items, problem } = frame.bare ?? { items: [entry.value], problem: log.problems.length };
    items.push(value);
    const span = spanOf(items[0]?.span.start ?? value.span.start, value.span.end);
    const edits = [insertion(span.start, "["), insertion(span.end, "]")];
    if (frame.bare === undefined) report(entry.key, edits);
    else changeRepair(problem, edits);
    frame.bare = { items, problem };
    changeLastValue(frame, entry.key, { kind: "list", span, items });
    frame.key = undefined;
    frame.comma = undefined;
    frame.state = "comma";
  }

  function close(frame: Frame): boolean {
    if (frame.kind !== "map") return false;
    const endsInMap = frame.state === "comma" && frame.bare?.items.at(-1)?.kind === "map";
    if (frame.state === "comma" && !endsInMap) return closeSingle(frame);
    if (!endsInMap && (frame.state !== "colon" || !extend(frame))) return false;
    if (frame.bare === undefined) return false;
    // Only the opening bracket is missing.
    const first = log.problems[frame.bare.problem]?.repair?.edits[0];
    if (first !== undefined) changeRepair(frame.bare.problem, [first]);
    frame.bare = undefined;
    return true;
  }

  /** A bracket on the line of a single value, whose key starts the line, closes that value. */
  function closeSingle(frame: Frame): boolean {
    const entry = frame.entries.at(-1);
    if (entry?.value?.kind !== "string" || frame.bare !== undefined) return false;
    const { start } = entry.span;
    if (!startsLine(start) || /[\r\n]/.test(text.slice(start, lexer.end))) return false;
    const span = spanOf(entry.value.span.start, lexer.end);
    report(entry.key, [insertion(span.start, "[")]);
    changeLastValue(frame, entry.key, { kind: "list", span, items: [entry.value] });
    return true;
  }

  function startsLine(offset: number): boolean {
    let before = offset - 1;
    while (text.charAt(before) === " " || text.charAt(before) === "\t") before--;
    return isLineEnd(text.charCodeAt(before));
  }

  function report(key: StringValue, edits: readonly TextEdit[]): void {
    log.report("list-without-brackets", key.span, { safe: edits }, key.text);
  }

  function changeRepair(index: number, edits: readonly TextEdit[]): void {
    const problem = log.problems[index];
    if (problem?.kind !== "list-without-brackets") return;
    log.problems[index] = { ...problem, repair: { edits, safe: true } };
  }
}
