// Differences as people read them: the cells in which one statement makes the difference become one item.
import type { Action, DialectCatalog } from "../../catalog/catalog.js";
import { byOf } from "../by.js";
import type { AccessItem } from "./comparison.js";
import type { Difference } from "./difference.js";

type Draft = Pick<AccessItem, "access" | "isUncertain"> & {
  readonly actions: Set<string>;
  readonly resources: readonly string[];
  /** The first of the differences: it gives the witness. */
  readonly first: Difference;
};

/** Writes first, then what no list has, then reads; of these in the order of the statements. */
export function accessItems(
  differences: readonly Difference[],
  facts: DialectCatalog,
): readonly AccessItem[] {
  const idOf = createIds();
  const drafts = new Map<string, Draft>();
  for (const { first, resources } of byActions(differences, idOf)) {
    for (const { access, action, isUncertain } of namedActions(first, facts)) {
      const id = [access, isUncertain, idOf(first.by), idOf(first.deniedBy), ...resources].join("\t");
      const known = drafts.get(id);
      if (known !== undefined) known.actions.add(action);
      else {
        const uncertain = isUncertain && { isUncertain };
        drafts.set(id, { access, actions: new Set([action]), resources, first, ...uncertain });
      }
    }
  }
  return [...drafts.values()].sort(inOrder).map((draft) => itemOf(draft, facts));
}

function createIds(): (value: object | undefined) => number {
  const ids = new Map<object, number>();
  return (value) => {
    if (value === undefined) return -1;
    const id = ids.get(value) ?? ids.size;
    ids.set(value, id);
    return id;
  };
}

interface ActionDifference {
  readonly first: Difference;
  readonly resources: readonly string[];
}

/** The resources of a cell of actions that one statement makes the difference for. */
function byActions(
  differences: readonly Difference[],
  idOf: (value: object | undefined) => number,
): readonly ActionDifference[] {
  const found = new Map<string, { first: Difference; resources: Set<string> }>();
  for (const one of differences) {
    const id = [one.action, one.by, one.deniedBy].map(idOf).join();
    const known = found.get(id);
    if (known === undefined) found.set(id, { first: one, resources: new Set([one.within.text]) });
    else known.resources.add(one.within.text);
  }
  return Array.from(found.values(), ({ first, resources }) => ({ first, resources: [...resources].sort() }));
}

type NamedAction = Pick<AccessItem, "access" | "isUncertain"> & { readonly action: string };

function namedActions({ action, by, within }: Difference, facts: DialectCatalog): readonly NamedAction[] {
  const { listed, subject } = action;
  if (listed.length === 0) {
    const written = byOf(by, subject.key, undefined, facts).action?.text.replace(/^name\//, "");
    return [{ access: "unlisted", action: written ?? subject.key }];
  }
  const isLimited = subject.reach === "resources" && !within.any;
  return listed.map((one) => ({
    access: accessOf(one),
    action: one.fullName,
    ...(isLimited && one.level === undefined && { isUncertain: true }),
  }));
}

function accessOf({ access }: Action): AccessItem["access"] {
  if (access === undefined) return "unlisted";
  return access === "write" ? "write" : "read";
}

function inOrder(one: Draft, other: Draft): number {
  return (
    ORDER[one.access] - ORDER[other.access] ||
    one.first.by.statement.span.start - other.first.by.statement.span.start
  );
}

const ORDER: Readonly<Record<AccessItem["access"], number>> = { write: 0, unlisted: 1, read: 2 };

function itemOf(
  { access, actions, resources, isUncertain, first }: Draft,
  facts: DialectCatalog,
): AccessItem {
  const { action, by, deniedBy, resource, context, pattern } = first;
  const { key } = action.subject;
  const [listed] = action.listed.filter((one) => actions.has(one.fullName));
  return {
    access,
    actions: [...actions],
    resources,
    by: byOf(by, key, pattern.text, facts),
    ...(deniedBy && { deniedBy: byOf(deniedBy, key, undefined, facts) }),
    witness: { action: listed?.fullName ?? key, resource, context },
    ...(isUncertain && { isUncertain }),
  };
}
