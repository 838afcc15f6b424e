// What can be written at an offset of a document: which element's name, which string of which statement.
// Right in broken text too; undefined where nothing of ours belongs.
import {
  type Dialect,
  documentAt,
  type Element,
  type ElementRole,
  type FieldRule,
  isPolicyNameField,
  type MapValue,
  type Policy,
  type Statement,
} from "../core/index.js";
import { bareStringAt } from "./completion/bare-string.js";
import { type ItemSlot, type KeySlot, type Slot, slotAt, type ValueSlot } from "./completion/slot.js";
import { blankAt, type Written } from "./completion/written.js";
import type { ServedDocument } from "./document.js";

export type CursorContext =
  | DocumentContext
  | ElementNameContext
  | ElementValueContext
  | StatementContext
  | ActionContext
  | ResourceContext
  | OperatorContext
  | ConditionKeyContext
  | ConditionValueContext
  | PresetNameContext
  | RequestFieldContext
  | RequestValueContext;

/** The document is empty: a whole policy. */
export interface DocumentContext {
  readonly kind: "document";
  readonly slot: Written;
}

export interface ElementNameContext {
  readonly kind: "element-name";
  readonly policy: Policy;
  /** Absent at the level of the policy. */
  readonly statement?: Statement;
  readonly slot: KeySlot;
}

/** The value of an element that takes one string, or a list or map that is not there yet. */
export interface ElementValueContext {
  readonly kind: "version" | "effect" | "statements" | "condition";
  readonly policy: Policy;
  readonly slot: ValueSlot;
}

/** A place in the list of statements. */
export interface StatementContext {
  readonly kind: "statement";
  readonly policy: Policy;
  readonly slot: ItemSlot;
}

/** A place for a statement: in the list of statements, or where that list is to be. */
export interface NewStatement {
  readonly policy: Policy;
  readonly slot: ItemSlot | ValueSlot;
}

/** One string of a list of actions or resources, or the place of the list itself. */
export interface StringContext {
  readonly policy: Policy;
  readonly statement: Statement;
  readonly slot: ItemSlot | ValueSlot;
}

export interface ActionContext extends StringContext {
  readonly kind: "action";
}

export interface ResourceContext extends StringContext {
  readonly kind: "resource";
}

export interface OperatorContext {
  readonly kind: "operator";
  readonly policy: Policy;
  readonly statement: Statement;
  readonly slot: KeySlot;
}

export interface ConditionKeyContext {
  readonly kind: "condition-key";
  readonly policy: Policy;
  readonly statement: Statement;
  readonly operator: string;
  readonly slot: KeySlot;
}

export interface ConditionValueContext {
  readonly kind: "condition-value";
  readonly policy: Policy;
  readonly statement: Statement;
  readonly operator: string;
  readonly key: string;
  readonly slot: ItemSlot | ValueSlot;
}

/** The value of `PolicyName` and its like. */
export interface PresetNameContext {
  readonly kind: "preset-name";
  /** Absent where nothing in a request tells. */
  readonly dialect?: Dialect;
  readonly slot: ValueSlot;
}

/** The name of a field beside a policy in a request. */
export interface RequestFieldContext {
  readonly kind: "request-field";
  readonly dialect: Dialect;
  readonly slot: KeySlot;
}

export interface RequestValueContext {
  readonly kind: "request-value";
  readonly rule: FieldRule;
  readonly slot: ValueSlot;
}

export function contextAt(document: ServedDocument, offset: number): CursorContext | undefined {
  const { file, text } = document;
  if (file.root === undefined) {
    const blank = blankAt(text, offset);
    return blank && { kind: "document", slot: blank };
  }
  const found = slotAt(documentAt(file, offset) ?? file.root, text, offset);
  const slot = bareStringAt(found, text, offset) ?? found;
  if (slot === undefined || isNumber(slot)) return undefined;
  if (slot.kind === "value" && isPolicyNameField(slot.entry.key.text)) {
    return { kind: "preset-name", ...(file.dialect && { dialect: file.dialect }), slot };
  }
  for (const policy of file.policies) {
    const context = inPolicy(policy, slot);
    if (context !== undefined) return context;
  }
  return inRequest(document, slot);
}

function inRequest({ file }: ServedDocument, slot: Slot): CursorContext | undefined {
  const { dialect, wrapper } = file;
  if (dialect?.requestFields === undefined || wrapper === undefined || slot.map !== wrapper) return undefined;
  if (slot.kind === "key") return { kind: "request-field", dialect, slot };
  const rule = dialect.requestFields.find(({ name }) => name === slot.entry?.key.text);
  return slot.kind === "value" && rule?.values ? { kind: "request-value", rule, slot } : undefined;
}

/** Numbers are no names; only a version is often written as one. */
function isNumber(slot: Slot): boolean {
  return isBareNumber(slot) && slot.kind !== "value";
}

function inPolicy(policy: Policy, slot: Slot): CursorContext | undefined {
  const owner = slot.map;
  if (owner === undefined) return undefined;
  if (isMap(policy, owner)) return inPolicyMap(policy, slot);
  for (const statement of policy.statements) {
    if (statement.value === owner) return inStatement(policy, statement, slot);
    if (statement.span.start > slot.span.start) break;
    for (const { rule, value } of statement.elements) {
      if (rule?.role !== "condition" || value?.kind !== "map") continue;
      const context = inCondition(policy, statement, value, slot);
      if (context !== undefined) return context;
    }
  }
  return undefined;
}

/** The map of a policy is not kept in the model; no two maps share a span. */
function isMap({ span }: Policy, map: MapValue): boolean {
  return map.span.start === span.start && map.span.end === span.end;
}

function inPolicyMap(policy: Policy, slot: Slot): CursorContext | undefined {
  if (slot.kind === "key") return { kind: "element-name", policy, slot };
  const role = roleOf(policy.elements, slot);
  if (slot.kind === "item") return role === "statement" ? { kind: "statement", policy, slot } : undefined;
  if (role === "version") return { kind: "version", policy, slot };
  return role === "statement" ? { kind: "statements", policy, slot } : undefined;
}

function inStatement(policy: Policy, statement: Statement, slot: Slot): CursorContext | undefined {
  if (slot.kind === "key") return { kind: "element-name", policy, statement, slot };
  const role = roleOf(statement.elements, slot);
  if (role === "action" || role === "resource") {
    return isBareNumber(slot) ? undefined : { kind: role, policy, statement, slot };
  }
  if (role === "not-action") return { kind: "action", policy, statement, slot };
  if (slot.kind === "item" || isBareNumber(slot)) return undefined;
  if (role === "effect" || role === "condition") return { kind: role, policy, slot };
  return undefined;
}

function inCondition(
  policy: Policy,
  statement: Statement,
  condition: MapValue,
  slot: Slot,
): CursorContext | undefined {
  const at = { policy, statement };
  if (slot.map === condition) return slot.kind === "key" ? { kind: "operator", ...at, slot } : undefined;
  for (const { key, value } of condition.entries) {
    if (value?.kind !== "map" || value !== slot.map) continue;
    if (slot.kind === "key") return { kind: "condition-key", ...at, operator: key.text, slot };
    const name = slot.entry?.key.text;
    if (name === undefined) return undefined;
    return { kind: "condition-value", ...at, operator: key.text, key: name, slot };
  }
  return undefined;
}

function isBareNumber({ opened, text }: Slot): boolean {
  return !opened && /^[-+.]?\d/.test(text);
}

function roleOf(elements: readonly Element[], slot: ValueSlot | ItemSlot): ElementRole | undefined {
  return elements.find(({ entry }) => entry === slot.entry)?.rule?.role;
}
