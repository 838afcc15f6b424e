// Short questions that many checks and features ask of a policy.
import type { Span } from "../text/span.js";
import type { Value } from "../text/value.js";
import type { Dialect, ElementRole } from "./dialect.js";
import type { Policy, Statement } from "./model.js";

/** The opening bracket of an object or list: the place of what is missing in it. */
export function openingOf(span: Span): Span {
  return { start: span.start, end: Math.min(span.start + 1, span.end) };
}

/** The place of a value on one line: all of a scalar, the opening bracket of a list or object. */
export function placeOf(value: Value): Span {
  return value.kind === "list" || value.kind === "map" ? openingOf(value.span) : value.span;
}

/** The statement that an offset lies in. */
export function statementAt(policy: Policy, offset: number): Statement | undefined {
  return policy.statements.find(({ span }) => span.start <= offset && offset <= span.end);
}

/** Whether a statement of this dialect must have an element of this role. */
export function requiresInStatement({ elements }: Dialect, role: ElementRole): boolean {
  return elements.statement.some((rule) => rule.role === role && rule.required);
}
