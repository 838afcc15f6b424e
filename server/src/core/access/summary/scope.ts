// Which resources a statement speaks of, as sets that can be compared: everything, or the strings that fit a
// resource pattern.
import { coversPattern, isPattern, patternsMeet } from "../../catalog/pattern.js";
import type { ResourceParts } from "../../policy/dialect.js";
import { OWN_ACCOUNT } from "../readings.js";

export type Scope = { readonly kind: "everything" } | PatternScope;

export interface PatternScope {
  readonly kind: "pattern";
  /** The resource as written. */
  readonly text: string;
  readonly parts: ResourceParts;
  /** Service, region, account, and the resource itself, in a form in which patterns can be compared. */
  readonly segments: readonly string[];
  /** The segments as one string: equal for resources that are written differently and mean the same. */
  readonly key: string;
  readonly hasWildcard: boolean;
}

export const EVERYTHING: Scope = { kind: "everything" };

export function scopeOf(text: string, parts: ResourceParts): Scope {
  if (parts.any) return EVERYTHING;
  const segments = comparable(parts);
  return {
    kind: "pattern",
    text,
    parts,
    segments,
    key: segments.join(":"),
    hasWildcard: segments.some(isPattern),
  };
}

/** Whether every resource of `inner` is one of `outer`. */
export function coversScope(outer: Scope, inner: Scope): boolean {
  if (outer.kind === "everything") return true;
  if (inner.kind === "everything") return false;
  if (outer.key === inner.key) return true;
  return outer.hasWildcard && everySegment(outer, inner, coversPattern);
}

/** Whether some resource is in both. */
export function scopesMeet(one: Scope, other: Scope): boolean {
  if (one.kind === "everything" || other.kind === "everything" || one.key === other.key) return true;
  return (one.hasWildcard || other.hasWildcard) && everySegment(one, other, patternsMeet);
}

/** Whether a resource of this scope can belong to a service: the segment names it, or names none. */
export function reachesService(scope: Scope, service: string): boolean {
  return scope.kind === "everything" || patternsMeet(scope.segments[0] ?? "*", service.toLowerCase());
}

/** Each once, without those that lie within another. */
export function widest(scopes: readonly Scope[]): readonly Scope[] {
  if (scopes.some(({ kind }) => kind === "everything")) return [EVERYTHING];
  const distinct = new Map(scopes.map((scope) => [keyOf(scope), scope]));
  const wide = [...distinct.values()].filter(hasWildcard);
  return [...distinct.values()].filter(
    (scope) => !wide.some((other) => other !== scope && coversScope(other, scope)),
  );
}

/** The scopes that do not lie wholly within one of those removed. */
export function subtractScopes(scopes: readonly Scope[], removed: readonly Scope[]): readonly Scope[] {
  if (removed.length === 0) return scopes;
  const keys = new Set(removed.map(keyOf));
  const wide = removed.filter(hasWildcard);
  return scopes.filter(
    (scope) => !keys.has(keyOf(scope)) && !wide.some((other) => coversScope(other, scope)),
  );
}

export function keyOf(scope: Scope): string {
  return scope.kind === "everything" ? "*" : scope.key;
}

function hasWildcard(scope: Scope): boolean {
  return scope.kind === "everything" || scope.hasWildcard;
}

function everySegment(
  one: PatternScope,
  other: PatternScope,
  test: (a: string, b: string) => boolean,
): boolean {
  // The last segment differs most.
  for (let at = one.segments.length - 1; at >= 0; at--) {
    const segment = one.segments[at] ?? "";
    const same = other.segments[at] ?? "";
    if (segment !== same && !test(segment, same)) return false;
  }
  return true;
}

/** An empty service or region means any (https://www.tencentcloud.com/document/product/598/10606). */
function comparable({ service, region, account, type, path }: ResourceParts): readonly string[] {
  const own = account === "" ? OWN_ACCOUNT : account;
  return [orAny(service).toLowerCase(), orAny(region), own, path === "" ? type : `${type}/${path}`];
}

function orAny(segment: string): string {
  return segment === "" ? "*" : segment;
}
