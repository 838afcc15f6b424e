// What a report of `explain` is made of.
import {
  type Application,
  type Catalog,
  type DialectCatalog,
  describeNothing,
  describeUnlisted,
  type Gap,
  headline,
  type Naming,
  type Policy,
  type Style,
  type Summary,
} from "../../../core/index.js";
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
  /** In a grants file: whose access it is. */
  readonly holders?: ExplainedHolders;
}

/** To all of them the same is attached. */
export interface ExplainedHolders {
  readonly kind: "user" | "group";
  readonly names: readonly string[];
  /** Names and paths of the policies that count. */
  readonly attached: readonly string[];
  /** Nothing that is attached is left out. */
  readonly isCertain: boolean;
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

/** Of somebody whose policies are not all known, it is not certain that there is nothing. */
export function headlineOf({ summary, holders }: ExplainedPolicy, naming: Naming): string {
  const isEmpty = summary.allowed.length === 0 && holders !== undefined;
  return isEmpty ? describeNothing(holders.isCertain) : headline(summary, naming);
}

/** Where the catalog does not know what is allowed or denied. */
export function unlistedNotes(summary: Summary, date: string, style: Style): readonly string[] {
  const { unknown, rest } = describeUnlisted(summary, date, NAMED, style);
  return [unknown, rest].filter((note) => note !== undefined);
}
