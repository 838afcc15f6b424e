// What is said of the items of a comparison: where, what else the policies say of them, and what is not said.
import { describe, expect, test } from "vitest";
import {
  cam,
  compare,
  describeChange,
  type ItemWords,
  PLAIN,
  type Policy,
  readPolicyFile,
} from "../../../server/src/core/index.js";
import { miniCatalog } from "../../support/mini-catalog.js";

const ONE = "qcs::trtc:::sdkappid/1";
const TWO = "qcs::trtc:::sdkappid/2";
const INSIDE = { ip_equal: { "qcs:ip": "10.0.0.0/8" } };

type Some = string | readonly string[];
type PlainStatement = Readonly<Record<string, unknown>>;

function policyWith(statements: readonly PlainStatement[]): Policy {
  const text = JSON.stringify({ version: "2.0", statement: statements });
  const [policy] = readPolicyFile(text, { dialects: [cam], declared: true }).policies;
  if (policy === undefined) throw new Error("the text holds no policy");
  return policy;
}

function allow(action: Some, resource: Some = "*", condition?: object) {
  return { effect: "allow", action, resource, ...(condition && { condition }) };
}

function deny(action: Some, resource: Some = "*", condition?: object) {
  return { ...allow(action, resource, condition), effect: "deny" };
}

function gained(before: readonly PlainStatement[], after: readonly PlainStatement[]): readonly ItemWords[] {
  const [was, is] = [policyWith(before), policyWith(after)];
  const sides = { before: { policies: [was] }, after: { policies: [is] }, applications: [] };
  const comparison = compare([was], [is], miniCatalog);
  return describeChange("gained", { ...sides, comparison }, { catalog: miniCatalog, style: PLAIN });
}

function excepts(...after: PlainStatement[]): readonly string[] {
  return gained([], after).map(({ access, except }) => `${access}: ${except ?? "nothing"}`);
}

function others(before: readonly PlainStatement[], after: readonly PlainStatement[]): readonly string[] {
  return gained(before, after).map(({ named, other }) => `${named}: ${other ?? "nothing"}`);
}

describe("a deny of the same side", () => {
  test.each<[string, readonly PlainStatement[], readonly string[]]>([
    [
      "of listed names leaves what no list has",
      [allow("trtc:*"), deny(["trtc:DismissRoom", "trtc:RemoveUser"], ONE)],
      ["write: but statement 2 denies some of it on app 1", "unlisted: nothing", "read: nothing"],
    ],
    [
      "of a name that no list has leaves the listed ones",
      [allow("trtc:*"), deny("trtc:CloseEverything")],
      ["write: nothing", "unlisted: but statement 2 denies some of it", "read: nothing"],
    ],
    [
      "of a pattern reaches both",
      [allow(["trtc:DismissRoom", "trtc:Dis*"]), deny("trtc:Dis*", ONE)],
      ["write: but statement 2 denies it on app 1", "unlisted: but statement 2 denies it on app 1"],
    ],
    [
      "of one resource leaves actions that are allowed on everything or not at all",
      [allow("trtc:CreateTrtcApp"), deny("trtc:CreateTrtcApp", ONE)],
      ["write: nothing"],
    ],
    [
      "of one resource reaches those of several actions that can be limited",
      [
        allow(["trtc:CreateTrtcApp", "trtc:DismissRoom"]),
        deny(["trtc:CreateTrtcApp", "trtc:DismissRoom"], ONE),
      ],
      ["write: but statement 2 denies some of it on app 1"],
    ],
    [
      "on another resource leaves it",
      [allow("trtc:DismissRoom", ONE), deny("trtc:DismissRoom", TWO)],
      ["write: nothing"],
    ],
    [
      "names the resources that it takes away",
      [allow("trtc:DismissRoom", ["qcs::trtc:::sdkappid/1*"]), deny("trtc:DismissRoom", [ONE, TWO])],
      ["write: but statement 2 denies it on app 1"],
    ],
    [
      "under a condition that cannot hold together leaves it",
      [
        allow("trtc:DismissRoom", "*", INSIDE),
        deny("trtc:DismissRoom", "*", { ip_equal: { "qcs:ip": "192.168.0.0/16" } }),
      ],
      ["write: nothing"],
    ],
    [
      "of a resource of another service leaves it",
      [allow("trtc:DismissRoom"), deny("trtc:DismissRoom", "qcs::im:::sdkappid/1")],
      ["write: nothing"],
    ],
    [
      "is told by its number, several by theirs",
      [allow("trtc:DismissRoom"), deny("trtc:*", ONE), deny("trtc:Dismiss*", TWO)],
      ["write: but statements 2 and 3 deny some of it"],
    ],
  ])("%s", (_name, after, expected) => {
    expect(excepts(...after)).toEqual(expected);
  });
});

test("a deny of another policy of the same side is told as such", () => {
  const policies = [policyWith([allow("trtc:DismissRoom")]), policyWith([deny("trtc:DismissRoom", ONE)])];
  const comparison = compare([], policies, miniCatalog);
  const sides = { comparison, after: { policies }, applications: [] };
  const [item] = describeChange("gained", sides, { catalog: miniCatalog, style: PLAIN });
  expect(item?.except).toBe("but statement 1 of another policy denies it on app 1");
});

describe("the other side", () => {
  test.each<[string, readonly PlainStatement[], readonly PlainStatement[], readonly string[]]>([
    ["allows nothing of it", [], [allow("trtc:DismissRoom")], ["trtc:DismissRoom: before: not at all"]],
    [
      "only denies it",
      [deny("trtc:DismissRoom", ONE)],
      [allow("trtc:DismissRoom", TWO)],
      ["trtc:DismissRoom: before: not at all"],
    ],
    [
      "allows listed names, not what no list has",
      [allow("trtc:DismissRoom")],
      [allow(["trtc:DismissRoom", "trtc:Dis*"])],
      ["whatever else trtc:Dis* reaches: before: not at all"],
    ],
    [
      "allows on one resource what can be allowed on everything only",
      [allow("trtc:CreateTrtcApp", ONE)],
      [allow("trtc:CreateTrtcApp")],
      ["trtc:CreateTrtcApp: before: not at all"],
    ],
    [
      "allows it on less",
      [allow("trtc:DismissRoom", ONE)],
      [allow("trtc:DismissRoom")],
      ["trtc:DismissRoom: before: app 1"],
    ],
    [
      "allows it on less by several statements",
      [allow("trtc:DismissRoom", ONE), allow("trtc:DismissRoom", TWO)],
      [allow("trtc:DismissRoom")],
      ["trtc:DismissRoom: before: app 1 and app 2"],
    ],
    [
      "allows it under a condition, on more",
      [allow("trtc:DismissRoom", [ONE, TWO], INSIDE)],
      [allow("trtc:DismissRoom", ONE)],
      ["trtc:DismissRoom: before: only from 10.0.0.0/8"],
    ],
    [
      "denied it",
      [allow("trtc:DismissRoom"), deny("trtc:DismissRoom", ONE)],
      [allow("trtc:DismissRoom")],
      ["trtc:DismissRoom: before: denied by statement 2 of the base"],
    ],
    [
      "denied it under a condition",
      [allow("trtc:DismissRoom"), deny("trtc:*", "*", { ip_not_equal: { "qcs:ip": "10.0.0.0/8" } })],
      [allow("trtc:DismissRoom")],
      ["trtc:DismissRoom: before: denied when not from 10.0.0.0/8 by statement 2 of the base"],
    ],
    [
      "denies where it has nothing to do with it",
      [allow("trtc:DismissRoom", ONE), deny("trtc:DismissRoom", TWO)],
      [allow("trtc:DismissRoom", [ONE, "qcs::trtc:::sdkappid/3"])],
      ["trtc:DismissRoom: before: app 1"],
    ],
    [
      "calls alike what is something else",
      [allow("trtc:DismissRoom", "qcs::trtc::uin/100012345678:sdkappid/1")],
      [allow("trtc:DismissRoom", "qcs::trtc::uin/100012345679:sdkappid/1")],
      ['trtc:DismissRoom: before: "qcs::trtc::uin/100012345678:sdkappid/1"'],
    ],
    [
      "says it in too many ways",
      [allow("trtc:DismissRoom", ONE), allow("trtc:DismissRoom", TWO, INSIDE)],
      [allow("trtc:DismissRoom")],
      ["trtc:DismissRoom: nothing"],
    ],
  ])("%s", (_name, before, after, expected) => {
    expect(others(before, after)).toEqual(expected);
  });

  test("is not spoken of where there was none", () => {
    const after = policyWith([allow("trtc:DismissRoom")]);
    const sides = { after: { policies: [after] }, applications: [] };
    const comparison = compare([], [after], miniCatalog);
    const [item] = describeChange("gained", { ...sides, comparison }, { catalog: miniCatalog, style: PLAIN });
    expect(item).toMatchObject({ where: "everything", by: "statement 1" });
    expect(item).not.toHaveProperty("other");
  });
});
