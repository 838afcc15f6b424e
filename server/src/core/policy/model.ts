// A policy as a value: the same for every dialect and for every syntax it may be written in.
// Every part may be missing; every part has its place in the text.
import type { Span } from "../text/span.js";
import type { Entry, MapValue, StringValue, Value } from "../text/value.js";
import type { ConditionFault, ConditionOperator } from "./condition.js";
import type { Dialect, ElementRule, PrincipalDocumentKind } from "./dialect.js";

export interface Policy {
  readonly dialect: Dialect;
  readonly span: Span;
  readonly value: MapValue;
  /** As written, unknown elements included. */
  readonly elements: readonly Element[];
  readonly version?: Element;
  /** The statement element itself; its entries are in `statements`. */
  readonly statement?: Element;
  /** In the order of the text; entries that are no objects are left out. */
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** From 0, among the statements of the policy; reports count from 1. */
  readonly index: number;
  readonly span: Span;
  readonly value: MapValue;
  readonly elements: readonly Element[];
  readonly effect?: Element;
  readonly action?: Element;
  readonly resource?: Element;
  readonly condition?: Element;
  readonly notAction?: Element;
  readonly principal?: Element;
  /** Undefined where the effect is missing or unknown. */
  readonly decision: "allow" | "deny" | undefined;
  /** The strings under the action element. */
  readonly actions: readonly StringValue[];
  /** The strings under the resource element. */
  readonly resources: readonly StringValue[];
  /** What the condition tests; all of them must hold. */
  readonly operators: readonly ConditionOperator[];
  /** Where the condition is not well-formed. */
  readonly conditionFaults: readonly ConditionFault[];
}

export interface Element {
  readonly key: StringValue;
  /** Absent where the text breaks off. */
  readonly value?: Value;
  readonly entry: Entry;
  /** Absent for an element that the grammar does not have. Found without regard to case. */
  readonly rule?: ElementRule;
}

/** A document of one of our clouds that has a principal and is no custom policy. */
export interface PrincipalDocument {
  readonly kind: PrincipalDocumentKind;
  /** The element that gives it away, as written. */
  readonly name: string;
  readonly span: Span;
}

/** A kind of document that looks like ours and is another's. */
export interface ForeignPolicy {
  readonly vendor: string;
  /** What gives it away, as written. */
  readonly mark: string;
  readonly span: Span;
}
