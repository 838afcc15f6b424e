// Finds what a hover is about: the part of a policy or request at an offset.
import {
  type ConditionKey,
  type ConditionOperator,
  documentAt,
  type Element,
  type ElementRole,
  type FieldRule,
  isPolicyNameField,
  itemsOf,
  type Policy,
  type PolicyFile,
  partOfString,
  type ResourceParts,
  type Segment,
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
  | { readonly kind: "version"; readonly span: Span; readonly text: string; readonly policy: Policy }
  | { readonly kind: "effect"; readonly span: Span; readonly policy: Policy; readonly statement: Statement }
  | ElementTarget
  | SegmentTarget
  | ValueTarget
  | Named<"action">
  | Named<"resource">
  | Named<"operator">
  | Named<"key">
  | { readonly kind: "preset"; readonly span: Span; readonly text: string }
  | { readonly kind: "field"; readonly span: Span; readonly rule: FieldRule };

interface Named<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
  readonly text: string;
  readonly policy: Policy;
}

/** The name of an element. */
interface ElementTarget extends Named<"element"> {
  readonly role: ElementRole;
  /** Absent at the level of the policy. */
  readonly statement?: Statement;
}

/** A part of a resource that says something by itself. */
interface SegmentTarget extends Named<"segment"> {
  readonly segment: Segment;
  readonly parts: ResourceParts;
}

interface ValueTarget extends Named<"value"> {
  readonly statement: Statement;
  readonly operator: ConditionOperator;
  readonly key: ConditionKey;
}

export function targetAt({ file, text }: ServedDocument, offset: number): HoverTarget | undefined {
  const policy = file.policies.find(({ span }) => touches(span, offset));
  if (policy === undefined) return presetAt(documentAt(file, offset), offset) ?? fieldAt(file, offset);
  const statement = statementAt(policy, offset);
  return statement === undefined ? headAt(policy, offset) : inStatement(statement, policy, text, offset);
}

/** The opening brace, the version, and the name of the statement element: what a reader looks at first. */
function headAt(policy: Policy, offset: number): HoverTarget | undefined {
  const { version, statement } = policy;
  if (version !== undefined && touches(version.entry.span, offset)) {
    const { key, value, rule } = version;
    if (touches(key.span, offset) && rule !== undefined) return nameOf(key, rule.role, policy);
    if (value?.kind === "string" || value?.kind === "number") {
      return { kind: "version", span: value.span, text: value.text, policy };
    }
    return { kind: "head", span: version.entry.span, policy };
  }
  if (statement !== undefined && touches(statement.key.span, offset)) {
    return { kind: "head", span: statement.key.span, policy };
  }
  const brace = spanOf(policy.span.start, policy.span.start + 1);
  return touches(brace, offset) ? { kind: "head", span: brace, policy } : undefined;
}

function inStatement(
  statement: Statement,
  policy: Policy,
  text: string,
  offset: number,
): HoverTarget | undefined {
  const element = statement.elements.find(({ entry }) => touches(entry.span, offset));
  const role = element?.rule?.role;
  if (element === undefined || role === undefined) return undefined;
  if (role === "effect") return { kind: "effect", span: element.entry.span, policy, statement };
  if (touches(element.key.span, offset)) return { ...nameOf(element.key, role, policy), statement };
  switch (role) {
    case "action":
    case "not-action":
      return named("action", stringAt(itemsOf(element.value), offset), policy);
    case "resource":
      return resourceAt(stringAt(itemsOf(element.value), offset), policy, text, offset);
    case "condition":
      return inCondition(element, statement, policy, offset);
    default:
      return undefined;
  }
}

function nameOf({ span, text }: StringValue, role: ElementRole, policy: Policy): ElementTarget {
  return { kind: "element", span, text, role, policy };
}

function resourceAt(
  value: StringValue | undefined,
  policy: Policy,
  text: string,
  offset: number,
): HoverTarget | undefined {
  if (value === undefined) return undefined;
  const parts = policy.dialect.readResource(value.text);
  if (parts.kind === "resource" && !parts.any) {
    for (const segment of parts.segments) {
      if (!TELLING.has(segment.role) || segment.text === "" || segment.text === "*") continue;
      const span = partOfString(value, segment.span, text);
      if (touches(span, offset)) return { kind: "segment", span, text: segment.text, segment, parts, policy };
    }
  }
  return named("resource", value, policy);
}

const TELLING: ReadonlySet<string> = new Set(["service", "region", "account"]);

function inCondition(
  { value }: Element,
  statement: Statement,
  policy: Policy,
  offset: number,
): HoverTarget | undefined {
  if (value?.kind !== "map") return undefined;
  const operator = statement.operators.find(({ key, keys }) =>
    [key, ...keys.flatMap((compared) => [compared.key, ...compared.values])].some(({ span }) =>
      touches(span, offset),
    ),
  );
  if (operator === undefined) return undefined;
  if (touches(operator.key.span, offset)) return named("operator", operator.key, policy);
  for (const key of operator.keys) {
    if (touches(key.key.span, offset)) return named("key", key.key, policy);
    const found = key.values.find(({ span }) => touches(span, offset));
    if (found === undefined) continue;
    return { kind: "value", span: found.span, text: found.text, policy, statement, operator, key };
  }
  return undefined;
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

function fieldAt({ dialect, wrapper }: PolicyFile, offset: number): HoverTarget | undefined {
  const entry = wrapper?.entries.find(({ span }) => touches(span, offset));
  const rule = dialect?.requestFields?.find(({ name }) => name === entry?.key.text);
  return entry && rule && { kind: "field", span: entry.key.span, rule };
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
