// Custom requests behind "New Policy": what a policy can begin as, and its text.

export const POLICY_STARTS_REQUEST = "accessPolicy/policyStarts";
export const NEW_POLICY_REQUEST = "accessPolicy/newPolicy";

/** Something that a policy can begin as: a preset, or what somebody needs. */
export interface PolicyStart {
  readonly id: string;
  /** For people, in this order; those with the same heading stand together. */
  readonly heading: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** The applications of the team's that it may be about. Absent where it is about none. */
  readonly applications?: readonly StartApplication[];
}

export interface StartApplication {
  readonly sdkAppId: string;
  readonly description: string;
}

/** `uri` is of a document beside which the policy will lie, if there is one: its project's applications count. */
export interface PolicyStartsParams {
  readonly uri?: string;
}

export interface NewPolicyParams extends PolicyStartsParams {
  readonly start: string;
  readonly applications: readonly string[];
}

/** Null for an id that is none. */
export interface NewPolicyResult {
  readonly languageId: string;
  readonly text: string;
  /** The same with a tab stop for each thing that is left open; absent where nothing is. */
  readonly snippet?: string;
}
