// Which resources a statement speaks of, as sets that can be compared: everything, or the strings that fit a
// resource pattern.
import { coversPattern, patternsMeet } from "../catalog/pattern.js";
import type { ResourceParts } from "../policy/dialect.js";

export type Scope =
  | { readonly kind: "everything" }
  | { readonly kind: "pattern"; readonly text: string; readonly parts: ResourceParts };

export const EVERYTHING: Scope = { kind: "everything" };

export function scopeOf(text: string, parts: ResourceParts): Scope {
  return parts.any ? EVERYTHING : { kind: "pattern", text, parts };
}

/** Whether every resource of `inner` is one of `outer`. */
export function coversScope(outer: Scope, inner: Scope): boolean {
  return compare(outer, inner, coversPattern, outer.kind === "everything");
}

/** Whether some resource is in both. */
export function scopesMeet(one: Scope, other: Scope): boolean {
  return compare(one, other, patternsMeet, true);
}

/** Whether a resource of this scope can belong to a service: the segment names it, or names none. */
export function reachesService(scope: Scope, service: string): boolean {
  return (
    scope.kind === "everything" ||
    patternsMeet(orAny(scope.parts.service).toLowerCase(), service.toLowerCase())
  );
}

function compare(
  one: Scope,
  other: Scope,
  test: (a: string, b: string) => boolean,
  ofEverything: boolean,
): boolean {
  if (one.kind === "everything" || other.kind === "everything") return ofEverything;
  const left = comparable(one.parts);
  const right = comparable(other.parts);
  return left.every((segment, at) => test(segment, right[at] ?? ""));
}

/**
 * Segments in a form in which patterns can be compared. An empty service or region means any
 * (https://www.tencentcloud.com/document/product/598/10606). An empty account is the author's own root
 * account: an unknown number, covered by `uin/*` and different from every number that is written.
 */
function comparable({ service, region, account, type, path }: ResourceParts): readonly string[] {
  const own = account === "" ? "uin/\u0001" : account;
  return [orAny(service), orAny(region), own, path === "" ? type : `${type}/${path}`];
}

function orAny(segment: string): string {
  return segment === "" ? "*" : segment;
}
