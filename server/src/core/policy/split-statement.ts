// The edits that take actions out of a statement into one of their own, such as those that work on every resource
// only.
import { applyEdits, type TextEdit } from "../text/edit.js";
import { removeItems } from "../text/remove-items.js";
import { type Span, spanOf } from "../text/span.js";
import { gapBefore } from "../text/style.js";
import type { Value } from "../text/value.js";
import type { ElementRole } from "./dialect.js";
import type { Element, Policy, Statement } from "./model.js";

/**
 * A copy of the statement with these actions alone and on every resource, directly after it; what else stands
 * in the statement, effect and condition among it, is kept. None where the text is too broken to be split.
 *
 * Each edit replaces some text, so that the same edits, offered for each of the actions, are made only once.
 */
export function moveActionsToAnyResource(
  text: string,
  policy: Policy,
  statement: Statement,
  moved: ReadonlySet<Value>,
): readonly TextEdit[] {
  const resources = onlyElement(statement, "resource")?.value;
  if (resources === undefined) return [];
  return moveActions(text, policy, statement, moved, [anyResourceFor(resources, policy)]);
}

/** A copy of the statement with these actions alone, otherwise changed by `inCopy`; the rest stays where it is. */
export function moveActions(
  text: string,
  policy: Policy,
  statement: Statement,
  moved: ReadonlySet<Value>,
  inCopy: readonly TextEdit[] = [],
): readonly TextEdit[] {
  const actions = onlyElement(statement, "action")?.value;
  if (actions?.kind !== "list" || policy.statement?.value?.kind !== "list") return [];
  const { span } = statement;
  if (text[span.end - 1] !== "}") return [];
  const kept = actions.items.filter((item) => !moved.has(item));
  const copy = applyWithin(text, span, [...removeItems(actions, new Set(kept)), ...inCopy]);
  const gap = gapBefore(text, span.start);
  return [
    ...removeItems(actions, moved),
    { span: spanOf(span.end - 1, span.end), text: `},${gap.includes("\n") ? gap : " "}${copy}` },
  ];
}

/** For a statement of which nothing would stay behind. */
export function setAnyResource(text: string, policy: Policy, statement: Statement): readonly TextEdit[] {
  const resources = onlyElement(statement, "resource")?.value;
  return text === "" || resources === undefined ? [] : [anyResourceFor(resources, policy)];
}

/** In the shape that the file has: one string, or a list on one line or on several. */
function anyResourceFor(value: Value, { dialect }: Policy): TextEdit {
  const any = JSON.stringify(dialect.anyResource);
  if (value.kind !== "list") return { span: value.span, text: any };
  const first = value.items.at(0);
  const last = value.items.at(-1);
  // The brackets and the blanks beside them stay.
  if (first !== undefined && last !== undefined && last.span.end < value.span.end)
    return { span: spanOf(first.span.start, last.span.end), text: any };
  return { span: value.span, text: `[${any}]` };
}

/** Of an element that is written twice, nobody knows which one counts. */
function onlyElement({ elements }: Statement, role: ElementRole): Element | undefined {
  const found = elements.filter(({ rule }) => rule?.role === role);
  return found.length === 1 ? found[0] : undefined;
}

function applyWithin(text: string, { start, end }: Span, edits: readonly TextEdit[]): string {
  const moved = edits.map((edit) => ({
    text: edit.text,
    span: spanOf(edit.span.start - start, edit.span.end - start),
  }));
  return applyEdits(text.slice(start, end), moved);
}
