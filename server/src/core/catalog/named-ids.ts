// Which applications and accounts a file names in the resources of its policies, and where their digits stand. Of
// services without documented resources an account is told by the prefix that accounts of the others have.
import type { Dialect, ResourceParts, Segment } from "../policy/dialect.js";
import { type PolicyFile, policiesOf } from "../policy/read.js";
import { readEmbeddedText } from "../text/embedded-text.js";
import { type Span, spanOf } from "../text/span.js";
import type { StringValue } from "../text/value.js";
import { APPLICATION_TYPE } from "./applications.js";
import type { Catalog, DialectCatalog } from "./catalog.js";
import { isPattern, matchesPattern } from "./pattern.js";
import { accountPrefix } from "./resources.js";

export type IdKind = "application" | "account";

/** An id, or a pattern of ids, as it is named at one place. */
export interface NamedId {
  readonly kind: IdKind;
  /** Digits; in a pattern stars among them. */
  readonly id: string;
  /** Of the digits and stars alone, escapes included. */
  readonly span: Span;
  /** The place where a project lists it as its own. */
  readonly isListed?: true;
}

/** Made once for a catalog, of which it remembers what accounts look like. */
export interface IdReader {
  /** In the order of the text, except that policies in strings come last. */
  readonly inFile: (file: PolicyFile, text: string) => readonly NamedId[];
  /** Those in a string that may be a resource of any dialect; none where it is not one. */
  readonly inResource: (value: StringValue, text: string) => readonly NamedId[];
}

export function createIdReader(catalog: Catalog): IdReader {
  const known = new Map<Dialect, Facts>();
  const factsOf = (dialect: Dialect): Facts => {
    const facts = known.get(dialect) ?? readFacts(catalog.of(dialect));
    known.set(dialect, facts);
    return facts;
  };
  return {
    inFile: (file, text) => idsOfFile(file, text, factsOf),
    inResource(value, text) {
      for (const dialect of catalog.dialects) {
        const found = idsOfString(value, text, factsOf(dialect));
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

/** Whether the two can be the same application or account: patterns reach ids. */
export function concernsId(one: NamedId, other: NamedId): boolean {
  if (one.kind !== other.kind) return false;
  if (isPattern(one.id)) return one.id === other.id || (!isPattern(other.id) && reaches(one, other));
  return matchesPattern(other.id, one.id);
}

function reaches(pattern: NamedId, { id }: NamedId): boolean {
  return matchesPattern(pattern.id, id);
}

interface Facts {
  readonly facts: DialectCatalog;
  /** What accounts of the dialect start with: `uin/`. */
  readonly prefixes: readonly string[];
}

function readFacts(facts: DialectCatalog): Facts {
  const found = [...facts.services.keys()].map((code) => accountPrefix(facts, code));
  return { facts, prefixes: [...new Set(found.filter((prefix) => prefix !== undefined))] };
}

function idsOfFile(file: PolicyFile, text: string, factsOf: (dialect: Dialect) => Facts): NamedId[] {
  const own = policiesOf({ ...file, embedded: [] }).flatMap(({ dialect, statements }) => {
    const facts = factsOf(dialect);
    return statements.flatMap(({ resources }) =>
      resources.flatMap((resource) => idsOfString(resource, text, facts)),
    );
  });
  const inner = file.embedded.flatMap(({ source, file: embedded }) =>
    idsOfFile(embedded, source.text, factsOf).map((id) => ({ ...id, span: source.toOuter(id.span) })),
  );
  return [...own, ...inner];
}

function idsOfString(value: StringValue, text: string, { facts, prefixes }: Facts): NamedId[] {
  const reading = facts.resource(value.text);
  if (reading.kind !== "resource" || reading.any) return [];
  return reading.segments.flatMap((segment): NamedId[] => {
    const found = idIn(segment, reading, prefixes);
    if (found === undefined) return [];
    const { kind, id, at } = found;
    const inner = spanOf(segment.span.start + at, segment.span.start + at + id.length);
    return [{ kind, id, span: readEmbeddedText(value, text).toOuter(inner) }];
  });
}

function idIn({ role, text }: Segment, { type }: ResourceParts, prefixes: readonly string[]) {
  if (role === "account") {
    const prefix = prefixes.find((one) => text.startsWith(one));
    if (prefix === undefined) return undefined;
    const id = idAt(text, prefix.length, /$/y);
    return id === undefined ? undefined : ({ kind: "account", id, at: prefix.length } as const);
  }
  // In other case it is a fault with a finding of its own, and means the same.
  if (role !== "resource" || type.toLowerCase() !== APPLICATION_TYPE) return undefined;
  const id = idAt(text, type.length + 1, /\/|$/y);
  return id === undefined ? undefined : ({ kind: "application", id, at: type.length + 1 } as const);
}

/** Digits, and stars among them, up to what must follow. A star alone names nothing. */
function idAt(text: string, start: number, following: RegExp): string | undefined {
  const [id = ""] = /^[0-9*]*/.exec(text.slice(start)) ?? [];
  following.lastIndex = start + id.length;
  return /[0-9]/.test(id) && following.test(text) ? id : undefined;
}
