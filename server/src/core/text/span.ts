// Where something stands in a text: the only notion of position that the core has.
// Lines and columns are made from it in `line-index.ts`, for editors and reports.

/** Offsets in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The place of values that were not read from a text. */
export const NOWHERE: Span = { start: 0, end: 0 };

export function spanOf(start: number, end: number): Span {
  return { start, end };
}

/** Whether an offset lies in a span or at one of its ends, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether the two have a character in common, or are the same empty place. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end ? true : one.start === other.start;
}
