// The shape of `facts/tencent-actions.json`: every field and every value that its collectors use.
// A field that the catalog does not need is still named here, so that a new one is noticed.

import {
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
import { source, sources } from "./source.js";

const actionName = matching(/^[A-Z][A-Za-z0-9]*$/, "the name of an action");
const code = matching(/^[a-z][a-z0-9]*$/, "a service code");
const groupName = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a group name in kebab-case");

const action = record(
  {
    name: actionName,
    access: oneOf(["read", "write"]),
    accessBasis: oneOf(["cam-table", "name-verb", "guess"]),
    resourceLevel: oneOf([true, false, null]),
    resource: orNull(text),
    summary: text,
    group: groupName,
    origin: oneOf(["api3", "api3-old", "console", "audit-only", "doc-example"]),
    sources,
  },
  {
    camTableResource: text,
    hasSdkAppIdParam: flag,
    note: text,
    deprecated: oneOf([true]),
    replacedBy: actionName,
    exampleOnly: oneOf([true]),
  },
);

const service = record({
  service: code,
  product: text,
  formerNames: listOf(text),
  authorizationGranularity: oneOf(["resource"]),
  tagAuthorization: flag,
  ipCondition: text,
  actionPrefixes: listOf(text),
  resourceFormats: uniqueListOf(
    record({ template: text, segments: orNull(listOf(text)), meaning: text, source }),
    (format) => format.template,
  ),
  actions: uniqueListOf(action, (entry) => entry.name),
});

const preset = record(
  {
    name: text,
    product: text,
    access: oneOf(["read-write", "read-only"]),
    kind: oneOf(["preset", "service-linked-role"]),
    document: orNull(json),
    documentSource: orNull(source),
    sources,
  },
  {
    aliases: listOf(text),
    caseNote: text,
    nameNote: text,
    note: text,
    renamedTo: text,
    renamedFrom: text,
    role: text,
    principalService: text,
  },
);

const notToConfuse = record({
  service: code,
  product: text,
  authorizationGranularity: oneOf(["operation"]),
  resource: oneOf(["*"]),
  knownActions: listOf(actionName),
  resourceNote: text,
  presetPolicies: listOf(text),
  note: text,
  sources,
});

const facts = record({
  schemaVersion: oneOf([1]),
  collected: matching(/^\d{4}-\d{2}$/, "a month such as 2026-11"),
  about: text,
  services: uniqueListOf(service, (entry) => entry.service),
  presetPolicies: uniqueListOf(preset, (entry) => entry.name),
  notToConfuse: uniqueListOf(notToConfuse, (entry) => entry.service),
});

export type TencentFacts = ReturnType<typeof facts>;
export type TencentService = TencentFacts["services"][number];
export type TencentAction = TencentService["actions"][number];
export type TencentPreset = TencentFacts["presetPolicies"][number];

export const readTencentFacts: Reader<TencentFacts> = facts;
