// Completion of action strings in both dialects.
import { expect, test } from "vitest";
import { resolveCompletion } from "../../server/src/features/completion.js";
import { checkCompletion, completionsOf, detailsAt, labelsAt, servicesFor } from "./check-completion.js";

const inActions = (actions: string) => `{"version":"2.0","statement":[{"action":[${actions}]}]}`;
const inOtc = (actions: string) => `{"Version":"1.1","Statement":[{"Action":[${actions}]}]}`;

test("actions of a service tell their access, wildcards their reach", () => {
  expect(detailsAt(inActions('"trtc:|"'))).toEqual([
    "trtc:CreateTrtcApp: write · TRTC · on * only",
    "trtc:DescribeDetailEvent: read · TRTC · on * only",
    "trtc:DescribeDurationPackages: read · TRTC · on * only",
    "trtc:DescribeRoomInfo: read · TRTC · resource-level",
    "trtc:DescribeUserInfo: read · TRTC · resource-level",
    "trtc:DismissRoom: write · TRTC · resource-level",
    "trtc:ModifyMixConf: write · TRTC · on * only",
    "trtc:RemoveUser: write · TRTC · resource-level",
    expect.stringMatching(/^trtc:\*: reaches 5 read and 4 write actions/),
    expect.stringMatching(/^trtc:Describe\*: reaches 5 read actions/),
    // A newer action does the same.
    "trtc:DescribeVocabulary: read · TRTC · newer action: DescribeUserInfo",
  ]);
});

test.each([
  ["an empty string", '"|"', '"trtc:DescribeRoomInfo"'],
  ["a gap", "|", '"trtc:DescribeRoomInfo"'],
  ["half a string", '"trtc:Desc|"', '"trtc:DescribeRoomInfo"'],
  ["a name without its service", '"roominfo|"', '"trtc:DescribeRoomInfo"'],
  ["text behind the cursor", '"trtc:Desc|ribeRooms"', '"trtc:DescribeRoomInfo"'],
  ["no closing quote", '"trtc:Desc|', '"trtc:DescribeRoomInfo"'],
  ["no quotes", "trtc:Desc|", '"trtc:DescribeRoomInfo"'],
  ["the prefix is typed", '"name/trtc:Desc|"', '"name/trtc:DescribeRoomInfo"'],
  ["an escaped prefix", '"name\\/trtc:Desc|"', '"name/trtc:DescribeRoomInfo"'],
  [
    "the list has the prefix",
    '"name/trtc:RemoveUser", "|"',
    '"name/trtc:RemoveUser", "name/trtc:DescribeRoomInfo"',
  ],
  ["no comma before", '"trtc:RemoveUser" "|"', '"trtc:RemoveUser", "trtc:DescribeRoomInfo"'],
  ["no comma behind", '"|" "trtc:RemoveUser"', '"trtc:DescribeRoomInfo", "trtc:RemoveUser"'],
  ["a gap before another", '|"trtc:RemoveUser"', '"trtc:DescribeRoomInfo","trtc:RemoveUser"'],
  ["curly quotes", "“trtc:De|”", '"trtc:DescribeRoomInfo"'],
])("the edit fits: %s", (_, before, after) => {
  checkCompletion(inActions(before), "trtc:DescribeRoomInfo", inActions(after));
});

test("the prefix of another statement is kept", () => {
  checkCompletion(
    '{"version":"2.0","statement":[{"action":["name/im:CreateGroup"]},{"action":["trtc:|"]}]}',
    "trtc:RemoveUser",
    '{"version":"2.0","statement":[{"action":["name/im:CreateGroup"]},{"action":["name/trtc:RemoveUser"]}]}',
  );
});

test("an action that is missing its list gets one", () => {
  checkCompletion(
    '{"version":"2.0","statement":[{"action": |}]}',
    "trtc:RemoveUser",
    '{"version":"2.0","statement":[{"action": ["trtc:RemoveUser"]}]}',
  );
});

test("what stands in the list is left out, what a wildcard covers comes last", () => {
  const labels = labelsAt(inActions('"trtc:RemoveUser", "trtc:Describe*", "trtc:|"'));
  expect(labels).not.toContain("trtc:RemoveUser");
  expect(labels).not.toContain("trtc:Describe*");
  expect(labels.indexOf("trtc:DescribeRoomInfo")).toBeGreaterThan(labels.indexOf("trtc:ModifyMixConf"));
});

test("the service of the statement comes first", () => {
  const labels = labelsAt(inActions('"trtc:RemoveUser", "De|"'));
  expect(labels.indexOf("trtc:DescribeUserInfo")).toBeLessThan(labels.indexOf("im:DescribeApp"));
});

test("a name that people use for the service is understood", () => {
  checkCompletion(inActions('"chat:Cr|"'), "im:CreateGroup", inActions('"im:CreateGroup"'));
});

test("names of examples are not offered", () => {
  expect(labelsAt(inActions('"im:|"'))).not.toContain("im:RemoveUser");
});

test("a service without a list is offered as a whole", () => {
  expect(labelsAt(inActions('"cos:|"'))).toEqual(["cos:*"]);
  expect(labelsAt(inActions('"nothing:|"'))).toEqual([]);
});

test("before the colon editors ask again", () => {
  expect(completionsOf(inActions('"tr|"')).isIncomplete).toBe(true);
  expect(completionsOf(inActions('"trtc:|"')).isIncomplete).toBe(false);
});

test("actions of three parts", () => {
  checkCompletion(inOtc('"ims:im|"'), "ims:images:get", inOtc('"ims:images:get"'));
  checkCompletion(inOtc('"ims:images:|delete"'), "ims:images:list", inOtc('"ims:images:list"'));
  expect(labelsAt(inOtc('"ims:|"'))).toEqual([
    "ims:images:create",
    "ims:images:delete",
    "ims:images:get",
    "ims:images:list",
    "ims:serverImages:create",
    "ims:*:*",
    "ims:*:create*",
    "ims:images:*",
  ]);
});

test("documentation comes when it is asked for", () => {
  const item = completionsOf(inActions('"trtc:|"')).items.find(({ label }) => label === "trtc:DismissRoom");
  expect(item?.documentation).toBeUndefined();
  const resolved = item && resolveCompletion(item, servicesFor({}));
  expect(JSON.stringify(resolved?.documentation)).toContain("Close a room");
});
