// Custom requests behind "Simulate a Request": what may be asked about a document, whether an answer of a person can
// be right, and what is decided. All are null for a document that holds no policy.
import type { MarkdownResult } from "./explain.js";

export const REQUEST_HOLDERS_REQUEST = "accessPolicy/requestHolders";
export const REQUEST_ACTIONS_REQUEST = "accessPolicy/requestActions";
export const REQUEST_RESOURCES_REQUEST = "accessPolicy/requestResources";
export const REQUEST_KEYS_REQUEST = "accessPolicy/requestKeys";
export const REQUEST_FAULT_REQUEST = "accessPolicy/requestFault";
export const SIMULATE_REQUEST = "accessPolicy/simulate";

/** Whose policies can be asked is a choice of its own; null unless the document is a grants file. */
export interface RequestHoldersParams {
  readonly uri: string;
}

/** What is asked. */
export interface AskedParams {
  readonly uri: string;
  /** In a grants file: one of the values that the request for them gave. */
  readonly holder?: string;
}

export type RequestActionsParams = AskedParams;

/** Words for people beside a value of a request. */
export interface RequestChoice {
  readonly value: string;
  /** The value unless given. */
  readonly label?: string;
  readonly description?: string;
  readonly detail?: string;
}

export interface RequestChoices {
  /** Those with the same heading stand together. */
  readonly groups: readonly { readonly heading: string; readonly choices: readonly RequestChoice[] }[];
}

export interface RequestResourcesParams extends AskedParams {
  readonly action: string;
}

export interface RequestResources extends RequestChoices {
  /** Every resource is the only answer: the action cannot be limited, or its resources do not count. */
  readonly isFixed: boolean;
}

export interface RequestKeysParams extends AskedParams {
  readonly action: string;
  /** Absent: every resource. */
  readonly resource?: string;
}

export interface RequestKey {
  readonly name: string;
  /** What a value is, for people: `an IP address`. */
  readonly prompt: string;
  /** Several values, with commas between them. */
  readonly takesSeveral: boolean;
  readonly examples: readonly string[];
}

export interface RequestKeys {
  readonly keys: readonly RequestKey[];
}

export type RequestFaultParams = AskedParams & { readonly text: string } & (
    | { readonly part: "action" }
    | { readonly part: "resource"; readonly action: string }
    | ({ readonly part: "value"; readonly key: string } & Omit<RequestKeysParams, keyof AskedParams>)
  );

/** Without a message where nothing is wrong. */
export interface RequestFault {
  readonly message?: string;
}

export interface SimulateParams extends RequestKeysParams {
  /** What the request says of each key; a key that is missing here is absent. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export interface SimulateResult extends MarkdownResult {
  /** Absent where the request is none; the Markdown says why. */
  readonly decision?: "allowed" | "denied";
}
