// Places in a string that a reader of a guide was meant to fill in: `${SdkAppId}`, `$account`, `<uin>`, `{uin}`.
// Which of them the service fills in itself is said by the dialect.
import { type Span, spanOf } from "../text/span.js";
import type { Dialect, ResourceReading } from "./dialect.js";

export interface Placeholder {
  readonly text: string;
  /** Offsets in the string. */
  readonly span: Span;
}

const PLACEHOLDER = /\$?\{[^{}]{0,80}\}|<[^<>]{1,80}>|\$[A-Za-z_]\w*/g;

export function placeholdersIn(text: string): readonly Placeholder[] {
  if (!mayHavePlaceholder(text)) return [];
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: found, index }) => ({
    text: found,
    span: spanOf(index, index + found.length),
  }));
}

/**
 * Those of a resource that somebody has to fill in. The service fills in its variables in the last segment; in a
 * segment that must stay empty, nothing is to be filled in at all.
 */
export function unfilledPlaceholders(
  text: string,
  reading: ResourceReading,
  { variables = [] }: Dialect,
): readonly Placeholder[] {
  const segments = reading.kind === "resource" ? reading.segments : [];
  return placeholdersIn(text).filter(({ text: found, span }) => {
    const segment = segments.find((one) => one.span.start <= span.start && span.end <= one.span.end);
    if (segment?.role === "project") return false;
    return segment === undefined || segment !== segments[segments.length - 1] || !variables.includes(found);
  });
}

/** Whether a segment may become any other one day, so that nothing can be said about it. */
export function hasPlaceholder(text: string): boolean {
  return placeholdersIn(text).length > 0;
}

/** The string as it could be once it is filled in. */
export function fillPlaceholders(text: string, value: string): string {
  return mayHavePlaceholder(text) ? text.replace(PLACEHOLDER, value) : text;
}

/** Nearly no string has one of these. */
function mayHavePlaceholder(text: string): boolean {
  return text.includes("{") || text.includes("$") || text.includes("<");
}
