// A request that a user or group of a grants file makes: all that is attached to them is asked, wherever it lies.
import { describe, expect, test } from "vitest";
import { type AskedDocument, askedOf, holderChoices } from "../../../server/src/features/simulate/asked.js";
import { actionChoices, keyChoices, resourceChoices } from "../../../server/src/features/simulate/choices.js";
import { faultOfPart } from "../../../server/src/features/simulate/faults.js";
import { simulate } from "../../../server/src/features/simulate.js";
import { englishLeftovers } from "../../support/english-leftovers.js";
import { grantsCatalog, servedGrants } from "../../support/grants.js";
import { inChinese } from "../../support/language.js";

const services = { catalog: grantsCatalog, applications: [], snippets: true };
const TEAM = `{
  "dialect": "cam",
  "groups": { "chat": { "policies": ["QcloudChatReadOnlyAccess"] } },
  "users": {
    "li.wei": { "groups": ["chat"], "policies": ["./recording.policy.json"] },
    "wang.fang": { "policies": ["./recording.policy.json", "no-rooms.policy.json"] },
    "chat": { "policies": ["gone.policy.json"] },
    "nobody": {}
  }
}`;
const ROOM = "qcs::trtc::uin/100012345678:sdkappid/1400100200";

function asked(holder: string | undefined, text = TEAM): AskedDocument | undefined {
  const linksTo = (uri: string) => (line: number) => `${uri.replace("file:///project", "")}#L${line}`;
  return askedOf(servedGrants(text), holder, grantsCatalog, linksTo);
}

function answer(holder: string, action: string, resource?: string): string {
  const document = asked(holder);
  if (document === undefined) return "nobody";
  return simulate(document, { action, resource, context: {} }, "team.grants.json", services).markdown;
}

describe("whose policies are asked", () => {
  test("is chosen among users and groups, which may be called alike", () => {
    expect(holderChoices(servedGrants(TEAM))).toEqual([
      {
        heading: "Users",
        choices: ["li.wei", "wang.fang", "chat", "nobody"].map((label) => ({
          value: `user ${label}`,
          label,
        })),
      },
      { heading: "Groups", choices: [{ value: "group chat", label: "chat" }] },
    ]);
    expect(holderChoices(servedGrants("{}"))).toEqual([]);
    expect(holderChoices({})).toBeUndefined();
  });

  test.each([[undefined], [""], ["li.wei"], ["user gone"], ["group li.wei"], ["user "]])(
    "is nobody for %j",
    (holder) => expect(asked(holder)).toBeUndefined(),
  );
});

describe("the answer", () => {
  test("names the policy of a file, with a link to its line", () => {
    const page = answer("user li.wei", "trtc:RemoveUser", ROOM);
    expect(page).toContain("# Allowed");
    expect(page).toContain("Asked of `li.wei`: ");
    expect(page).toContain(
      "The request is **allowed** by [statement 1](</recording.policy.json#L1>) of `./recording.policy.json` (line 1).",
    );
    expect(page).toContain("the files that are named here.*");
  });

  test("names a preset, with a link to where it is attached", () => {
    expect(answer("user li.wei", "im:DescribeApp")).toContain(
      "The request is **allowed** by [`QcloudChatReadOnlyAccess`](</team.grants.json#L3>).",
    );
    expect(answer("group chat", "im:DescribeApp")).toContain("**allowed**");
  });

  test("a deny of one policy takes away what another allows", () => {
    expect(answer("user wang.fang", "trtc:DescribeRoomInfo", ROOM)).toContain(
      "The request is **denied** by [statement 1](</no-rooms.policy.json#L1>) of `no-rooms.policy.json`",
    );
  });

  test("what does not count is said, and who has nothing is denied", () => {
    const page = answer("user chat", "trtc:RemoveUser");
    expect(page).toContain("# Denied");
    expect(page).toContain('"gone.policy.json" leads nowhere, and does not count');
    expect(answer("user nobody", "trtc:RemoveUser")).toContain("# Denied");
    expect(answer("user nobody", "trtc:*")).toContain("is a pattern, and a request is for one action");
  });

  test("is given in Chinese", () => {
    const pages = inChinese(() =>
      ["user li.wei", "user wang.fang", "user chat", "user nobody"].map((holder) =>
        answer(holder, "trtc:DescribeRoomInfo", ROOM),
      ),
    );
    expect(pages[0]).toContain(
      "`./recording.policy.json` 的[语句 1](</recording.policy.json#L1>)（第 1 行）",
    );
    expect(pages.flatMap((page) => englishLeftovers(page, ["li.wei", "wang.fang"]))).toEqual([]);
  });
});

test("what can be asked is what the policies of all files name", () => {
  const document = asked("user wang.fang");
  if (document === undefined) throw new Error("wang.fang is asked");
  const named = actionChoices(document, services)?.[0]?.choices.map(({ value }) => value);
  expect(named).toEqual(["trtc:RemoveUser", "trtc:DescribeRoomInfo"]);
  const resources = resourceChoices(document, "trtc:RemoveUser", services)?.groups[0]?.choices;
  expect(resources?.map(({ value }) => value)).toEqual([ROOM]);
  expect(keyChoices(document, { action: "trtc:RemoveUser", resource: ROOM }, services)).toEqual([]);
  expect(faultOfPart(document, { part: "action", text: "x" }, services)).toMatch(/"x"/);
  expect(faultOfPart(document, { part: "action", text: "trtc:RemoveUser" }, services)).toBeUndefined();
});
