// A change of access short enough to stand on one line with the text: `widened, +3 write on Live prod`.
import * as l10n from "@vscode/l10n";
import type { AccessItem, Comparison } from "../access/comparison/comparison.js";
import { APPLICATION_TYPE, type Application } from "../catalog/applications.js";
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import type { ComparedSides } from "./change-items.js";
import { describeConditions } from "./conditions.js";
import { fill } from "./fill.js";
import { sequence } from "./lists.js";
import { countResources, describeResources } from "./resources.js";
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
  if (failure !== undefined) {
    return fill(l10n.t("vs {base}: nothing to compare with ({failure})"), { base, failure });
  }
  const verdict = isNew ? l10n.t("new policy") : shortVerdict(comparison.verdict);
  const figures = describeFigures(change, catalog);
  const said = [verdict, ...figures, ...(mayHide ? [l10n.t("as far as it could be read")] : [])];
  return fill(l10n.t("vs {base}: {change}"), { base, change: sequence(said) });
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
    return [{ figure: fill(FIGURES[access](), { count }), where: whereOf(items, applications, catalog) }];
  });
  // What is said of several figures stands behind the last: `+3 write, +1 read on Live prod`.
  return figures.map(({ figure, where }, at) => {
    const signed = fill(change === "gained" ? l10n.t("+{figure}") : l10n.t("−{figure}"), { figure });
    if (where === undefined || where === figures[at + 1]?.where) return signed;
    return fill(l10n.t("{figure} on {resources}"), { figure: signed, resources: where });
  });
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
  const on = words.length <= ROOM ? words : countResources(resources.length);
  return isConditional ? fill(l10n.t("{resources} under conditions"), { resources: on }) : on;
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

const FIGURES: Readonly<Record<AccessItem["access"], () => string>> = {
  write: () => l10n.t("{count} write"),
  unlisted: () => l10n.t("{count} unlisted"),
  read: () => l10n.t("{count} read"),
};
