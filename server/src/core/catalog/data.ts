// The shape of `server/data/catalog.json` and `server/data/texts.json`, which the script
// `derive-catalog` writes and the entry files pass in. Facts only; look-ups are in `catalog.ts`.

/** What an action does to resources. `list` counts as reading, and lists the resources of the service. */
export type AccessLevel = "read" | "write" | "list";

/**
 * How a permission for an action can be limited: `resource` to named resources; `operation` not at all,
 * so that only a resource of `*` reaches it. Absent: no source says.
 */
export type AuthorizationLevel = "resource" | "operation";

/** Names and flags only: small enough to be read at every start. */
export interface CatalogData {
  readonly version: 1;
  /** Month in which the facts were collected, such as `2026-11`. */
  readonly date: string;
  readonly dialects: Readonly<Record<string, DialectData>>;
}

export interface DialectData {
  /** Services with a list of actions, sorted by code. */
  readonly services: readonly ServiceData[];
  /** Codes of services without a list, sorted. Not complete unless `serviceCodesComplete` says so. */
  readonly serviceCodes: readonly string[];
  readonly serviceCodesComplete: boolean;
  /** For services without a list: whether they are granted per account or per project, where a page says so. */
  readonly serviceScopes?: Readonly<Record<string, "global" | "project">>;
  /** Names that people write for a service, such as `avc`, and the code that is meant. */
  readonly serviceAliases: Readonly<Record<string, string>>;
  readonly presets: readonly PresetData[];
  readonly operators: readonly OperatorData[];
  readonly keys: readonly KeyData[];
  /** Known region names, sorted. */
  readonly regions: readonly string[];
  readonly regionsComplete: boolean;
}

export interface ServiceData {
  /** As it stands in an action, such as `trtc`. */
  readonly code: string;
  readonly product: string;
  /**
   * `complete`: an action that is not listed does not exist. `partial`: the list was read from several
   * incomplete sources, an unlisted action may exist. `excerpt`: only the actions that others depend on.
   */
  readonly completeness: "complete" | "partial" | "excerpt";
  /** Open Telekom Cloud: whether the service is granted per account (`global`) or per project. */
  readonly scope?: "global" | "project";
  /** Resource strings that the service documents, with `${…}` placeholders; none where it has no resources. */
  readonly resourceTemplates: readonly string[];
  /** The type before the slash of the last segment, such as `sdkappid`. */
  readonly resourceTypes: readonly string[];
  /** Sorted by name. */
  readonly actions: readonly ActionData[];
}

export interface ActionData {
  /** Without the service: `DescribeAppStatList`, `images:get`. */
  readonly name: string;
  /** Absent where no source gives a level. */
  readonly access?: AccessLevel;
  /** Absent where no source says. */
  readonly level?: AuthorizationLevel;
  /** The name stands only in an official example and in no list of actions. */
  readonly exampleOnly?: true;
  /** A newer action that does the same, by the vendor's own words. */
  readonly replacedBy?: string;
  /** Actions, with service, that people mean when they write this one, the likeliest first. */
  readonly mistakenFor?: readonly string[];
  /** Actions, with service, that must be granted too. Wildcards as the vendor prints them. */
  readonly dependencies?: readonly string[];
}

export interface PresetData {
  readonly name: string;
  readonly product: string;
  readonly kind: "preset" | "policy" | "role" | "service-linked-role";
  /** The scope that the vendor's page documents. */
  readonly access: "read-only" | "full" | "mixed";
  /** Codes of the services that the documented scope names, with or without a list; empty for "all products". */
  readonly services: readonly string[];
  /** The name that newer pages use for the same preset. */
  readonly renamedTo?: string;
  /** Roles that must be granted together with this one. */
  readonly dependsOn?: readonly string[];
  /** True where the vendor publishes the document; its text is in `texts.json`. */
  readonly published?: true;
}

export type ValueType = "string" | "number" | "date" | "ip" | "boolean" | "binary" | "null" | "tag";

export interface OperatorData {
  readonly name: string;
  readonly type: ValueType;
  /** The condition holds where the values differ, such as `string_not_equal`. */
  readonly negated?: true;
  /** Absent from the vendor's current pages. */
  readonly doubtful?: true;
  /** The service whose keys it is plausible for; with others no page shows it. */
  readonly onlyKeysOf?: string;
  /** Characters of its values that stand for others. */
  readonly wildcards?: "*" | "*?";
}

export interface KeyData {
  readonly name: string;
  readonly type: ValueType;
  /** Named only on older or secondary pages. */
  readonly doubtful?: true;
  /** A slash and the name of a tag may follow; the value is then that of the tag, without its key. */
  readonly takesName?: true;
}

/** Documentation, read at the first hover or completion that needs it. */
export interface CatalogTexts {
  readonly version: 1;
  /** By dialect, then by `service:Name`. */
  readonly actions: Readonly<Record<string, Readonly<Record<string, ActionText>>>>;
  readonly presets: Readonly<Record<string, Readonly<Record<string, PresetText>>>>;
  readonly operators: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly keys: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ActionText {
  readonly summary: string;
  /** The part of the product that it belongs to, such as `room-management`. */
  readonly group?: string;
  /**
   * What the access level rests on: `stated` by the vendor, or `inferred` by us from name or method.
   * Absent where the action has no level.
   */
  readonly accessBasis?: "stated" | "inferred";
  readonly note?: string;
  /** APIs that the action permits, such as `GET /v2/images`. */
  readonly apis?: readonly string[];
  /** Web addresses, or a name of the package or repository that was read. */
  readonly sources: readonly string[];
}

export interface PresetText {
  readonly summary?: string;
  readonly note?: string;
  /** The published document, as text of its dialect. */
  readonly document?: string;
  readonly documentSource?: string;
  readonly sources: readonly string[];
}
