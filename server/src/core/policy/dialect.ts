// What a policy language is: one value that the parser, the checks, completion and the access engine read.
// A further language is one more value of this type and its catalog data.
import type { Span } from "../text/span.js";
import type { FieldRule } from "./request-fields.js";

export interface Dialect {
  /** As in settings, reports and the catalog: `cam`, `otc`. */
  readonly id: string;
  /** For people: `Tencent Cloud CAM`. */
  readonly title: string;
  /** Files named so hold this dialect when their content does not say. */
  readonly fileSuffix: string;
  readonly version: VersionRule;
  readonly effects: EffectRule;
  readonly elements: { readonly policy: readonly ElementRule[]; readonly statement: readonly ElementRule[] };
  /** Whether action names differ by case: `DescribeX` and `describeX`. */
  readonly actionCase: "sensitive" | "insensitive";
  readonly readAction: (text: string) => ActionReading;
  readonly readResource: (text: string) => ResourceReading;
  /** How an action and a resource are put together, for people: `service:Name`. */
  readonly forms: { readonly action: string; readonly resource: string };
  /** Prefixes and suffix of condition operators, by the role they play. */
  readonly operatorAffixes: {
    readonly anyValue: string;
    readonly allValues: string;
    readonly ifExists: string;
  };
  readonly conditions?: ConditionRules;
  /** Numbers and booleans among the values of a condition must be strings. */
  readonly quotesConditionValues?: true;
  /** A condition without operators is documented to be refused. */
  readonly refusesEmptyCondition?: true;
  readonly limits: Limits;
  /** Where the vendor's interface puts a policy as an object: the keys that lead to it. */
  readonly wrapper?: readonly [string, string];
  /** Fields of the request that carries a policy, beside it. */
  readonly requestFields?: readonly FieldRule[];
  /** Fields that only an answer of the service has beside a policy. */
  readonly answerFields?: readonly string[];
  /**
   * Texts that look like placeholders and are none, in the last segment of a resource and in values of conditions:
   * variables that the service fills in itself, and names of its own.
   */
  readonly variables?: readonly string[];
  /** Resources that stand in the vendor's guides as examples, as account and last segment. */
  readonly sampleResources?: { readonly account: string; readonly resources: readonly string[] };
  /** The form of a resource that is an object with one list, where the dialect has it. */
  readonly uriResources?: UriResourceRule;
  /** A deny of single resources, or by tags, is documented to have no effect on actions that list resources. */
  readonly listsEscapeDeny?: true;
  /** Wildcard resources reach every action; only these reach an action of level `operation`. */
  readonly anyResource: string;
  /** Documents with a principal that are no custom policies, told by what their statements name. */
  readonly principalDocuments?: readonly PrincipalDocumentRule[];
  /** Web address of the vendor's page on the elements of a policy. */
  readonly reference: string;
}

export interface VersionRule {
  readonly current: string;
  /** Versions that people write by mistake, and what they really are, in the language of the reader. */
  readonly mistaken: Readonly<Record<string, () => string>>;
  /** Versions seen on official pages without explanation: accepted. */
  readonly tolerated: readonly string[];
}

export type PrincipalDocumentKind = "role" | "bucket" | "vault";

export interface PrincipalDocumentRule {
  readonly kind: PrincipalDocumentKind;
  /** Of all actions of the statement with the principal. */
  readonly action?: RegExp;
  /** Of one of its resources. */
  readonly resource?: RegExp;
}

export interface EffectRule {
  readonly allow: string;
  readonly deny: string;
  /** Whether the service is thought to accept other case. */
  readonly otherCase: "refused" | "accepted";
}

/** The part an element plays in the model, whatever it is called in a dialect. */
export type ElementRole =
  | "version"
  | "statement"
  | "effect"
  | "action"
  | "resource"
  | "condition"
  | "principal"
  | "not-action"
  | "depends";

export type ElementShape = "string" | "list" | "map";

export interface ElementRule {
  readonly name: string;
  readonly role: ElementRole;
  readonly required: boolean;
  /** Shapes that the service takes, the usual one first. */
  readonly shapes: readonly ElementShape[];
  /** A shape that official samples have, of which nobody knows whether the service takes it. */
  readonly tolerated?: ElementShape;
  /** Known to the service but not for custom policies: never completed, never "unknown". */
  readonly reserved?: true;
}

export interface Limits {
  /** Characters of the minified text. */
  readonly policyLength: number;
  readonly actionLength?: number;
  readonly statements?: number;
  readonly actions?: number;
  readonly resources?: number;
  readonly conditions?: number;
  /** Characters of one value of a condition. */
  readonly conditionValueLength?: number;
  readonly conditionKeys?: number;
  readonly resourceLength?: number;
  /** A lower limit that other documents of the vendor give. */
  readonly doubtfulResourceLength?: number;
}

export interface UriResourceRule {
  /** The one key of the object. */
  readonly key: string;
  /** The only actions beside which the form is documented. */
  readonly actions: readonly string[];
  /** What every entry starts with. */
  readonly prefix: string;
  readonly count: number;
  readonly length: number;
}

/** What is known of conditions beyond their shape; each part is absent where no source says. */
export interface ConditionRules {
  /** How the keys start that every service has. */
  readonly globalKeys?: string;
  /** The service is said to refuse keys that it does not know. */
  readonly refusesUnknownKeys?: true;
  /** The service is thought to take operators in other case. */
  readonly operatorCase?: "accepted";
  /** Operators that test for an absent key take a boolean. */
  readonly nullTakesBoolean?: true;
  /** What the values of a key name, where that is something of which there is a list. */
  readonly keyValues?: Readonly<Record<string, KeyValueKind>>;
  /** The values of a key are a list, even where there is one. */
  readonly valuesInLists?: true;
  /** Finds a character that no value may have. */
  readonly strangeCharacter?: RegExp;
}

export type KeyValueKind = "account" | "region" | "service";

/** An action string cut into parts; spans are offsets in the string. */
export interface ActionParts {
  readonly kind: "action";
  /** `name/`, or empty. */
  readonly prefix: string;
  /** `*` where every service is meant. */
  readonly service: string;
  /** What follows the service: `DescribeX`, `images:get`, `*`. */
  readonly name: string;
  readonly serviceSpan: Span;
  readonly nameSpan: Span;
}

/** A permission that is no action of a service, such as CAM's `permid/280655`; left alone. */
export interface OtherPermission {
  readonly kind: "other";
}

export type ActionFault =
  | "blank"
  | "character"
  | "full-width"
  | "parts"
  | "empty-part"
  | "service-wildcard"
  | "too-long"
  | "prefix";

export interface MalformedAction {
  readonly kind: "malformed";
  readonly fault: ActionFault;
  /** The characters at fault, where it is about some. */
  readonly found?: string;
  /** The action that is meant, where only one can be. */
  readonly meant?: string;
  /** No source says whether the service takes it. */
  readonly doubtful?: true;
}

export type ActionReading = ActionParts | OtherPermission | MalformedAction;

/** A resource string cut into its segments. */
export interface ResourceParts {
  readonly kind: "resource";
  /** Every resource: the string is the dialect's `anyResource`. */
  readonly any: boolean;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Before the first slash of the last segment (`cam`), or the segment before the last (`otc`). */
  readonly type: string;
  /** What follows the type; empty where there is none. */
  readonly path: string;
  readonly segments: readonly Segment[];
}

export type SegmentRole =
  | "scheme"
  | "project"
  | "service"
  | "region"
  | "account"
  | "type"
  | "path"
  | "resource";

export interface Segment {
  readonly role: SegmentRole;
  readonly text: string;
  /** Offsets in the resource string. */
  readonly span: Span;
}

export type ResourceFault =
  | "blank"
  | "character"
  | "full-width"
  | "scheme"
  | "segments"
  | "empty-segment"
  | "bare-any"
  | "empty-resource";

export interface MalformedResource {
  readonly kind: "malformed";
  readonly fault: ResourceFault;
  /** How many segments there are. */
  readonly segments: number;
  /** The characters at fault, where it is about some. */
  readonly found?: string;
  readonly meant?: string;
  /** No source says whether the service takes it. */
  readonly doubtful?: true;
}

export type ResourceReading = ResourceParts | MalformedResource;
