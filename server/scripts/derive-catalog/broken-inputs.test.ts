// What the derivation says about input that it does not recognize: file, JSON path and cause.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { deriveCatalog } from "./derive.js";
import { readInputs } from "./inputs.js";
import { smallInputs } from "./small-inputs.js";

type SmallInputs = ReturnType<typeof smallInputs>;

const cases: readonly [what: string, breakIt: (inputs: SmallInputs) => void, message: string][] = [
  [
    "an unknown field of an action",
    (inputs) => Object.assign(at(at(inputs.tencentFacts.services, 0).actions, 1), { cost: 3 }),
    "facts/tencent-actions.json: $.services[0].actions[1].cost: field is not recognized",
  ],
  [
    "a field with the name of something that every object has",
    (inputs) => Object.assign(inputs.camOverrides, JSON.parse('{"constructor": 1}')),
    "overrides/cam.json: $.constructor: field is not recognized",
  ],
  [
    "a missing field",
    (inputs) => Reflect.deleteProperty(at(inputs.otcFacts.services, 0), "product"),
    'facts/otc-ims-actions.json: $.services[0]: field "product" is missing',
  ],
  [
    "an unknown origin",
    (inputs) => Object.assign(at(at(inputs.tencentFacts.services, 0).actions, 0), { origin: "rumor" }),
    'facts/tencent-actions.json: $.services[0].actions[0].origin: unknown value "rumor", expected one of ["api3","api3-old","console","audit-only","doc-example"]',
  ],
  [
    "an unknown access level",
    (inputs) => Object.assign(at(at(inputs.otcFacts.services, 0).actions, 0), { access: "admin" }),
    'facts/otc-ims-actions.json: $.services[0].actions[0].access: unknown value "admin", expected one of ["read","write","list"]',
  ],
  [
    "an unknown basis of an access level",
    (inputs) => Object.assign(at(at(inputs.otcFacts.services, 0).actions, 0), { accessSource: "hearsay" }),
    'facts/otc-ims-actions.json: $.services[0].actions[0].accessSource: "hearsay" is not a known basis of an access level',
  ],
  [
    "an action that stands twice",
    (inputs) =>
      at(inputs.tencentFacts.services, 0).actions.push(at(at(inputs.tencentFacts.services, 0).actions, 0)),
    'facts/tencent-actions.json: $.services[0].actions[2]: "DescribeRoom" stands twice in this list',
  ],
  [
    "a service code that is listed and has a list of actions",
    (inputs) => at(inputs.camOverrides.serviceCodes, 0).codes.push("demo"),
    'overrides/cam.json: $: service code "demo" is given twice',
  ],
  [
    "a web address without encryption",
    (inputs) => at(at(inputs.tencentFacts.services, 0).actions, 0).sources.push("http://docs.example.org"),
    'facts/tencent-actions.json: $.services[0].actions[0].sources[1]: "http://docs.example.org" is no source: expected https://…, github:owner/name or npm:package@version',
  ],
  [
    "a web address without a host",
    (inputs) => at(inputs.camOverrides.keys, 0).sources.push("https://nowhere"),
    'overrides/cam.json: $.keys[0].sources[1]: "https://nowhere" is no source: expected https://…, github:owner/name or npm:package@version',
  ],
  [
    "a fact without a source",
    (inputs) => Object.assign(at(inputs.camOverrides.operators, 0), { sources: [] }),
    "overrides/cam.json: $.operators[0].sources: no source is given",
  ],
  [
    "a resource that contradicts the level",
    (inputs) => Object.assign(at(at(inputs.tencentFacts.services, 0).actions, 1), { resourceLevel: true }),
    "facts/tencent-actions.json: $: demo:CreateRoom has resource level true and resource *",
  ],
  [
    "a replacement that does not exist",
    (inputs) =>
      Object.assign(at(at(inputs.tencentFacts.services, 0).actions, 0), { replacedBy: "DescribeHall" }),
    'facts/tencent-actions.json: $: demo:DescribeRoom is replaced by "DescribeHall", which is not in the list',
  ],
  [
    "a service without a decision on its completeness",
    (inputs) => inputs.otcOverrides.services.pop(),
    'overrides/otc.json: $: service "disk" has no entry in "services"',
  ],
  [
    "a preset that nobody described",
    (inputs) => inputs.otcFacts.neighbourPresets.push("Disk Admin"),
    'overrides/otc.json: $: preset "Disk Admin" has no entry in "presets"',
  ],
  [
    "an override for a preset that is in no fact",
    (inputs) =>
      inputs.camOverrides.presets.push({ name: "QcloudOtherAccess", product: "Other", services: [] }),
    'overrides/cam.json: $: preset "QcloudOtherAccess" is named but not known',
  ],
  [
    "a preset of a service that is in no list",
    (inputs) => at(inputs.camOverrides.presets, 0).services.push("demos"),
    'overrides/cam.json: $: service "demos" is named but not known',
  ],
  [
    "a role that depends on an unknown role",
    (inputs) => Object.assign(at(inputs.otcFacts.presetPolicies, 0), { dependsOn: ["Nobody"] }),
    'overrides/otc.json: $: preset "Nobody" is named but not known',
  ],
  [
    "a document without its source",
    (inputs) => Object.assign(at(inputs.tencentFacts.presetPolicies, 0), { document: { version: "2.0" } }),
    'facts/tencent-actions.json: $: preset "QcloudDemoFullAccess" has a document without its source, or the reverse',
  ],
  [
    "APIs that differ between the two lists of an action",
    (inputs) => at(at(inputs.otcFacts.services, 0).actions, 0).apis.push("GET /v2/images"),
    'facts/otc-ims-actions.json: $: img:images:get names other APIs in "apis" than in "apiDetails"',
  ],
  [
    "resource formats that nobody taught this script",
    (inputs) => at(inputs.otcFacts.services, 0).resourceFormats.push("img:*:*:image:*"),
    "facts/otc-ims-actions.json: $: img has resource formats, which this script does not know how to read",
  ],
  [
    "overrides of the other dialect",
    (inputs) => Object.assign(inputs.camOverrides, { dialect: "otc" }),
    'overrides/cam.json: $: this file must be for "cam", it says "otc"',
  ],
  [
    "a file that is a list",
    (inputs) => Object.assign(inputs, { tencentFacts: [] }),
    "facts/tencent-actions.json: $: expected an object, found a list",
  ],
];

test.each(cases)("names %s", (_what, breakIt, message) => {
  const inputs = smallInputs();
  breakIt(inputs);
  expect(() => deriveCatalog(inputs)).toThrow(new Error(message));
});

test("names a file that cannot be read", () => {
  const empty = pathToFileURL(`${mkdtempSync(join(tmpdir(), "derive-catalog-"))}/`);
  expect(() => readInputs(empty)).toThrow(/^facts\/tencent-actions\.json: \$: cannot be read as JSON: /);
});

function at<T>(entries: readonly T[], index: number): T {
  const entry = entries[index];
  if (entry === undefined) throw new Error(`The small inputs have no entry ${index}`);
  return entry;
}
