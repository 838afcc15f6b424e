// Reads a text as JSON and never fails: what is missing is left out, what is wrong is a problem, and the rest
// of the text is still read. How wrong brackets and commas are mended is decided here and nowhere else.
import { createLexer, type Lexer } from "./lexer.js";
import type { Problem, ProblemKind } from "./problem.js";
import { type Span, spanOf } from "./span.js";
import type { Entry, ListValue, MapValue, StringValue, Value } from "./value.js";

export interface JsonText {
  /** Absent where the text holds no value at all. */
  readonly root?: Value;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

/** Policies need five levels; deeper parts of the text are passed over, so that no later code can overflow. */
export const DEEPEST = 100;

interface Frame {
  readonly kind: "list" | "map";
  readonly start: number;
  readonly items: Value[];
  readonly entries: Entry[];
  /** What is expected next. */
  state: "key" | "colon" | "value" | "comma";
  key: StringValue | undefined;
  comma: Span | undefined;
  /** A list that was written without brackets: its first and last item. */
  bare: { readonly items: Value[]; readonly problem: number } | undefined;
}

export function readJson(text: string): JsonText {
  const problems: Problem[] = [];
  const lexer = createLexer(text, problems);
  const reader = createReader(text, lexer, problems);
  lexer.next();
  while (lexer.kind !== "end" && !reader.done()) {
    reader.token();
    lexer.next();
  }
  const root = reader.finish();
  problems.sort((a, b) => a.span.start - b.span.start);
  return root === undefined ? { problems } : { root, problems };
}

function createReader(text: string, lexer: Lexer, problems: Problem[]) {
  const stack: Frame[] = [];
  let top: Frame | undefined;
  let root: Value | undefined;
  let extra = false;
  let previousEnd = 0;
  let deepReported = false;

  return { token, finish, done: () => extra };

  function token(): void {
    const end = lexer.end;
    if (top === undefined && root !== undefined) {
      const span = spanOf(lexer.start, lexer.end);
      if (lexer.kind === "}" || lexer.kind === "]") {
        report("stray-bracket", span, [{ span, text: "" }], false);
        return;
      }
      extra = true;
      report("extra-content", span);
      return;
    }
    switch (lexer.kind) {
      case "{":
      case "[":
        open(lexer.kind === "{" ? "map" : "list");
        break;
      case "}":
      case "]":
        close(lexer.kind === "}" ? "map" : "list");
        break;
      case ",":
        comma();
        break;
      case ":":
        colon();
        break;
      default:
        scalar(scalarValue());
    }
    previousEnd = end;
  }

  function report(
    kind: ProblemKind,
    span: Span,
    edits?: readonly { span: Span; text: string }[],
    safe = true,
  ): void {
    const repair = edits === undefined ? {} : { repair: { edits, safe } };
    problems.push({ kind, span, found: text.slice(span.start, span.end), ...repair });
  }

  function scalarValue(): Value {
    const span = spanOf(lexer.start, lexer.end);
    switch (lexer.kind) {
      case "true":
      case "false":
        return { kind: "boolean", span, text: lexer.kind };
      case "null":
        return { kind: "null", span, text: "null" };
      case "number":
        return { kind: "number", span, text: lexer.text };
      default:
        return { kind: "string", span, text: lexer.text };
    }
  }

  function push(kind: "list" | "map"): void {
    top = {
      kind,
      start: lexer.start,
      items: [],
      entries: [],
      state: kind === "map" ? "key" : "value",
      key: undefined,
      comma: undefined,
      bare: undefined,
    };
    stack.push(top);
    if (stack.length > DEEPEST && !deepReported) {
      deepReported = true;
      report("too-deep", spanOf(lexer.start, lexer.end));
    }
  }

  function open(kind: "list" | "map"): void {
    const parent = stack[stack.length - 2];
    const wantsKey = top?.kind === "map" && (top.state === "key" || top.state === "comma");
    // A brace where a key belongs, inside a list: the brace before it was forgotten, not the key.
    if (
      wantsKey &&
      kind === "map" &&
      parent?.kind === "list" &&
      top !== undefined &&
      top.entries.length > 0
    ) {
      closeForgotten();
    }
    if (top?.state === "comma") missingComma();
    if (top?.kind === "map" && top.state === "key") report("missing-key", spanOf(lexer.start, lexer.end));
    if (top?.kind === "map" && top.state === "colon") missingColon();
    push(kind);
  }

  function close(kind: "list" | "map"): void {
    if (kind === "list" && top?.kind === "map" && closeBareList()) return;
    if (!stack.some((frame) => frame.kind === kind)) {
      const span = spanOf(lexer.start, lexer.end);
      report("stray-bracket", span, [{ span, text: "" }], false);
      return;
    }
    while (top !== undefined && top.kind !== kind) closeForgotten();
    endFrame(lexer.end);
  }

  /** Ends the innermost container, whose bracket was forgotten, where the last thing in it ended. */
  function closeForgotten(): void {
    if (top === undefined) return;
    const bracket = top.kind === "map" ? "}" : "]";
    const at = top.comma === undefined ? previousEnd : top.comma.start;
    const followedByComma = top.comma !== undefined;
    report(
      "unclosed-bracket",
      spanOf(top.start, top.start + 1),
      [{ span: spanOf(at, at), text: bracket }],
      false,
    );
    top.comma = undefined;
    endFrame(at);
    if (followedByComma && top !== undefined) {
      top.state = top.kind === "map" ? "key" : "value";
    }
  }

  function endFrame(end: number): void {
    const frame = stack.pop();
    if (frame === undefined) return;
    top = stack[stack.length - 1];
    if (frame.state === "colon" || (frame.kind === "map" && frame.state === "value")) incompleteEntry(frame);
    else if (frame.comma !== undefined)
      report("trailing-comma", frame.comma, [{ span: frame.comma, text: "" }]);
    const span = spanOf(frame.start, end);
    const value: ListValue | MapValue =
      frame.kind === "map"
        ? { kind: "map", span, entries: frame.entries }
        : { kind: "list", span, items: frame.items };
    if (stack.length < DEEPEST) attach(value);
    else if (top !== undefined) top.state = "comma";
  }

  function attach(value: Value): void {
    if (top === undefined) {
      root = value;
      return;
    }
    top.comma = undefined;
    if (top.kind === "list") top.items.push(value);
    else if (top.key !== undefined) {
      top.entries.push({ span: spanOf(top.key.span.start, value.span.end), key: top.key, value });
      top.key = undefined;
    }
    top.state = "comma";
  }

  /** A key without a value: `"effect": }` or, where the colon is missing too, `"effect" }`. */
  function incompleteEntry(frame: Frame): void {
    const key = frame.key;
    if (key === undefined) return;
    report(frame.state === "colon" ? "missing-colon" : "missing-value", key.span);
    frame.entries.push({ span: key.span, key });
    frame.key = undefined;
  }

  function comma(): void {
    const span = spanOf(lexer.start, lexer.end);
    if (top === undefined) {
      report("extra-comma", span, [{ span, text: "" }]);
      return;
    }
    if (top.state === "colon" && !extendBareList()) incompleteEntry(top);
    else if (top.kind === "map" && top.state === "value") incompleteEntry(top);
    else if (top.state === "key" || (top.kind === "list" && top.state === "value")) {
      report("extra-comma", span, [{ span, text: "" }]);
      return;
    }
    top.state = top.kind === "map" ? "key" : "value";
    top.comma = span;
  }

  function colon(): void {
    const span = spanOf(lexer.start, lexer.end);
    if (top?.kind === "map" && top.state === "colon") {
      top.state = "value";
      return;
    }
    if (top?.kind === "list" && keyAfterForgottenBracket()) return;
    report("missing-key", span);
  }

  /** `["a", "b" "resource": …`: what was read as the last item is the next key of the map around. */
  function keyAfterForgottenBracket(): boolean {
    const last = top?.items[top.items.length - 1];
    if (top === undefined || last?.kind !== "string" || stack[stack.length - 2]?.kind !== "map") return false;
    top.items.pop();
    const lastProblem = problems[problems.length - 1];
    const commaWasMissing = lastProblem?.kind === "missing-comma" && lastProblem.span.end <= last.span.start;
    if (commaWasMissing) problems.pop();
    const before = top.items[top.items.length - 1];
    const at = before?.span.end ?? top.start + 1;
    const bracket = commaWasMissing ? "]," : "]";
    report(
      "unclosed-bracket",
      spanOf(top.start, top.start + 1),
      [{ span: spanOf(at, at), text: bracket }],
      false,
    );
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
    if (top.state === "comma") missingComma();
    if (top.state === "key") {
      top.key = { kind: "string", span: value.span, text: scalarText(value) };
      if (value.kind !== "string") report("missing-key", value.span);
      top.state = "colon";
      return;
    }
    if (top.state === "colon") {
      missingColon();
    }
    attach(value);
  }

  function missingComma(): void {
    if (top === undefined) return;
    const at = spanOf(previousEnd, previousEnd);
    report("missing-comma", spanOf(previousEnd - 1, previousEnd), [{ span: at, text: "," }]);
    top.state = top.kind === "map" ? "key" : "value";
  }

  function missingColon(): void {
    if (top?.key === undefined) return;
    const at = spanOf(top.key.span.end, top.key.span.end);
    report("missing-colon", top.key.span, [{ span: at, text: ":" }], false);
    top.state = "value";
  }

  /** `"action": "a", "b"`: the second string was read as a key, but it is one more value of the list meant. */
  function extendBareList(): boolean {
    if (top?.key === undefined) return false;
    const entry = top.entries.pop();
    if (entry?.value === undefined || (entry.value.kind !== "string" && top.bare === undefined)) {
      if (entry !== undefined) top.entries.push(entry);
      return false;
    }
    const items = top.bare !== undefined && entry.value.kind === "list" ? top.bare.items : [entry.value];
    const problem = top.bare?.problem ?? problems.length;
    items.push(top.key);
    const span = spanOf(items[0]?.span.start ?? entry.value.span.start, top.key.span.end);
    problems[problem] = {
      kind: "list-without-brackets",
      span: entry.key.span,
      found: entry.key.text,
      repair: {
        edits: [
          { span: spanOf(span.start, span.start), text: "[" },
          { span: spanOf(span.end, span.end), text: "]" },
        ],
        safe: true,
      },
    };
    top.bare = { items, problem };
    top.entries.push({
      span: spanOf(entry.key.span.start, span.end),
      key: entry.key,
      value: { kind: "list", span, items },
    });
    top.key = undefined;
    top.state = "comma";
    return true;
  }

  /** `"action": "a", "b" ],`: only the opening bracket is missing. */
  function closeBareList(): boolean {
    if (top?.state !== "colon" || !extendBareList() || top.bare === undefined) return false;
    const problem = problems[top.bare.problem];
    const first = problem?.repair?.edits[0];
    if (problem !== undefined && first !== undefined) {
      problems[top.bare.problem] = { ...problem, repair: { edits: [first], safe: true } };
    }
    top.bare = undefined;
    return true;
  }

  function finish(): Value | undefined {
    if (top !== undefined) {
      const span = spanOf(top.start, top.start + 1);
      const brackets = stack
        .map((frame) => (frame.kind === "map" ? "}" : "]"))
        .reverse()
        .join("");
      const dangling = top.state === "colon" || (top.kind === "map" && top.state === "value");
      const at = top.comma ?? spanOf(previousEnd, previousEnd);
      if (dangling) report("unclosed-bracket", span);
      else report("unclosed-bracket", span, [{ span: at, text: brackets }]);
      top.comma = undefined;
      while (top !== undefined) endFrame(text.length);
    }
    if (root === undefined && problems.length === 0)
      report("empty-text", spanOf(0, Math.min(1, text.length)));
    return root;
  }
}

function scalarText(value: Value): string {
  return value.kind === "list" || value.kind === "map" ? "" : value.text;
}
