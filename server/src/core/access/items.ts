// Differences as people read them: the cells in which one statement makes the difference become one item.
import { actionKey } from "../catalog/action-names.js";
import type { Action, DialectCatalog } from "../catalog/catalog.js";
import type { AccessItem, By } from "./comparison.js";
import type { CompiledStatement } from "./compiled.js";
import type { Difference } from "./difference.js";
import { matchesAction } from "./question.js";

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
  return [...drafts.values()].sort(inOrder).map(itemOf);
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
    if (known === undefined) found.set(id, { first: one, resources: new Set([one.pattern.text]) });
    else known.resources.add(one.pattern.text);
  }
  return Array.from(found.values(), ({ first, resources }) => ({ first, resources: [...resources].sort() }));
}

type NamedAction = Pick<AccessItem, "access" | "isUncertain"> & { readonly action: string };

function namedActions({ action, by, pattern }: Difference, facts: DialectCatalog): readonly NamedAction[] {
  const { listed, subject } = action;
  if (listed.length === 0) return [{ access: "unlisted", action: writtenIn(by, subject.key, facts) }];
  const isLimited = subject.reach === "resources" && !pattern.any;
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

/** What a statement says that reaches an action; the name itself rather than a pattern. */
function writtenIn({ statement, actions }: CompiledStatement, key: string, facts: DialectCatalog): string {
  const reaching = actions.includes(key) ? key : actions.find((pattern) => matchesAction([pattern], key));
  const written = statement.actions.find(({ text }) => {
    const { reading } = facts.action(text);
    return reading.kind === "action" && actionKey(reading, facts.dialect) === reaching;
  });
  return written?.text.replace(/^name\//, "") ?? reaching ?? key;
}

function inOrder(one: Draft, other: Draft): number {
  return (
    ORDER[one.access] - ORDER[other.access] ||
    one.first.by.statement.span.start - other.first.by.statement.span.start
  );
}

const ORDER: Readonly<Record<AccessItem["access"], number>> = { write: 0, unlisted: 1, read: 2 };

function itemOf({ access, actions, resources, isUncertain, first }: Draft): AccessItem {
  const { action, by, deniedBy, resource, context } = first;
  const [listed] = action.listed.filter((one) => actions.has(one.fullName));
  return {
    access,
    actions: [...actions],
    resources,
    by: byOf(by),
    ...(deniedBy && { deniedBy: byOf(deniedBy) }),
    witness: { action: listed?.fullName ?? action.subject.key, resource, context },
    ...(isUncertain && { isUncertain }),
  };
}

function byOf({ policy, statement }: CompiledStatement): By {
  return { policy, statement };
}
