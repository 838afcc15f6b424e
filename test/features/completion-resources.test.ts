// Completion of resource strings, with the applications and accounts that are known.
import { expect, test } from "vitest";
import { type CompletionOptions, checkCompletion, detailsAt, labelsAt } from "./check-completion.js";

const APPLICATIONS: CompletionOptions = {
  applications: [
    { sdkAppId: "1400100200", label: "Live prod", account: "100012345678" },
    { sdkAppId: "1400100300" },
  ],
};

const inResources = (resources: string, action = "trtc:RemoveUser") =>
  `{"version":"2.0","statement":[{"action":["${action}"],"resource":[${resources}]}]}`;

test("whole resources of the statement's service come first, a template last", () => {
  expect(detailsAt(inResources('"|"'), APPLICATIONS)).toEqual([
    "qcs::trtc::uin/100012345678:sdkappid/1400100200: Live prod",
    "qcs::trtc::uin/100012345678:sdkappid/1400100300: TRTC application",
    "qcs::trtc::uin/100012345678:sdkappid/*: every TRTC application of 100012345678",
    "*: every resource",
    `qcs::trtc::uin/\${uin}:sdkappid/\${sdkappid}: TRTC · fill in the ids`,
    `qcs::trtc::uin/\${uin}:sdkappid/*: TRTC · fill in the ids`,
  ]);
});

test("every resource comes first where the actions work on nothing else", () => {
  expect(labelsAt(inResources('"|"', "trtc:CreateTrtcApp"), APPLICATIONS)[0]).toBe("*");
});

test("what the statement names already is left out", () => {
  const named = "qcs::trtc::uin/100012345678:sdkappid/1400100200";
  expect(labelsAt(inResources(`"${named}", "|"`), APPLICATIONS)).not.toContain(named);
});

test("without an account the segment is the author's own", () => {
  const options = { applications: [{ sdkAppId: "1400100300" }] };
  expect(labelsAt(inResources('"|"'), options)[0]).toBe("qcs::trtc:::sdkappid/1400100300");
});

test("accounts of other resources of the policy are used", () => {
  const options = { applications: [{ sdkAppId: "1400100300" }] };
  const labels = labelsAt(inResources('"qcs::trtc::uin/100099999999:sdkappid/1", "|"'), options);
  expect(labels[0]).toBe("qcs::trtc::uin/100099999999:sdkappid/1400100300");
});

test.each([
  ["the whole", '"|"', "qcs::trtc::uin/100012345678:sdkappid/1400100200"],
  ["a gap", "|", "qcs::trtc::uin/100012345678:sdkappid/1400100200"],
  ["behind the scheme", '"qcs::|"', "trtc::uin/100012345678:sdkappid/1400100200"],
  ["behind the service", '"qcs::trtc:|"', ":uin/100012345678:sdkappid/1400100200"],
  ["in the account", '"qcs::trtc::ui|"', "uin/100012345678:sdkappid/1400100200"],
  ["in the last segment", '"qcs::trtc::uin/100012345678:|"', "sdkappid/1400100200"],
  ["over another id", '"qcs::trtc::uin/100012345678:sdkappid/14|9999"', "sdkappid/1400100200"],
])("the edit fits: %s", (_, before, label) => {
  checkCompletion(
    inResources(before),
    label,
    inResources('"qcs::trtc::uin/100012345678:sdkappid/1400100200"'),
    APPLICATIONS,
  );
});

test("in the middle only the segment is replaced", () => {
  checkCompletion(
    inResources('"qcs::trtc::uin/|1:sdkappid/7"'),
    "uin/100012345678",
    inResources('"qcs::trtc::uin/100012345678:sdkappid/7"'),
    APPLICATIONS,
  );
  checkCompletion(
    inResources('"qcs::|im::uin/1:sdkappid/7"'),
    "trtc",
    inResources('"qcs::trtc::uin/1:sdkappid/7"'),
    APPLICATIONS,
  );
});

test("applications of another account are not offered", () => {
  const applications = [
    { sdkAppId: "1400100200", account: "100012345678" },
    { sdkAppId: "1400100300", account: "100087654321" },
  ];
  expect(labelsAt(inResources('"qcs::trtc::uin/100087654321:|"'), { applications })).toEqual([
    "sdkappid/1400100300",
    "sdkappid/*",
  ]);
});

test("images of Open Telekom Cloud have no resources", () => {
  expect(labelsAt('{"Version":"1.1","Statement":[{"Action":["ims:images:get"],"Resource":["|"]}]}')).toEqual(
    [],
  );
});

test("segments of other services", () => {
  const source = (resource: string) =>
    `{"Version":"1.1","Statement":[{"Action":["obs:bucket:*"],"Resource":["${resource}"]}]}`;
  expect(labelsAt(source("|"))).toEqual(["obs:*:*:"]);
  expect(labelsAt(source("obs:|"))).toEqual(["*", "eu-de", "eu-nl"]);
});
