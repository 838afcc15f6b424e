// What the clouds put around a policy, and the documents of theirs that look like one: names only.
// A further cloud adds lines here; `locate.ts` reads them.

/**
 * Fields whose value is the text of a policy: CreatePolicy, UpdatePolicy and CreatePolicyVersion of Tencent
 * Cloud CAM. Requests of AWS have the same field: what the text holds decides.
 */
export const POLICY_TEXT_FIELDS: readonly string[] = ["PolicyDocument", "policyDocument"];

/** Fields whose value is the name of a policy. */
export const POLICY_NAME_FIELDS: readonly string[] = ["PolicyName", "policyName", "policy_name"];
