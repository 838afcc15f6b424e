// Finds what a hover is about: the part of a policy or request at an offset.
import {
  documentAt,
  type Element,
  isPolicyNameField,
  itemsOf,
  type MapValue,
  type Policy,
  type Span,
  type Statement,
  type StringValue,
  spanOf,
  statementAt,
  touches,
  type Value,
} from "../../core/index.js";
import type { ServedDocument } from "../document.js";

export type HoverTarget =
  | { readonly kind: "head"; readonly span: Span; readonly policy: Policy }
  | { readonly kind: "effect"; readonly span: Span; readonly policy: Policy; readonly statement: Statement }
  | Named<"action">
  | Named<"resource">
  | Named<"operator">
  | Named<"key">
  | { readonly kind: "preset"; readonly span: Span; readonly text: string };

interface Named<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
  readonly text: string;
  readonly policy: Policy;
}

export function targetAt({ file }: ServedDocument, offset: number): HoverTarget | undefined {
  const policy = file.policies.find(({ span }) => touches(span, offset));
  if (policy === undefined) return presetAt(documentAt(file, offset), offset);
  const statement = statementAt(policy, offset);
  return statement === undefined ? headAt(policy, offset) : inStatement(statement, policy, offset);
}

/** The opening brace, the version, and the name of the statement element: what a reader looks at first. */
function headAt(policy: Policy, offset: number): HoverTarget | undefined {
  const { version, statement } = policy;
  if (version !== undefined && touches(version.entry.span, offset)) {
    return { kind: "head", span: version.entry.span, policy };
  }
  if (statement !== undefined && touches(statement.key.span, offset)) {
    return { kind: "head", span: statement.key.span, policy };
  }
  const brace = spanOf(policy.span.start, policy.span.start + 1);
  return touches(brace, offset) ? { kind: "head", span: brace, policy } : undefined;
}

function inStatement(statement: Statement, policy: Policy, offset: number): HoverTarget | undefined {
  const element = statement.elements.find(({ entry }) => touches(entry.span, offset));
  switch (element?.rule?.role) {
    case "effect":
      return { kind: "effect", span: element.entry.span, policy, statement };
    case "action":
    case "not-action":
      return named("action", stringAt(itemsOf(element.value), offset), policy);
    case "resource":
      return named("resource", stringAt(itemsOf(element.value), offset), policy);
    case "condition":
      return inCondition(element, policy, offset);
    default:
      return undefined;
  }
}

function inCondition({ value }: Element, policy: Policy, offset: number): HoverTarget | undefined {
  if (value?.kind !== "map") return undefined;
  const operator = value.entries.find(({ span }) => touches(span, offset));
  if (operator === undefined) return undefined;
  if (touches(operator.key.span, offset)) return named("operator", operator.key, policy);
  if (operator.value?.kind !== "map") return undefined;
  return named("key", keyAt(operator.value, offset), policy);
}

function keyAt(map: MapValue, offset: number): StringValue | undefined {
  return map.entries.find(({ key }) => touches(key.span, offset))?.key;
}

function named(
  kind: "action" | "resource" | "operator" | "key",
  value: StringValue | undefined,
  policy: Policy,
): HoverTarget | undefined {
  return value && { kind, span: value.span, text: value.text, policy };
}

function stringAt(values: readonly Value[], offset: number): StringValue | undefined {
  for (const value of values) if (value.kind === "string" && touches(value.span, offset)) return value;
  return undefined;
}

/** In a request: the value of `PolicyName` and its like, at any depth. */
function presetAt(value: Value | undefined, offset: number): HoverTarget | undefined {
  if (value === undefined || !touches(value.span, offset)) return undefined;
  if (value.kind === "list") {
    return presetAt(
      value.items.find(({ span }) => touches(span, offset)),
      offset,
    );
  }
  if (value.kind !== "map") return undefined;
  const entry = value.entries.find(({ span }) => touches(span, offset));
  const inner = entry?.value;
  if (entry === undefined || inner === undefined) return undefined;
  if (inner.kind !== "string" || !isPolicyNameField(entry.key.text)) return presetAt(inner, offset);
  return touches(inner.span, offset) ? { kind: "preset", span: inner.span, text: inner.text } : undefined;
}
