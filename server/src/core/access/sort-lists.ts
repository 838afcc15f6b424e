// The edits that sort the actions and resources of every statement. Of statements that the access engine cannot
// read nobody could prove that they mean the same afterwards: they stay as they are.
import type { Catalog } from "../catalog/catalog.js";
import type { Dialect } from "../policy/dialect.js";
import type { Policy } from "../policy/model.js";
import type { PolicyFile } from "../policy/read.js";
import type { TextEdit } from "../text/edit.js";
import { isString, type StringValue, type Value } from "../text/value.js";
import { compilePolicy } from "./compiled.js";

/** In the order of the text; each entry takes the place of another, and what stands between them stays. */
export function sortedLists(file: PolicyFile, text: string, catalog: Catalog): readonly TextEdit[] {
  return [
    ...file.policies.flatMap((policy) => sortPolicy(policy, text, catalog)),
    ...file.embedded.flatMap(({ source, file: inner }) =>
      sortedLists(inner, source.text, catalog).map(source.editOuter),
    ),
  ];
}

function sortPolicy(policy: Policy, text: string, catalog: Catalog): TextEdit[] {
  const { leftOut } = compilePolicy(policy, catalog.of(policy.dialect));
  const isWhole = ({ span }: Policy["statements"][number]) =>
    !leftOut.some((part) => span.start <= part.span.start && part.span.end <= span.end);
  return policy.statements.filter(isWhole).flatMap(({ elements }) =>
    elements.flatMap(({ rule, value }) => {
      if (rule?.role === "action") return sortList(value, text, (one) => actionKey(one, policy.dialect));
      return rule?.role === "resource" ? sortList(value, text, ({ text: key }) => key) : [];
    }),
  );
}

function sortList(value: Value | undefined, text: string, keyOf: (value: StringValue) => string): TextEdit[] {
  if (value?.kind !== "list" || !value.items.every(isString)) return [];
  const { items } = value;
  // A comment in the list belongs to one of its entries, and nobody knows to which.
  const hasComment = items.some(
    (item, index) =>
      !/^[\s,]*$/.test(text.slice(items[index - 1]?.span.end ?? value.span.start + 1, item.span.start)),
  );
  if (hasComment) return [];
  const sorted = items
    .filter(isString)
    .sort((a, b) => compareTexts(keyOf(a), keyOf(b)) || compareTexts(a.text, b.text));
  return items.flatMap(({ span }, index) => {
    const other = sorted[index];
    const written = other && text.slice(other.span.start, other.span.end);
    return written === undefined || written === text.slice(span.start, span.end)
      ? []
      : [{ span, text: written }];
  });
}

/** `name/` is a habit that means nothing. */
function actionKey({ text }: StringValue, { actionCase, readAction }: Dialect): string {
  const reading = readAction(text);
  const bare = reading.kind === "action" ? text.slice(reading.prefix.length) : text;
  return actionCase === "insensitive" ? bare.toLowerCase() : bare;
}

/** The same in every language and country. */
function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
