// Builds lists and maps out of tokens. How wrong brackets, commas and colons are mended is decided here and
// nowhere else: every mistake costs as little of what stands around it as possible.
import { createBareLists } from "./bare-lists.js";
import {
  closingOf,
  containerOf,
  createFrame,
  expectsValue,
  type Frame,
  isDangling,
  openingOf,
  startOf,
} from "./frames.js";
import type { Lexer } from "./lexer.js";
import { insertion, type ProblemLog, replacement } from "./problem-log.js";
import { scalarValue } from "./scalars.js";
import { completeUnopened, joinWord, removeMissingComma, settleKeyWithoutQuotes } from "./second-thoughts.js";
import { spanOf } from "./span.js";
import { isStrayBrace } from "./stray-braces.js";
import type { Value } from "./value.js";

/** Policies need five levels; deeper parts of the text are passed over, so that no later code can overflow. */
export const DEEPEST = 100;

export interface Containers {
  /** Takes the lexer's token in. */
  readonly take: () => void;
  /** Goes on as if a brace had been read. */
  readonly openMissing: () => void;
  /** The document, once it is complete. */
  readonly root: () => Value | undefined;
  /** Closes what the text left open, and gives what there is. */
  readonly finish: (end: number) => Value | undefined;
}

export function createContainers(text: string, lexer: Lexer, log: ProblemLog): Containers {
  const bareLists = createBareLists(text, lexer, log);
  const stack: Frame[] = [];
  let top: Frame | undefined;
  let openLists = 0;
  let root: Value | undefined;
  let previousEnd = 0;
  let isDeepReported = false;
  /** Where the problem is that tells of a missing first brace. */
  let unopened: number | undefined;

  return { take, openMissing, root: () => root, finish };

  function take(): void {
    switch (lexer.kind) {
      case "{":
        open("map");
        break;
      case "[":
        open("list");
        break;
      case "}":
        close("map");
        break;
      case "]":
        close("list");
        break;
      case ",":
        comma();
        break;
      case ":":
        colon();
        break;
      default:
        if (top !== undefined && expectsValue(top)) joinWord(text, lexer, log);
        scalar(scalarValue(lexer));
    }
    previousEnd = lexer.end;
  }

  function openMissing(): void {
    const { start, end } = lexer;
    unopened = log.problems.length;
    log.report("unopened-bracket", spanOf(start, end), { unsafe: [insertion(start, "{")] });
    push("map");
  }

  function push(kind: "list" | "map"): void {
    const { start, end } = lexer;
    top = createFrame(kind, start);
    stack.push(top);
    if (kind === "list") openLists++;
    if (stack.length > DEEPEST && !isDeepReported) {
      isDeepReported = true;
      log.report("too-deep", spanOf(start, end));
    }
  }

  function open(kind: "list" | "map"): void {
    if (kind === "map" && isBraceForgotten()) closeForgotten();
    const listed = kind === "map" && top !== undefined && bareLists.takesMap(top) ? top : undefined;
    if (top?.state === "comma") missingComma();
    if (listed !== undefined) listed.state = "value";
    if (top?.state === "key") log.report("missing-key", spanOf(lexer.start, lexer.end));
    if (top?.state === "colon") missingColon();
    push(kind);
  }

  /** A brace where a key belongs, inside a list: the brace before it was forgotten, not the key. */
  function isBraceForgotten(): boolean {
    if (top?.kind !== "map" || (top.state !== "key" && top.state !== "comma")) return false;
    return top.entries.length > 0 && stack[stack.length - 2]?.kind === "list";
  }

  function close(kind: "list" | "map"): void {
    if (kind === "list" && top !== undefined && bareLists.close(top)) return;
    const open = kind === "list" ? openLists : stack.length - openLists;
    if (open === 0 || (kind === "map" && isStrayBrace(text, lexer.end, top, stack.length))) {
      const span = spanOf(lexer.start, lexer.end);
      log.report("stray-bracket", span, { unsafe: [replacement(span, "")] });
      return;
    }
    while (top !== undefined && top.kind !== kind) closeForgotten();
    endFrame(lexer.end);
  }

  /** Ends the innermost container, whose bracket was forgotten, where the last thing in it ended. */
  function closeForgotten(): void {
    if (top === undefined) return;
    const at = top.comma ?? previousEnd;
    const hadComma = top.comma !== undefined;
    log.report("unclosed-bracket", openingOf(top), { unsafe: [insertion(at, closingOf(top))] });
    top.comma = undefined;
    endFrame(at);
    if (hadComma && top !== undefined) top.state = startOf(top.kind);
  }

  function endFrame(end: number): void {
    const frame = stack.pop();
    if (frame === undefined) return;
    top = stack[stack.length - 1];
    if (frame.kind === "list") openLists--;
    if (isDangling(frame) && !bareLists.extendLast(frame)) incompleteEntry(frame);
    else if (frame.comma !== undefined) {
      const place = spanOf(frame.comma, frame.comma + 1);
      log.report("trailing-comma", place, { safe: [replacement(place, "")] });
    }
    if (stack.length < DEEPEST) attach(containerOf(frame, end));
    else if (top !== undefined) {
      top.comma = undefined;
      top.state = "comma";
    }
  }

  function attach(value: Value): void {
    if (top === undefined) {
      root = value;
      return;
    }
    if (top.kind === "map" && top.key === undefined && top.state === "value" && value.kind === "map") {
      bareLists.append(top, value);
      return;
    }
    if (top.kind === "list") top.items.push(value);
    else if (top.key !== undefined) {
      top.entries.push({ span: spanOf(top.key.span.start, value.span.end), key: top.key, value });
    }
    top.key = undefined;
    top.comma = undefined;
    top.bare = undefined;
    top.state = "comma";
  }

  /** A key without a value: `"effect": }` or, where the colon is missing too, `"effect" }`. */
  function incompleteEntry(frame: Frame): void {
    const { key } = frame;
    if (key === undefined) return;
    log.report(frame.state === "colon" ? "missing-colon" : "missing-value", key.span);
    frame.entries.push({ span: key.span, key });
    frame.key = undefined;
    frame.bare = undefined;
  }

  function comma(): void {
    if (top?.state === "colon") {
      if (!bareLists.extend(top)) incompleteEntry(top);
    } else if (top?.kind === "map" && top.state === "value") incompleteEntry(top);
    else if (top?.state !== "comma") {
      const span = spanOf(lexer.start, lexer.end);
      log.report("extra-comma", span, { safe: [replacement(span, "")] });
      return;
    }
    top.state = startOf(top.kind);
    top.comma = lexer.start;
    top.gap = undefined;
  }

  function colon(): void {
    if (top?.kind === "map" && top.state === "colon") {
      top.state = "value";
      return;
    }
    const span = spanOf(lexer.start, lexer.end);
    if (top?.kind === "map" && top.state === "value") {
      log.report("wrong-punctuation", span, { safe: [replacement(span, "")] });
    } else if (top?.kind === "map" && top.state === "key") {
      // The value after it has no name, and must not be taken for one.
      log.report("missing-key", span);
      top.state = "value";
    } else if (top?.kind !== "map" || top.state !== "comma" || !keyAfterMissingValue(top)) {
      if (!keyAfterForgottenBracket()) log.report("missing-key", span);
    }
  }

  /** `"effect": "action": …`: what was read as the value is the next key. */
  function keyAfterMissingValue(frame: Frame): boolean {
    const last = frame.entries.at(-1);
    if (last?.value?.kind !== "string") return false;
    frame.entries.pop();
    log.report("missing-value", last.key.span);
    frame.entries.push({ span: last.key.span, key: last.key });
    frame.key = last.value;
    frame.state = "value";
    return true;
  }

  /** `["a", "b" "resource": …`: what was read as the last item is the next key of the map around. */
  function keyAfterForgottenBracket(): boolean {
    const last = top?.items.at(-1);
    if (top?.kind !== "list" || last?.kind !== "string" || stack[stack.length - 2]?.kind !== "map")
      return false;
    top.items.pop();
    const at = top.items.at(-1)?.span.end ?? top.start + 1;
    const hadNoComma = top.gap !== undefined || top.items.length === 0;
    if (top.gap !== undefined) removeMissingComma(log, top.gap);
    log.report("unclosed-bracket", openingOf(top), { unsafe: [insertion(at, hadNoComma ? "]," : "]")] });
    endFrame(at);
    if (top === undefined) return false;
    top.key = last;
    top.state = "value";
    return true;
  }

  function scalar(value: Value): void {
    if (top === undefined) {
      root = value;
      return;
    }
    const wasGap = top.state === "comma";
    if (wasGap) missingComma();
    else top.gap = undefined;
    if (top.state === "key") {
      key(top, value);
      return;
    }
    if (top.state === "colon") missingColon();
    const { gap } = top;
    attach(value);
    top.gap = gap;
  }

  function key(frame: Frame, value: Value): void {
    const text = value.kind === "list" || value.kind === "map" ? "" : value.text;
    frame.key = value.kind === "string" ? value : { kind: "string", span: value.span, text };
    frame.isOddKey = value.kind !== "string";
    frame.state = "colon";
    frame.comma = undefined;
    if (lexer.kind === "word") settleKeyWithoutQuotes(log, value.span);
    else if (value.kind !== "string") {
      log.report("missing-key", value.span, { safe: [replacement(value.span, JSON.stringify(text))] });
    }
  }

  function missingComma(): void {
    if (top === undefined) return;
    top.gap = previousEnd;
    log.report("missing-comma", spanOf(previousEnd - 1, previousEnd), {
      safe: [insertion(previousEnd, ",")],
    });
    top.state = startOf(top.kind);
  }

  function missingColon(): void {
    if (top?.key === undefined) return;
    const { span } = top.key;
    log.report("missing-colon", span, { unsafe: [insertion(span.end, ":")] });
    top.state = "value";
  }

  function finish(end: number): Value | undefined {
    if (top === undefined) return root;
    const { comma = previousEnd } = top;
    const place = spanOf(comma, Math.max(comma, previousEnd));
    const brackets = stack.map(closingOf).reverse().join("");
    const edits = isDangling(top) ? [] : [replacement(place, brackets)];
    if (unopened !== undefined && stack.length === 1) completeUnopened(log, unopened, edits);
    // A text that breaks off may have lost anything, a deny among it: no repair of it is safe.
    else log.report("unclosed-bracket", openingOf(top), edits.length > 0 ? { unsafe: edits } : undefined);
    top.comma = undefined;
    while (top !== undefined) endFrame(end);
    return root;
  }
}
