// Resource strings as lists of segments, each a pattern of its own: a `*` of one segment never reaches into the next.
import type { DialectCatalog } from "../catalog/catalog.js";
import { coversPattern, isPattern, matchesPattern } from "../catalog/pattern.js";
import type { Dialect, ResourceReading, Segment } from "../policy/dialect.js";
import { EMPTY_MEANS_ANY, OWN_ACCOUNT } from "./readings.js";

export interface ResourcePattern {
  /** As written. */
  readonly text: string;
  /** Every resource, and the only one that reaches actions which cannot be limited to resources. */
  readonly any: boolean;
  /** In a form in which patterns and resources can be compared; empty where `any`. */
  readonly segments: readonly string[];
  /** Equal for patterns that mean the same. */
  readonly key: string;
  /** Where the segments stand in the text. */
  readonly places: readonly Segment[];
}

export const ANY_RESOURCE: ResourcePattern = { text: "*", any: true, segments: [], key: "*", places: [] };

/** Undefined for a text that is no resource. */
export function readResourcePattern(text: string, facts: DialectCatalog): ResourcePattern | undefined {
  const { dialect } = facts;
  const reading = facts.resource(text);
  if (text === dialect.anyResource || (reading.kind === "resource" && reading.any)) {
    return { ...ANY_RESOURCE, text };
  }
  if (reading.kind !== "resource") return undefined;
  const segments = reading.segments.map((segment) =>
    segment.text === "" && EMPTY_MEANS_ANY.has(segment.role)
      ? "*"
      : normal(segment, dialect).replace(/\*{2,}/g, "*"),
  );
  return { text, any: false, segments, key: segments.join("\n"), places: reading.segments };
}

/** The segments of the resource of a request; undefined where it is none, or every resource. */
export function requestedSegments(reading: ResourceReading, dialect: Dialect): readonly string[] | undefined {
  if (reading.kind !== "resource" || reading.any) return undefined;
  return reading.segments.map((segment) =>
    segment.role === "region" && segment.text === "*" ? "" : normal(segment, dialect),
  );
}

function normal({ role, text }: Segment, { actionCase }: Dialect): string {
  if (role === "account" && text === "") return OWN_ACCOUNT;
  return role === "service" && actionCase === "insensitive" ? text.toLowerCase() : text;
}

/** Whether a resource fits; undefined segments are a request that no single resource describes. */
export function matchesResource(
  { any, segments }: ResourcePattern,
  requested: readonly string[] | undefined,
): boolean {
  if (any) return true;
  if (requested === undefined || requested.length !== segments.length) return false;
  // The last segment differs most.
  for (let at = segments.length - 1; at >= 0; at--) {
    const pattern = segments[at] ?? "";
    const text = requested[at] ?? "";
    if (pattern !== "*" && pattern !== text && !(isPattern(pattern) && matchesPattern(pattern, text))) {
      return false;
    }
  }
  return true;
}

/** Whether every resource that fits `inner` fits `outer`. */
export function coversResource(outer: ResourcePattern, inner: ResourcePattern): boolean {
  if (outer.any || inner.any) return outer.any;
  if (outer.key === inner.key) return true;
  return (
    outer.segments.length === inner.segments.length &&
    outer.segments.every((segment, at) => coversPattern(segment, inner.segments[at] ?? ""))
  );
}

/** A resource written as another one is, with other segments. */
export function writeResource({ text, places }: ResourcePattern, segments: readonly string[]): string {
  let written = "";
  let from = 0;
  for (const [at, { span }] of places.entries()) {
    const segment = segments[at] ?? "";
    written += text.slice(from, span.start) + (segment === OWN_ACCOUNT ? "" : segment);
    from = span.end;
  }
  return written + text.slice(from);
}
