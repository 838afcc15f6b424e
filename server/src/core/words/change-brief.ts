// A change of access short enough to stand on one line with the text: `widened, +3 write on Live prod`.
import type { AccessItem, Comparison } from "../access/comparison/comparison.js";
import { APPLICATION_TYPE, type Application } from "../catalog/applications.js";
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import type { ComparedSides } from "./change-items.js";
import { describeConditions } from "./conditions.js";
import { describeResources } from "./resources.js";
import { shortVerdict } from "./verdict.js";

export interface BriefChange extends Pick<ComparedSides, "comparison" | "applications"> {
  /** There was no such policy. */
  readonly isNew: boolean;
  /** Why nothing could be read of what it is compared with. */
  readonly failure?: string;
  /** What could not be read may hide that access was widened. */
  readonly mayHide: boolean;
}

/** What figures are made of. */
export interface Counted extends Pick<ComparedSides, "applications"> {
  readonly comparison: Pick<Comparison, "gained" | "lost">;
}

/** `base` is what it is compared with, as people call it: `vs HEAD: widened, +3 write on Live prod, −1 read`. */
export function describeBriefly(base: string, change: BriefChange, catalog: Catalog): string {
  const { comparison, failure, isNew, mayHide } = change;
  if (failure !== undefined) return WORDS.unreadable(base, failure);
  const figures = [...figuresOf("gained", change, catalog), ...figuresOf("lost", change, catalog)];
  const verdict = isNew ? WORDS.isNew : shortVerdict(comparison.verdict);
  const said = [verdict, ...figures, ...(mayHide ? [WORDS.asFarAsRead] : [])];
  return WORDS.versus(base, said.join(", "));
}

/** Without the base and the verdict: `+3 write on Live prod`. */
export function describeFigures(change: Counted, catalog: Catalog): readonly string[] {
  return [...figuresOf("gained", change, catalog), ...figuresOf("lost", change, catalog)];
}

/** Writes first; an action that several statements allow counts once. */
function figuresOf(
  change: "gained" | "lost",
  { comparison, applications }: Counted,
  catalog: Catalog,
): readonly string[] {
  const figures = ACCESSES.flatMap((access) => {
    const items = comparison[change].filter((item) => item.access === access);
    if (items.length === 0) return [];
    const count = new Set(items.flatMap(({ actions }) => actions)).size;
    return [{ counted: WORDS[access](count), where: whereOf(items, applications, catalog) }];
  });
  // What is said of several figures stands behind the last: `+3 write, +1 read on Live prod`.
  return figures.map(({ counted, where }, at) =>
    WORDS[change](counted, where === figures[at + 1]?.where ? undefined : where),
  );
}

const ACCESSES: readonly AccessItem["access"][] = ["write", "unlisted", "read"];

/** Beyond, the figures would be pushed out of sight. */
const ROOM = 40;

function whereOf(
  items: readonly AccessItem[],
  applications: readonly Application[],
  catalog: Catalog,
): string | undefined {
  const [first] = items;
  if (first === undefined) return undefined;
  const facts = catalog.of(first.by.policy.dialect);
  if (items.some(({ by }) => by.policy.dialect !== facts.dialect)) return undefined;
  const resources = [...new Set(items.flatMap((item) => item.resources))];
  const words = labelOf(resources, facts, applications) ?? describeResources(resources, facts, applications);
  const isConditional = items.every(({ by }) => describeConditions(by.statement, facts) !== null);
  const on = words.length <= ROOM ? words : WORDS.resources(resources.length);
  return isConditional ? WORDS.underConditions(on) : on;
}

/** The name alone of the one application that it is about. */
function labelOf(
  resources: readonly string[],
  facts: DialectCatalog,
  applications: readonly Application[],
): string | undefined {
  const ids = new Set(
    resources.map((text) => {
      const reading = facts.resource(text);
      return reading.kind === "resource" && reading.type === APPLICATION_TYPE ? reading.path : undefined;
    }),
  );
  const [id] = ids;
  if (id === undefined || ids.size > 1) return undefined;
  return applications.find(({ sdkAppId }) => sdkAppId === id)?.label;
}

const WORDS = {
  versus: (base: string, said: string) => `vs ${base}: ${said}`,
  unreadable: (base: string, failure: string) => `vs ${base}: nothing to compare with (${failure})`,
  isNew: "new policy",
  asFarAsRead: "as far as it could be read",
  gained: (count: string, where: string | undefined) =>
    where === undefined ? `+${count}` : `+${count} on ${where}`,
  lost: (count: string, where: string | undefined) =>
    where === undefined ? `−${count}` : `−${count} on ${where}`,
  write: (count: number) => `${count} write`,
  unlisted: (count: number) => `${count} unlisted`,
  read: (count: number) => `${count} read`,
  resources: (count: number) => (count === 1 ? "1 resource" : `${count} resources`),
  underConditions: (where: string) => `${where} under conditions`,
} as const;
