// The shape of `facts/otc-ims-actions.json`: every field and every value that its collectors use.
// A field that the catalog does not need is still named here, so that a new one is noticed.

import {
  dictionaryOf,
  flag,
  json,
  listOf,
  matching,
  oneOf,
  orNull,
  type Reader,
  record,
  text,
  uniqueListOf,
} from "./reader.js";
import { sources } from "./source.js";

const code = matching(/^[a-z][a-z0-9]*$/, "a service code");
const actionName = matching(/^[a-z]+:[A-Za-z]+:[A-Za-z]+$/, "an action of the form service:type:operation");
/** An upper-case service and wildcards stand as the vendor prints them. */
const actionPattern = matching(
  /^[A-Za-z]+:([A-Za-z]+|\*):([A-Za-z]+\*?|\*)$/,
  "an action or a pattern of actions",
);
const endpoint = matching(/^(DELETE|GET|HEAD|PATCH|POST|PUT) \/\S*$/, "an API such as GET /v2/images");
const scopes = uniqueListOf(oneOf(["project", "enterpriseProject"]));
const scopeClass = oneOf(["project", "global"]);

const action = record(
  {
    name: actionName,
    access: oneOf(["read", "write", "list"]),
    accessSource: matching(
      /^(inferred\b|older Huawei guide |Huawei v5 table )/,
      "a known basis of an access level",
    ),
    summary: text,
    apis: uniqueListOf(endpoint),
    scope: scopes,
    dependencies: uniqueListOf(actionPattern),
    resourceLevel: oneOf([false]),
    serviceConditionKeys: listOf(text),
    apiDetails: uniqueListOf(
      record(
        { api: endpoint, scope: scopes },
        { note: text, alsoRequires: uniqueListOf(text), deprecated: oneOf([true]) },
      ),
      (detail) => detail.api,
    ),
    sources,
  },
  { roleNote: text, dependencyNote: text, consoleDependencies: uniqueListOf(actionName) },
);

const service = record({
  service: code,
  product: text,
  scopeClass,
  actionFormat: text,
  resourceTypes: uniqueListOf(text),
  resourceFormats: listOf(text),
  resourceFormatsNote: text,
  actionless: listOf(text),
  apisWithoutPublishedAction: listOf(text),
  actions: uniqueListOf(action, (entry) => entry.name),
});

const preset = record(
  {
    name: text,
    kind: oneOf(["policy", "role"]),
    access: oneOf(["full", "read", "mixed"]),
    internalNames: dictionaryOf(text),
    document: orNull(json),
    documentSource: orNull(text),
    summary: text,
    sources,
  },
  {
    includesIms: uniqueListOf(actionPattern),
    scopeClass,
    dependsOn: uniqueListOf(text),
    likelyDocument: json,
    likelyDocumentBasis: text,
  },
);

const dependencyService = record({
  service: code,
  product: text,
  scopeClass,
  requiredByIms: uniqueListOf(
    record({ name: actionPattern, neededBy: uniqueListOf(actionName) }),
    (entry) => entry.name,
  ),
  otherKnownActions: uniqueListOf(actionName),
  otherKnownActionsComplete: flag,
  sources,
});

const facts = record({
  schemaNote: text,
  services: uniqueListOf(service, (entry) => entry.service),
  presetPolicies: uniqueListOf(preset, (entry) => entry.name),
  neighbourPresets: uniqueListOf(text),
  dependencyServices: uniqueListOf(dependencyService, (entry) => entry.service),
  huaweiOnly: record({
    note: text,
    v5IdentityPolicyActions: listOf(actionName),
    apis: listOf(text),
    sources,
  }),
});

export type OtcFacts = ReturnType<typeof facts>;
export type OtcService = OtcFacts["services"][number];
export type OtcAction = OtcService["actions"][number];
export type OtcPreset = OtcFacts["presetPolicies"][number];
export type OtcDependencyService = OtcFacts["dependencyServices"][number];

export const readOtcFacts: Reader<OtcFacts> = facts;
