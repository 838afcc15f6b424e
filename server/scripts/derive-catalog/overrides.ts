// The shape of `overrides/<dialect>.json`: what people decided or read in prose, each with a link.

import { flag, matching, oneOf, type Reader, record, text, uniqueListOf } from "./reader.js";
import { sources } from "./source.js";

const code = matching(/^[a-z][a-z0-9]*$/, "a service code");
const valueType = oneOf(["string", "number", "date", "ip", "boolean", "binary", "null", "tag"]);
const codes = uniqueListOf(code);
const actionName = matching(/^[a-z]+(:[A-Za-z]+){1,2}$/, "an action with its service");

const service = record(
  {
    code,
    completeness: oneOf(["complete", "partial", "excerpt"]),
    reason: text,
    sources,
  },
  { product: text, templatesLeftOut: uniqueListOf(text) },
);

const preset = record(
  { name: text, product: text, services: codes },
  {
    kind: oneOf(["preset", "policy", "role", "service-linked-role"]),
    access: oneOf(["read-only", "full", "mixed"]),
    dependsOn: uniqueListOf(text),
    summary: text,
    reason: text,
    sources,
  },
);

const overrides = record(
  {
    dialect: oneOf(["cam", "otc"]),
    collected: matching(/^\d{4}-\d{2}$/, "a month such as 2026-11"),
    services: uniqueListOf(service, (entry) => entry.code),
    serviceAliases: uniqueListOf(
      record({ alias: code, service: code, reason: text, sources }),
      (entry) => entry.alias,
    ),
    serviceCodesComplete: flag,
    serviceCodes: uniqueListOf(
      record({ reason: text, sources, codes }, { scope: oneOf(["global", "project"]) }),
      (entry) => entry.reason,
    ),
    regionsComplete: flag,
    regions: uniqueListOf(
      record({
        reason: text,
        sources,
        names: uniqueListOf(matching(/^[a-z]{2}-[a-z]+\d?(-[a-z]+)?$/, "a region name")),
      }),
      (entry) => entry.reason,
    ),
    operators: uniqueListOf(
      record(
        { name: matching(/^[A-Za-z_]+$/, "an operator"), type: valueType, meaning: text, sources },
        {
          negated: oneOf([true]),
          doubtful: oneOf([true]),
          onlyKeysOf: code,
          wildcards: oneOf(["*", "*?"]),
        },
      ),
      (entry) => entry.name,
    ),
    keys: uniqueListOf(
      record(
        {
          name: matching(/^(qcs|g|obs):[A-Za-z_]+$/, "a condition key"),
          type: valueType,
          meaning: text,
          sources,
        },
        { doubtful: oneOf([true]), takesName: oneOf([true]) },
      ),
      (entry) => entry.name,
    ),
    presets: uniqueListOf(preset, (entry) => entry.name),
  },
  {
    $schema: text,
    actions: uniqueListOf(
      record(
        { name: actionName, reason: text, sources },
        { access: oneOf(["list"]), mistakenFor: uniqueListOf(actionName) },
      ),
      (entry) => entry.name,
    ),
  },
);

export type Overrides = ReturnType<typeof overrides>;
export type PresetOverride = Overrides["presets"][number];

export const readOverrides: Reader<Overrides> = overrides;
