// The edits that split statements whose lists are too long into statements that differ in the list only. Entries
// of a list are alternatives, so what the statements say together is what the one said.
import type { TextEdit } from "../text/edit.js";
import { spanOf } from "../text/span.js";
import { gapBefore, gapBetween } from "../text/style.js";
import type { ListValue } from "../text/value.js";
import type { ElementRule } from "./dialect.js";
import { lengthOf, minifiedLength } from "./minified-length.js";
import type { Element, Policy, Statement } from "./model.js";

export interface Split {
  /** How many statements there are afterwards. */
  readonly parts: number;
  /** One, so that a fix of another list of the same statement can only wait for it. */
  readonly edit: TextEdit;
}

/**
 * For each list of actions or resources that is too long, how it is split. All of them together make neither too
 * many statements nor too long a policy: a list for which there is no room left has no split.
 */
export function planSplits(text: string, policy: Policy): ReadonlyMap<Element, Split> {
  const { limits } = policy.dialect;
  const plan = new Map<Element, Split>();
  let statements = policy.statements.length;
  let length = minifiedLength(policy);
  for (const statement of policy.statements) {
    for (const element of statement.elements) {
      const { rule, value: list } = element;
      const most = mostEntries(rule, policy);
      if (list?.kind !== "list" || most === undefined || list.items.length <= most) continue;
      const parts = Math.ceil(list.items.length / most);
      const copied = lengthOf(statement.value) - lengthOf(list) + 2;
      const longer = (parts - 1) * copied;
      if (statements + parts - 1 > (limits.statements ?? Number.POSITIVE_INFINITY)) continue;
      if (length + longer > limits.policyLength && length <= limits.policyLength) continue;
      const edit = splitList(text, policy, statement, list, rule, most);
      if (edit === undefined) continue;
      statements += parts - 1;
      length += longer;
      plan.set(element, { parts, edit });
    }
  }
  return plan;
}

function mostEntries(rule: ElementRule | undefined, { dialect: { limits } }: Policy): number | undefined {
  if (rule?.role === "action") return limits.actions;
  return rule?.role === "resource" ? limits.resources : undefined;
}

/** The statement keeps the first entries; copies of it directly behind hold the others. */
function splitList(
  text: string,
  policy: Policy,
  { span, value, elements }: Statement,
  list: ListValue,
  rule: ElementRule | undefined,
  most: number,
): TextEdit | undefined {
  if (policy.statement?.value?.kind !== "list") return undefined;
  // Of an element that is written twice, nobody knows which one counts.
  if (elements.filter((element) => element.rule === rule).length !== 1) return undefined;
  const { items } = list;
  const first = items[0];
  const kept = items[most - 1];
  const last = items.at(-1);
  if (first === undefined || kept === undefined || last === undefined) return undefined;
  if (!/^\s*\]$/.test(text.slice(last.span.end, list.span.end))) return undefined;
  if (!/^[\s,]*\}$/.test(text.slice(value.entries.at(-1)?.span.end ?? 0, span.end))) return undefined;
  const head = text.slice(span.start, first.span.start);
  const tail = text.slice(last.span.end, span.end);
  const gap = gapOf(text, value.span.start, gapBetween(text, value));
  let added = tail;
  for (let at = most; at < items.length; at += most) {
    const end = items[Math.min(at + most, items.length) - 1]?.span.end;
    added += `,${gap}${head}${text.slice(items[at]?.span.start, end)}${tail}`;
  }
  return { span: spanOf(kept.span.end, span.end), text: added };
}

/** Between statements: a line break where the statement stands on a line of its own, or what its entries have. */
function gapOf(text: string, start: number, inner: string): string {
  const gap = gapBefore(text, start);
  if (gap.includes("\n")) return gap;
  return inner.includes("\n") ? " " : inner;
}
