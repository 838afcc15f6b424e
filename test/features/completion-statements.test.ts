// Completion of whole statements: what they hold for each service, that they are clean, and how they follow the file.
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundledCatalog } from "../../server/src/bundled/catalog.js";
import { loadTexts } from "../../server/src/bundled/texts.node.js";
import { resolveCompletion } from "../../server/src/features/completion.js";
import { accept } from "../support/accept.js";
import { serve, splitCursor } from "../support/cursor.js";
import { checkCompletion, completionsOf, labelsAt, servicesFor } from "./check-completion.js";

const catalog = bundledCatalog(() => loadTexts(join(import.meta.dirname, "../../server/data")));
const applications = [{ sdkAppId: "1400100200", label: "Live prod", account: "100012345678" }];

const CAM = '{\n  "version": "2.0",\n  "statement": [\n    |\n  ]\n}';
const OTC = '{\n  "Version": "1.1",\n  "Statement": [\n    |\n  ]\n}';
const camWith = (statement: string) => CAM.replace("|", statement);

test("each service has its kinds of statements", () => {
  expect(labelsAt(CAM, { applications }).filter((label) => label.includes("TRTC application"))).toEqual([
    "allow read of one TRTC application",
    "allow everything on one TRTC application",
    "allow one TRTC application until a date",
    "allow one TRTC application from an address range",
    "deny everything on one TRTC application",
  ]);
  expect(labelsAt(OTC).filter((label) => label.includes("Image"))).toEqual([
    "Allow read of Image Management Service",
    "Allow Image Management Service until a date",
    "Deny deleting in Image Management Service",
    "Deny Image Management Service without MFA",
  ]);
});

test("reading is said by verbs, on the application that is known", () => {
  checkCompletion(
    CAM,
    "allow read of one TRTC application",
    camWith(`{
      "effect": "allow",
      "action": ["trtc:Describe*"],
      "resource": ["qcs::trtc::uin/100012345678:sdkappid/1400100200"]
    }`),
    { applications },
  );
});

test("without a known application there are places to fill in", () => {
  checkCompletion(
    CAM,
    "allow everything on one TRTC application",
    camWith(`{
      "effect": "allow",
      "action": ["trtc:*"],
      "resource": ["qcs::trtc::uin/uin:sdkappid/sdkappid"]
    }`),
  );
});

test("the prefix of the file's actions is kept", () => {
  const before = '{"version":"2.0","statement":[{"action":["name/im:CreateGroup"]}, |]}';
  const item = completionsOf(before).items.find(
    ({ label }) => label === "deny everything on one TRTC application",
  );
  expect(item?.textEdit?.newText).toContain('"name/trtc:*"');
  const preset = completionsOf(before).items.find(({ label }) => label === "QcloudTRTCFullAccess");
  expect(preset?.textEdit?.newText).toContain('"name/trtc:*"');
});

test("a dialect without resources has a statement without them", () => {
  checkCompletion(
    OTC,
    "Deny Image Management Service without MFA",
    OTC.replace(
      "|",
      `{
      "Effect": "Deny",
      "Action": ["ims:*:*"],
      "Condition": { "Bool": { "g:MFAPresent": ["false"] } }
    }`,
    ),
  );
});

test("in the place of the list, a statement brings the list", () => {
  checkCompletion(
    '{\n  "version": "2.0",\n  "statement": |\n}',
    "deny deleting in TRTC",
    '{\n  "version": "2.0",\n  "statement": [\n    {\n      "effect": "deny",\n      "action": ["trtc:RemoveUser"],\n      "resource": ["*"]\n    }\n  ]\n}',
  );
});

test("in an empty document, a preset brings a whole policy", () => {
  checkCompletion(
    "|",
    "IMS FullAccess",
    '{\n  "Version": "1.1",\n  "Statement": [\n    {\n      "Effect": "Allow",\n      "Action": [\n        "ims:*:*"\n      ]\n    }\n  ]\n}',
  );
});

test("the documentation counts what the statement reaches", () => {
  const { items } = completionsOf(CAM, { catalog });
  const item = items.find(({ label }) => label === "allow read of TRTC");
  const text = JSON.stringify(item && resolveCompletion(item, servicesFor({ catalog })).documentation);
  expect(text).toMatch(/that is \d+ read actions/);
  expect(text).toContain("actions that the catalog does not list");
});

/** What an author chose on purpose, or is still to fill in. */
const EXPECTED = new Set([
  "deny-without-effect",
  "wildcard-grants-write",
  "dependent-action-missing",
  "empty-list",
  "condition-value-length",
  "grants-everything",
]);

test.each([
  ["cam", CAM],
  ["otc", OTC],
])("what is inserted in %s has nothing that surprises", (_, source) => {
  const { text } = splitCursor(source);
  for (const item of completionsOf(source, { catalog, applications }).items) {
    const found = serve(accept(text, item), { catalog })
      .findings()
      .filter(({ check }) => !EXPECTED.has(check));
    expect(found.map(({ check, message }) => `${item.label}: ${check} ${message}`)).toEqual([]);
  }
});
