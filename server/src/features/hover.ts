// What a hover says: about an action, a wildcard, a resource and its parts, a preset name, an operator, key or value,
// the name of an element; and on an effect or the head of the document what the statements let someone do.
import type { Hover, Position } from "vscode-languageserver-types";
import type { DialectCatalog, Span } from "../core/index.js";
import type { ServedDocument, Services } from "./document.js";
import { grantsHover } from "./grants/hover.js";
import { policyText, statementText } from "./hover/access-text.js";
import { actionText } from "./hover/action-text.js";
import { elementText, versionText } from "./hover/element-text.js";
import { fieldText } from "./hover/field-text.js";
import { keyText, operatorText, presetText } from "./hover/name-text.js";
import { resourceText, segmentText } from "./hover/resource-text.js";
import { statementHere } from "./hover/statement-here.js";
import { type HoverTarget, targetAt } from "./hover/target.js";
import { valueText } from "./hover/value-text.js";
import { insideStringAt } from "./inside-string.js";
import { toOffset, toRange } from "./to-lsp.js";

export function hover(document: ServedDocument, position: Position, services: Services): Hover | null {
  if (document.grants !== undefined) return grantsHover(document, document.grants, position, services);
  const inside = insideStringAt(document, position);
  if (inside !== undefined) {
    const found = hover(inside.document, inside.position, services);
    return found && { ...found, ...(found.range && { range: inside.toOuter(found.range) }) };
  }
  const target = targetAt(document, toOffset(document.lines, position));
  if (target === undefined) return null;
  const value = textFor(target, document, services);
  if (value === undefined) return null;
  return {
    contents: { kind: "markdown", value },
    range: toRange(document.lines, oneLine(target.span, document)),
  };
}

function textFor(target: HoverTarget, { file }: ServedDocument, services: Services): string | undefined {
  const { catalog } = services;
  switch (target.kind) {
    case "head":
      return policyText(target.policy, services);
    case "version":
      return `${versionText(target.text, target.policy.dialect)}\n\n${policyText(target.policy, services)}`;
    case "element":
      return aboutElement(target, catalog.of(target.policy.dialect), services);
    case "segment":
      return segmentText(target.segment, target.parts, catalog.of(target.policy.dialect), services);
    case "value":
      return valueText(target.text, target, catalog.of(target.policy.dialect), services);
    case "effect":
      return statementText(target.statement, target.policy, services);
    case "action":
      return actionText(target.text, catalog.of(target.policy.dialect), services);
    case "resource":
      return resourceText(target.text, catalog.of(target.policy.dialect), services);
    case "operator":
      return operatorText(target.text, catalog.of(target.policy.dialect), services);
    case "key":
      return keyText(target.text, catalog.of(target.policy.dialect), services);
    case "field":
      return fieldText(target.rule);
    case "preset":
      return presetText(target.text, file.dialect ? [file.dialect] : catalog.dialects, services);
  }
}

/** What there is of it here stands first: that is what a reader looks for. */
function aboutElement(
  { text, role, policy, statement }: Extract<HoverTarget, { kind: "element" }>,
  facts: DialectCatalog,
  services: Services,
): string | undefined {
  const about = elementText(text, facts);
  const here =
    statement === undefined ? policyText(policy, services) : statementHere(role, statement, facts, services);
  return about === undefined || here === undefined ? about : `${here}\n\n${about}`;
}

/** Ranges over several lines make editors underline whole pages. */
function oneLine(span: Span, { text }: ServedDocument): Span {
  const end = text.slice(span.start, span.end).search(/[\r\n]/);
  return end < 0 ? span : { start: span.start, end: span.start + end };
}
