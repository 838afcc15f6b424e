// Finds where policies stand in a file: the whole document, or inside the request that carries it.
// A further place (a Terraform block) is one more case here; nothing after it changes.
import { entryOf, isString, itemsOf, type MapValue, type StringValue, type Value } from "../text/value.js";
import type { Dialect } from "./dialect.js";
import type { PrincipalDocument } from "./model.js";
import { POLICY_NAME_FIELDS, POLICY_TEXT_FIELDS } from "./requests.js";

export type Place = "document" | "wrapper";

export interface LocatedPolicy {
  readonly place: Place;
  readonly map: MapValue;
}

/** A policy that stands as text in a field of a request. */
export interface LocatedText {
  readonly value: StringValue;
  /** The object with the field, and with the name of the policy. */
  readonly request: MapValue;
}

export interface Location {
  readonly policies: readonly LocatedPolicy[];
  readonly texts: readonly LocatedText[];
  /** The object around a policy, which says whose it is. */
  readonly wrapper?: Wrapper;
}

export interface Wrapper {
  readonly map: MapValue;
  readonly dialect: Dialect;
}

export function locatePolicies(root: Value | undefined, dialects: readonly Dialect[]): Location {
  if (root === undefined) return { policies: [], texts: [] };
  const wrapped = root.kind === "map" ? wrappedPolicy(root, dialects) : undefined;
  if (wrapped !== undefined) {
    const { policy, wrapper } = wrapped;
    return { policies: [{ place: "wrapper", map: policy }], texts: [], wrapper };
  }
  const isPolicy = root.kind === "map" && valueUnder(root, "statement") !== undefined;
  const carried = isPolicy ? { texts: [], maps: [] } : policiesInFields(root);
  if (carried.texts.length + carried.maps.length > 0) {
    return { policies: carried.maps.map((map) => ({ place: "document", map })), texts: carried.texts };
  }
  return { policies: root.kind === "map" ? [{ place: "document", map: root }] : [], texts: [] };
}

/** The keys whose values are names of policies, for completion and hover. */
export function isPolicyNameField(key: string): boolean {
  return POLICY_NAME_FIELDS.includes(key);
}

/** What makes a document the trust policy of a role or the policy of a bucket, which are no custom policies. */
export function principalDocument(
  map: MapValue,
  { principalDocuments = [] }: Dialect,
): PrincipalDocument | undefined {
  if (principalDocuments.length === 0) return undefined;
  // Older pages write the principal of a bucket policy beside the statements.
  const shared = principalOf(map);
  for (const statement of itemsOf(valueUnder(map, "statement"))) {
    if (statement.kind !== "map") continue;
    const principal = shared ?? principalOf(statement);
    if (principal === undefined) continue;
    const actions = stringsUnder(statement, "action");
    const resources = stringsUnder(statement, "resource");
    const rule = principalDocuments.find(
      ({ action, resource }) =>
        (action !== undefined && actions.length > 0 && actions.every((text) => action.test(text))) ||
        (resource !== undefined && resources.some((text) => resource.test(text))),
    );
    if (rule !== undefined) return { kind: rule.kind, name: principal.key.text, span: principal.key.span };
  }
  return undefined;
}

function principalOf(map: MapValue) {
  return map.entries.find(({ key }) => key.text.toLowerCase() === "principal");
}

function wrappedPolicy(root: MapValue, dialects: readonly Dialect[]) {
  for (const dialect of dialects) {
    if (dialect.wrapper === undefined) continue;
    const [first, second] = dialect.wrapper;
    const map = entryOf(root, first)?.value;
    const policy = map?.kind === "map" ? entryOf(map, second)?.value : undefined;
    if (map?.kind !== "map" || policy?.kind !== "map") continue;
    if (valueUnder(policy, "statement") !== undefined) return { wrapper: { map, dialect }, policy };
  }
  return undefined;
}

/** Requests stand alone, in lists, and in what a service answers: `{ "Response": { "PolicyDocument": "…" } }`. */
const DEEPEST_REQUEST = 4;

function policiesInFields(root: Value) {
  const texts: LocatedText[] = [];
  const maps: MapValue[] = [];
  const search = (value: Value | undefined, depth: number): void => {
    if (value?.kind === "list" && depth < DEEPEST_REQUEST) {
      for (const item of value.items) search(item, depth + 1);
    }
    if (value?.kind !== "map") return;
    for (const { key, value: inner } of value.entries) {
      if (!POLICY_TEXT_FIELDS.includes(key.text)) {
        if (depth < DEEPEST_REQUEST) search(inner, depth + 1);
      } else if (inner?.kind === "string") texts.push({ value: inner, request: value });
      // No request takes an object there, but people write one before they make a string of it.
      else if (inner?.kind === "map") maps.push(inner);
    }
  };
  search(root, 0);
  return { texts, maps };
}

function valueUnder(map: MapValue, name: string): Value | undefined {
  return map.entries.find(({ key }) => key.text.toLowerCase() === name)?.value;
}

function stringsUnder(map: MapValue, name: string): string[] {
  return itemsOf(valueUnder(map, name))
    .filter(isString)
    .map((value) => value.text);
}
