// Finds where policies stand in a file: the whole document, or inside the request that carries it.
// A further place (an escaped string, a Terraform block) is one more case here; nothing after it changes.
import { entryOf, isString, itemsOf, type MapValue, type Value } from "../text/value.js";

export type Place = "document" | "role-wrapper";

export interface LocatedPolicy {
  readonly place: Place;
  readonly map: MapValue;
}

export interface Location {
  readonly policies: readonly LocatedPolicy[];
  /** The document is a request of one of our clouds: ours, even where no policy of it can be judged. */
  readonly isRequest: boolean;
}

/** Fields of CAM requests that carry a policy or name one. */
const CAM_REQUEST_FIELDS = ["PolicyDocument", "policyDocument"];
const POLICY_NAME_FIELDS = ["PolicyName", "policyName", "policy_name"];

export function locatePolicies(root: Value | undefined): Location {
  if (root?.kind !== "map") return { policies: [], isRequest: false };
  const wrapped = rolePolicy(root);
  if (wrapped !== undefined) return { policies: [{ place: "role-wrapper", map: wrapped }], isRequest: true };
  if (isCamRequest(root)) return { policies: [], isRequest: true };
  return { policies: [{ place: "document", map: root }], isRequest: false };
}

/** The keys whose values are names of policies, for completion and hover. */
export function isPolicyNameField(key: string): boolean {
  return POLICY_NAME_FIELDS.includes(key);
}

/** `{ "role": { …, "policy": {…} } }`: the body of POST /v3.0/OS-ROLE/roles. */
function rolePolicy(root: MapValue): MapValue | undefined {
  const role = entryOf(root, "role")?.value;
  if (role?.kind !== "map") return undefined;
  const policy = entryOf(role, "policy")?.value;
  if (policy?.kind !== "map") return undefined;
  return policy.entries.some(({ key }) => /^(?:version|statement)$/i.test(key.text)) ? policy : undefined;
}

function isCamRequest(root: MapValue): boolean {
  return CAM_REQUEST_FIELDS.some((field) => entryOf(root, field)?.value?.kind === "string");
}

/**
 * A role trust policy or a bucket policy of CAM: documents with a principal, which are no custom policies.
 * https://www.tencentcloud.com/document/product/598/10603
 */
export function isPrincipalDocument(map: MapValue): boolean {
  const statements = itemsOf((entryOf(map, "statement") ?? entryOf(map, "Statement"))?.value);
  return statements.some((statement) => {
    if (statement.kind !== "map") return false;
    const principal = (entryOf(statement, "principal") ?? entryOf(statement, "Principal"))?.value;
    if (principal === undefined) return false;
    return (
      stringsUnder(statement, "action").some((text) =>
        /(?:^|:)sts:AssumeRole|^sts:/.test(text.replace(/^name\//, "")),
      ) || stringsUnder(statement, "resource").some((text) => /^qcs:[^:]*:cos:/.test(text))
    );
  });
}

function stringsUnder(map: MapValue, name: string): string[] {
  const entry = map.entries.find((candidate) => candidate.key.text.toLowerCase() === name);
  return itemsOf(entry?.value)
    .filter(isString)
    .map((value) => value.text);
}
