// Finds where policies stand in a file: the whole document, or inside the request that carries it.
// A further place (an escaped string, a Terraform block) is one more case here; nothing after it changes.
import { readJson } from "../text/read-json.js";
import { entryOf, isString, itemsOf, type MapValue, type Value } from "../text/value.js";
import { foreignPolicy } from "./foreign.js";
import { POLICY_NAME_FIELDS, POLICY_TEXT_FIELDS, PRINCIPAL_DOCUMENTS, WRAPPERS } from "./requests.js";

export type Place = "document" | "role-wrapper";

export interface LocatedPolicy {
  readonly place: Place;
  readonly map: MapValue;
}

export interface Location {
  readonly policies: readonly LocatedPolicy[];
  /** The document is a request of one of our clouds: ours, even where no policy of it can be judged. */
  readonly isRequest: boolean;
  /** A policy inside of a string, without places in the file: it only tells the dialect. */
  readonly hidden?: MapValue;
}

export function locatePolicies(root: Value | undefined): Location {
  if (root?.kind !== "map") return { policies: [], isRequest: false };
  const wrapped = wrappedPolicy(root);
  if (wrapped !== undefined) return { policies: [{ place: "role-wrapper", map: wrapped }], isRequest: true };
  const hidden = policyInString(root);
  if (hidden !== undefined) return { policies: [], isRequest: true, hidden };
  return { policies: [{ place: "document", map: root }], isRequest: false };
}

/** The keys whose values are names of policies, for completion and hover. */
export function isPolicyNameField(key: string): boolean {
  return POLICY_NAME_FIELDS.includes(key);
}

/** A role trust policy or a bucket policy: documents with a principal, which are no custom policies. */
export function isPrincipalDocument(map: MapValue): boolean {
  return itemsOf(valueUnder(map, "statement")).some((statement) => {
    if (statement.kind !== "map" || valueUnder(statement, "principal") === undefined) return false;
    const actions = stringsUnder(statement, "action");
    const resources = stringsUnder(statement, "resource");
    return PRINCIPAL_DOCUMENTS.some(
      ({ action, resource }) =>
        (action !== undefined && actions.some((text) => action.test(text))) ||
        (resource !== undefined && resources.some((text) => resource.test(text))),
    );
  });
}

function wrappedPolicy(root: MapValue): MapValue | undefined {
  for (const { path } of WRAPPERS) {
    const outer = entryOf(root, path[0])?.value;
    const inner = outer?.kind === "map" ? entryOf(outer, path[1])?.value : undefined;
    if (inner?.kind === "map" && valueUnder(inner, "statement") !== undefined) return inner;
  }
  return undefined;
}

function policyInString(root: MapValue): MapValue | undefined {
  for (const field of POLICY_TEXT_FIELDS) {
    const value = entryOf(root, field)?.value;
    const inner = value?.kind === "string" ? readJson(value.text).root : undefined;
    if (inner?.kind === "map" && foreignPolicy(inner) === undefined) return inner;
  }
  return undefined;
}

function valueUnder(map: MapValue, name: string): Value | undefined {
  return map.entries.find(({ key }) => key.text.toLowerCase() === name)?.value;
}

function stringsUnder(map: MapValue, name: string): string[] {
  return itemsOf(valueUnder(map, name))
    .filter(isString)
    .map((value) => value.text);
}
