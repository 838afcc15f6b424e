// What a report of `explain` is made of.
import {
  type Application,
  type Catalog,
  type DialectCatalog,
  isPattern,
  list,
  type Naming,
  type Policy,
  type Style,
  type Summary,
} from "../../../core/index.js";
import type { Gap } from "../../gaps.js";
import type { Colors } from "../colors.js";

export interface ExplainedFile {
  readonly path: string;
  readonly policies: readonly ExplainedPolicy[];
  /** What does not count or has no effect, in the order of the lines. */
  readonly notes: readonly Gap[];
  /** As the team calls them. */
  readonly applications: readonly Application[];
}

export interface ExplainedPolicy {
  readonly policy: Policy;
  /** On which it begins. */
  readonly line: number;
  readonly summary: Summary;
}

export interface ExplainOptions {
  readonly catalog: Catalog;
  readonly colors: Colors;
}

/** Pure. */
export type ExplainReporter = (files: readonly ExplainedFile[], options: ExplainOptions) => string;

/** Names of actions that no list has, spelled out before the rest is counted. */
const NAMED = 5;

export function namingFor(
  { policy }: ExplainedPolicy,
  { applications }: ExplainedFile,
  { catalog }: ExplainOptions,
  style: Style,
): Naming & { readonly facts: DialectCatalog } {
  return { facts: catalog.of(policy.dialect), applications, style };
}

/** Where the catalog does not know what is allowed or denied. */
export function unlistedNotes({ allowed, denied }: Summary, date: string, style: Style): readonly string[] {
  const unlisted = [...new Set([...allowed, ...denied].flatMap((group) => group.unlisted))];
  const names = unlisted.filter((text) => !isPattern(text)).map(style.quoted);
  const patterns = unlisted.filter(isPattern).map(style.quoted);
  const notes: string[] = [];
  if (names.length > 0) {
    notes.push(`not known to read or to write in the catalog of ${date}: ${list(names, NAMED)}`);
  }
  if (patterns.length > 0) {
    const reach = patterns.length === 1 ? "reaches" : "reach";
    notes.push(`the catalog of ${date} does not list everything that ${list(patterns, NAMED)} ${reach}`);
  }
  return notes;
}
