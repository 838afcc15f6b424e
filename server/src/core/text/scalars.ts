// The value that a token stands for: what was meant for a string is one, with quotes or without.
import type { Lexer } from "./lexer.js";
import { spanOf } from "./span.js";
import type { Value } from "./value.js";

export function scalarValue({ kind, start, end, text }: Lexer): Value {
  const span = spanOf(start, end);
  switch (kind) {
    case "true":
    case "false":
      return { kind: "boolean", span, text: kind };
    case "null":
      return { kind: "null", span, text: "null" };
    case "number":
      return { kind: "number", span, text };
    default:
      return { kind: "string", span, text };
  }
}
