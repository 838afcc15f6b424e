// Short questions that many checks and features ask of a policy.
import type { Span } from "../text/span.js";
import type { Value } from "../text/value.js";
import type { Element, Policy, Statement } from "./model.js";

export function isAllow(statement: Statement): boolean {
  return statement.decision === "allow";
}

/** The opening bracket of an object or list: the place of what is missing in it. */
export function openingOf(span: Span): Span {
  return { start: span.start, end: Math.min(span.start + 1, span.end) };
}

/** The place of a value on one line: all of a scalar, the opening bracket of a list or object. */
export function placeOf(value: Value): Span {
  return value.kind === "list" || value.kind === "map" ? openingOf(value.span) : value.span;
}

/** All elements of the policy and of its statements, in the order of the text. */
export function elementsOf(policy: Policy): readonly Element[] {
  return [...policy.elements, ...policy.statements.flatMap((statement) => statement.elements)];
}

/** The statement that an offset lies in. */
export function statementAt(policy: Policy, offset: number): Statement | undefined {
  return policy.statements.find(({ span }) => span.start <= offset && offset <= span.end);
}
