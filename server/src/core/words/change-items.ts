// What a change of policies newly allows and takes away, item by item, in the words that every report of it shares.
import * as l10n from "@vscode/l10n";
import type { AccessItem, Comparison } from "../access/comparison/comparison.js";
import { type CompiledStatement, compilePolicy } from "../access/compiled.js";
import type { Application } from "../catalog/applications.js";
import type { Catalog, DialectCatalog } from "../catalog/catalog.js";
import type { Policy } from "../policy/model.js";
import { fill } from "./fill.js";
import { describeActions } from "./item-actions.js";
import {
  type Change,
  type ChangeSide,
  exceptOf,
  nameOf,
  ofBase,
  otherSide,
  type ReadySide,
} from "./other-side.js";
import { exampleOf } from "./request.js";
import type { Style } from "./style.js";
import { type Wording, whereInWords, whereOf } from "./where.js";

/** A change as it was compared. */
export interface ComparedSides {
  readonly comparison: Comparison;
  /** Absent where there was no policy. */
  readonly before?: ChangeSide;
  /** Absent where there is none any more. */
  readonly after?: ChangeSide;
  readonly applications: readonly Application[];
}

export interface ItemWords {
  readonly change: Change;
  readonly access: AccessItem["access"];
  readonly actions: readonly string[];
  /** The actions, counted where they are many. */
  readonly named: string;
  /** `everything, only from 10.0.0.0/8`. */
  readonly where: string;
  /** `statement 2, line 7`, of the side that allows it. */
  readonly by: string;
  /** What the same side denies of it nevertheless. */
  readonly except?: string;
  /** What the other side says of the same actions: `before: app 1 (Live prod)`; absent where it is hard to say. */
  readonly other?: string;
  readonly example: string;
  /** The first of the items that these words are for. */
  readonly item: AccessItem;
  /** What is not certain about it. */
  readonly doubt?: string;
}

/** In the order of the comparison; what differs by a doubt of ours only is told as one. */
export function describeChange(
  change: Change,
  { comparison, before, after, applications }: ComparedSides,
  { catalog, style }: { readonly catalog: Catalog; readonly style: Style },
): readonly ItemWords[] {
  const [was, is] = [createReady(before, catalog), createReady(after, catalog)];
  return merged(comparison[change]).map(({ item, uncertain }) => {
    const { policy, statement } = item.by;
    const facts = catalog.of(policy.dialect);
    const [own, opposite] = change === "gained" ? [is(facts), was(facts)] : [was(facts), is(facts)];
    const wording: Wording = { facts, applications, style };
    const where = whereOf(item.resources, statement, wording);
    const other = otherSide(item, where, change, opposite, wording);
    const by = nameOf(item.by, own, style);
    const except = own && exceptOf(item, own, wording);
    return {
      change,
      access: item.access,
      actions: item.actions,
      named: describeActions(item, facts, style),
      where: whereInWords(where),
      by: change === "lost" ? ofBase(by) : by,
      item,
      ...(except !== undefined && { except }),
      ...(other !== undefined && { other }),
      example: exampleOf(item, facts, style),
      ...(uncertain > 0 && { doubt: doubtOf(uncertain, item.actions.length) }),
    };
  });
}

/** Statements are made ready once for all items of a dialect. */
function createReady(
  side: ChangeSide | undefined,
  catalog: Catalog,
): (facts: DialectCatalog) => ReadySide | undefined {
  const known = new Map<Policy["dialect"], readonly CompiledStatement[]>();
  return (facts) => {
    if (side === undefined) return undefined;
    const { dialect } = facts;
    const statements =
      known.get(dialect) ??
      side.policies
        .filter((policy) => policy.dialect === dialect)
        .flatMap((policy) => compilePolicy(policy, catalog.of(dialect)).statements);
    known.set(dialect, statements);
    return { ...side, statements };
  };
}

interface Merged {
  readonly item: AccessItem;
  /** Actions of which no source tells whether they can be limited to resources. */
  readonly uncertain: number;
}

function merged(items: readonly AccessItem[]): readonly Merged[] {
  const found: Merged[] = [];
  for (const item of items) {
    const uncertain = item.isUncertain ? item.actions.length : 0;
    const at = found.findIndex(({ item: known }) => isAlike(known, item));
    const known = found[at];
    if (known === undefined) found.push({ item, uncertain });
    else {
      const actions = [...known.item.actions, ...item.actions].sort();
      found[at] = { item: { ...known.item, actions }, uncertain: known.uncertain + uncertain };
    }
  }
  return found;
}

function isAlike(one: AccessItem, other: AccessItem): boolean {
  return (
    one.access === other.access &&
    one.by.statement === other.by.statement &&
    one.deniedBy?.statement === other.deniedBy?.statement &&
    one.resources.join("\n") === other.resources.join("\n")
  );
}

function doubtOf(uncertain: number, all: number): string {
  if (uncertain < all) {
    const template = l10n.t("no source tells whether {count} of these can be limited to resources");
    return fill(template, { count: uncertain });
  }
  return all === 1
    ? l10n.t("no source tells whether this can be limited to resources")
    : l10n.t("no source tells whether these can be limited to resources");
}
