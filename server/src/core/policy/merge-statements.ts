// Which statements of a policy could be one, because they differ in their actions only, or in their resources only?
// And the edits that make one of them, in the layout of the first.
import type { TextEdit } from "../text/edit.js";
import { replaceWithItems } from "../text/insert-items.js";
import { isString, itemsOf, type StringValue } from "../text/value.js";
import type { Policy, Statement } from "./model.js";
import { isRegularStatement } from "./regular.js";
import { statementRemovals } from "./remove-statements.js";
import { entryWords, hashOfEntries, wordsWithout } from "./same-statement.js";

export type MergedRole = "action" | "resource";

export interface MergeGroup {
  readonly role: MergedRole;
  readonly first: Statement;
  /** Not empty. */
  readonly others: readonly Statement[];
}

/**
 * Groups of statements; none of them is in two groups, so that all groups can be merged at once. Statements of
 * `leftOut` belong to none, and those of different kinds to different ones. No group has more entries than one
 * statement may have.
 */
export function mergeGroups(
  policy: Policy,
  kindOf: (statement: Statement) => string,
  leftOut: (statement: Statement) => boolean = () => false,
): readonly MergeGroup[] {
  const groups: MergeGroup[] = [];
  const used = new Set<Statement>();
  for (const role of ["action", "resource"] as const) {
    for (const alike of groupsBy(policy, role, kindOf, used)) {
      const open = alike.filter((statement) => !leftOut(statement));
      const [first, ...others] = open;
      if (first === undefined || others.length === 0) continue;
      const merged = withinLimit(first, others, role, policy);
      if (merged.length === 0) continue;
      for (const statement of [first, ...merged]) used.add(statement);
      groups.push({ role, first, others: merged });
    }
  }
  return groups;
}

/** Statements that say the same but for one element. */
function groupsBy(
  { statements, dialect }: Policy,
  role: MergedRole,
  kindOf: (statement: Statement) => string,
  used: ReadonlySet<Statement>,
): readonly (readonly Statement[])[] {
  const rough = new Map<number, Statement[]>();
  for (const statement of statements) {
    if (used.has(statement) || valuesOf(statement, role).length === 0) continue;
    if (!isRegularStatement(statement, dialect)) continue;
    push(rough, roughKey(statement, role), statement);
  }
  const groups = new Map<string, Statement[]>();
  for (const alike of rough.values()) {
    if (alike.length < 2) continue;
    for (const statement of alike)
      push(groups, `${kindOf(statement)} ${wordsWithout(statement, role, dialect)}`, statement);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Different for most statements that differ in another element, and made quickly. */
function roughKey({ decision, actions, resources, elements }: Statement, role: MergedRole): number {
  const hash = hashOfEntries(role === "action" ? resources : actions);
  return (hash ^ (elements.length << 4)) * 2 + (decision === "allow" ? 1 : 0);
}

function push<Key>(groups: Map<Key, Statement[]>, key: Key, statement: Statement): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [statement]);
  else known.push(statement);
}

/** The strings of the element; none where the statement lacks it. */
function valuesOf({ elements }: Statement, role: MergedRole): readonly StringValue[] {
  return itemsOf(elements.find(({ rule }) => rule?.role === role)?.value).filter(isString);
}

function withinLimit(
  first: Statement,
  others: readonly Statement[],
  role: MergedRole,
  { dialect }: Policy,
): readonly Statement[] {
  const { actions, resources } = dialect.limits;
  const limit = (role === "action" ? actions : resources) ?? Number.POSITIVE_INFINITY;
  let count = valuesOf(first, role).length;
  return others.filter((other) => {
    const added = valuesOf(other, role).length;
    if (count + added > limit) return false;
    count += added;
    return true;
  });
}

/** The same edits for every statement of the group; none where the text is too broken. */
export function mergeStatements(
  text: string,
  policy: Policy,
  { role, first, others }: MergeGroup,
): readonly TextEdit[] {
  if (![first, ...others].every(({ span }) => text[span.end - 1] === "}")) return [];
  const removals = statementRemovals(policy, others);
  const value = first.elements.find(({ rule }) => rule?.role === role)?.value;
  const last = itemsOf(value).at(-1);
  if (value === undefined || last === undefined || removals.size < others.length) return [];
  const written = new Set(itemsOf(value).map((item) => entryWords(item, role, policy.dialect)));
  const items = [text.slice(last.span.start, last.span.end)];
  for (const item of others.flatMap((other) => valuesOf(other, role))) {
    const words = entryWords(item, role, policy.dialect);
    if (!written.has(words)) items.push(text.slice(item.span.start, item.span.end));
    written.add(words);
  }
  const list = value.kind === "list" ? value : undefined;
  return [replaceWithItems(text, list, last, items), ...removals.values()];
}
