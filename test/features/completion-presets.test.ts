// Completion of preset names: as statements, as actions, and as names.
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundledCatalog } from "../../server/src/bundled/catalog.js";
import { loadTexts } from "../../server/src/bundled/texts.node.js";
import { cam, expandPreset, otc } from "../../server/src/core/index.js";
import { resolveCompletion } from "../../server/src/features/completion.js";
import { accept } from "../support/accept.js";
import { serve, splitCursor } from "../support/cursor.js";
import { checkCompletion, completionsOf, detailsAt, labelsAt, servicesFor } from "./check-completion.js";

const catalog = bundledCatalog(() => loadTexts(join(import.meta.dirname, "../../server/data")));

const READ_ONLY = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": [
        "trtc:DescribeDetailEvent",
        "trtc:DescribeDurationPackages",
        "trtc:DescribeRoomInfo",
        "trtc:DescribeUserInfo",
        "trtc:DescribeVocabulary"
      ],
      "resource": "*"
    }
  ]
}`;

test.each([
  ["an empty list", '{\n  "version": "2.0",\n  "statement": [|]\n}'],
  ["an empty line", '{\n  "version": "2.0",\n  "statement": [\n    |\n  ]\n}'],
  ["a name in quotes", '{\n  "version": "2.0",\n  "statement": [\n    "Qcl|"\n  ]\n}'],
  ["a name without quotes", '{\n  "version": "2.0",\n  "statement": [\n    Qcl|\n  ]\n}'],
])("a statement of the documented scope in %s", (_, before) => {
  checkCompletion(before, "QcloudTRTCReadonlyAccess", READ_ONLY);
  checkCompletion(before, "QcloudTRTCReadonlyAccess", READ_ONLY, { snippets: false });
});

test("actions of a preset join the list, but for those that it holds", () => {
  checkCompletion(
    '{\n  "version": "2.0",\n  "statement": [\n    {\n      "action": [\n        "name/trtc:DescribeRoomInfo",\n        "Q|"\n      ]\n    }\n  ]\n}',
    "QcloudTRTCReadonlyAccess",
    '{\n  "version": "2.0",\n  "statement": [\n    {\n      "action": [\n        "name/trtc:DescribeRoomInfo",\n' +
      '        "name/trtc:DescribeDetailEvent",\n        "name/trtc:DescribeDurationPackages",\n        "name/trtc:DescribeUserInfo",\n        "name/trtc:DescribeVocabulary"\n      ]\n    }\n  ]\n}',
  );
  checkCompletion(
    '{"version":"2.0","statement":[{"action":["Q|"]}]}',
    "QcloudTRTCFullAccess",
    '{"version":"2.0","statement":[{"action":["trtc:*"]}]}',
  );
});

test("names in a request", () => {
  expect(detailsAt('{"PolicyName":"|","PolicyDocument":"{}"}')).toContain(
    "QcloudTRTCReadonlyAccess: read only · TRTC · preset",
  );
  checkCompletion(
    '{"policyName":"Q|x","PolicyDocument":"{}"}',
    "QcloudAVCFullAccess",
    '{"policyName":"QcloudAVCFullAccess","PolicyDocument":"{}"}',
  );
});

test("roles and documents of the cloud's own services are names only", () => {
  const inList = labelsAt('{"version":"2.0","statement":[|]}', { catalog });
  const asName = labelsAt('{"PolicyName":"|","PolicyDocument":"{}"}', { catalog });
  for (const name of [
    "QcloudAccessForTRTCLinkedRoleInCOSAccess",
    "ReadOnlyAccess",
    "QCloudResourceFullAccess",
  ]) {
    expect(inList).not.toContain(name);
    expect(asName).toContain(name);
  }
  const inOtc = labelsAt('{"Version":"1.1","Statement":[|]}', { catalog });
  expect(inOtc).toContain("IMS ReadOnlyAccess");
  expect(inOtc).not.toContain("IMS Administrator");
  expect(inOtc).not.toContain("ECS ReadOnlyAccess");
});

test("the documentation says where the actions come from", () => {
  const { items } = completionsOf('{"version":"2.0","statement":[|]}', { catalog });
  const item = items.find(({ label }) => label === "QcloudTRTCReadonlyAccess");
  const text = JSON.stringify(item && resolveCompletion(item, servicesFor({ catalog })).documentation);
  expect(text).toContain("TRTC");
  expect(text).toContain("read only");
  expect(text).toContain(`derived from the catalog of ${catalog.date}`);
  expect(text).toContain("does not publish");
  expect(text).toContain("https://www.tencentcloud.com/document/product/647/39550");
});

test.each([...catalog.of(cam).presets.values()].map((preset) => [preset.name, preset] as const))(
  "%s grants what its scope says, or nothing is claimed",
  (_, preset) => {
    const expansion = expandPreset(preset, catalog.of(cam));
    if (expansion === undefined) return;
    const reached = expansion.actions.flatMap((action) => catalog.of(cam).action(action).reached);
    const known = preset.services.flatMap((code) => catalog.of(cam).service(code)?.actions ?? []);
    if (preset.access === "read-only") {
      const reads = known.filter(({ access, exampleOnly }) => access !== "write" && exampleOnly !== true);
      expect(reached).toEqual(reads);
      expect(expansion.actions.some((action) => action.includes("*"))).toBe(false);
    } else if (preset.services.length > 0) expect(reached).toEqual(known);
  },
);

test("images of Open Telekom Cloud: reading is spelled out, everything is one pattern", () => {
  const facts = catalog.of(otc);
  const actionsOf = (name: string) => {
    const preset = facts.presets.get(name);
    return preset && expandPreset(preset, facts)?.actions;
  };
  expect(actionsOf("IMS FullAccess")).toEqual(["ims:*:*"]);
  expect(actionsOf("FullAccess")).toEqual(["*:*:*"]);
  expect(actionsOf("IMS ReadOnlyAccess")).toEqual(["ims:images:get", "ims:images:list", "ims:quotas:get"]);
  expect(actionsOf("Tenant Guest")).toBeUndefined();
  expect(actionsOf("KMS CMKFullAccess")).toBeUndefined();
});

test.each([
  ["QcloudTRTCReadonlyAccess", '{\n  "version": "2.0",\n  "statement": [|]\n}'],
  ["QcloudChatReadOnlyAccess", '{\n  "version": "2.0",\n  "statement": [|]\n}'],
  ["IMS ReadOnlyAccess", '{\n  "Version": "1.1",\n  "Statement": [|]\n}'],
])("%s in an empty list gives a clean policy", (name, source) => {
  const item = completionsOf(source, { catalog }).items.find(({ label }) => label === name);
  const text = item ? accept(splitCursor(source).text, item) : "";
  const { file, findings } = serve(text, { catalog });
  expect(file.policies[0]?.statements[0]?.actions.length).toBeGreaterThan(2);
  expect(findings()).toEqual([]);
});
