// Asking the policies of a document about one request: what can be asked, what cannot, and the answer as a page.
import { describe, expect, test } from "vitest";
import { actionChoices, keyChoices, resourceChoices } from "../../server/src/features/simulate/choices.js";
import { faultOfPart, valuesIn } from "../../server/src/features/simulate/faults.js";
import { simulate } from "../../server/src/features/simulate.js";
import { serve } from "../support/cursor.js";
import { services } from "../support/served.js";

const APP = "qcs::trtc::uin/100012345678:sdkappid/1400100200";
const OTHER = "qcs::trtc::uin/100012345678:sdkappid/1400100201";

const document = serve(`{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["name/trtc:DismissRoom", "trtc:Describe*"],
      "resource": "${APP}",
      "condition": { "ip_equal": { "qcs:ip": ["10.0.0.0/8"] } }
    },
    {
      "effect": "deny",
      "action": "trtc:DescribeUserInfo",
      "resource": "*",
      "condition": { "date_less_than": { "qcs:current_time": "2030-01-31T00:00:00Z" } }
    }
  ]
}
`);
const images = serve(
  '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:get"] }] }',
  {
    fileName: "a.otc.json",
  },
);

describe("what can be asked", () => {
  test("actions: those of the policy first, without prefix and patterns", () => {
    const groups = actionChoices(document, services) ?? [];
    expect(groups.map(({ heading }) => heading)).toEqual(["Named in the policy", "Chat", "TRTC"]);
    expect(groups[0]?.choices).toEqual([
      { value: "trtc:DismissRoom", description: "write", detail: "Close a room" },
      { value: "trtc:DescribeUserInfo", description: "read" },
    ]);
    const trtc = groups[2]?.choices.map(({ value }) => value) ?? [];
    expect(trtc).toContain("trtc:RemoveUser");
    expect(trtc).not.toContain("trtc:DismissRoom");
  });

  test("resources: those of the policy, then the team's applications, then everything", () => {
    const named = {
      heading: "Named in the policy",
      choices: [{ value: APP, description: "app 1400100200 (Live prod)" }],
    };
    const everything = {
      heading: "Everything",
      choices: [{ value: "*", description: "what no single resource describes" }],
    };
    expect(resourceChoices(document, "trtc:DismissRoom", services)).toEqual({
      groups: [named, everything],
      isFixed: false,
    });
    const other = { sdkAppId: "1400100201", account: "100012345678" };
    const known = {
      ...services,
      applications: [...services.applications.slice(0, 1), other],
      accounts: { "100012345678": "ours" },
    };
    expect(resourceChoices(document, "trtc:RemoveUser", known)?.groups[1]).toEqual({
      heading: "Applications",
      choices: [{ value: OTHER, description: "app 1400100201", detail: "ours" }],
    });
  });

  test("no resource for actions that cannot be limited to one", () => {
    expect(resourceChoices(document, "trtc:ModifyMixConf", services)).toMatchObject({
      groups: [{ choices: [{ value: "*" }] }],
      isFixed: true,
    });
    expect(resourceChoices(images, "ims:images:get", services)).toEqual({ groups: [], isFixed: true });
  });

  test("condition keys: those of the statements that speak of the action and the resource", () => {
    const keys = (action: string, resource: string | undefined) =>
      keyChoices(document, { action, resource }, services)?.map(({ name }) => name);
    expect(keys("trtc:DismissRoom", APP)).toEqual(["qcs:ip"]);
    expect(keys("trtc:DescribeUserInfo", APP)).toEqual(["qcs:ip", "qcs:current_time"]);
    expect(keys("trtc:DescribeUserInfo", OTHER)).toEqual(["qcs:current_time"]);
    expect(keys("trtc:RemoveUser", APP)).toEqual([]);
    expect(keyChoices(document, { action: "trtc:DismissRoom", resource: APP }, services)?.[0]).toEqual({
      name: "qcs:ip",
      prompt: "One IP address. Nothing: the request does not have the key.",
      takesSeveral: false,
      examples: ["10.0.0.1", "192.0.2.1"],
    });
  });

  test("nothing of a text without a policy", () => {
    const empty = serve("");
    expect(actionChoices(empty, services)).toBeUndefined();
    expect(resourceChoices(empty, "trtc:DismissRoom", services)).toBeUndefined();
    expect(keyChoices(empty, { action: "trtc:DismissRoom", resource: APP }, services)).toBeUndefined();
  });
});

describe("what a person types", () => {
  test.each([
    ["trtc:RemoveUser", undefined],
    ["trtc:Unheard", undefined],
    ["trtc:*", '"trtc:*" is a pattern, and a request is for one action'],
    ["remove", '"remove" is no action: Tencent Cloud CAM writes service:Name'],
  ])("as an action: %j", (text, fault) => {
    expect(faultOfPart(document, { part: "action", text }, services)).toBe(fault);
  });

  test.each([
    [APP, undefined],
    ["*", undefined],
    [
      "qcs::trtc::uin/1:sdkappid/*",
      '"qcs::trtc::uin/1:sdkappid/*" is a pattern, and a request is for one resource',
    ],
    ["room", expect.stringContaining('"room" is no resource')],
  ])("as a resource: %j", (text, fault) => {
    expect(faultOfPart(document, { part: "resource", text, action: "trtc:DismissRoom" }, services)).toEqual(
      fault,
    );
  });

  test.each([
    ["qcs:ip", "10.0.0.1", undefined],
    ["qcs:ip", "", undefined],
    ["qcs:ip", "2001:db8::1", undefined],
    ["qcs:ip", "10.0.0", '"10.0.0" is no IP address'],
    ["qcs:ip", "10.0.0.0/8", '"10.0.0.0/8" is a range, and a request comes from one address'],
    [
      "qcs:current_time",
      "2030-01-31",
      '"2030-01-31" is no date with a time of day, such as 2030-01-31T00:00:00Z',
    ],
    ["qcs:current_time", "2030-01-31T00:00:00", '"2030-01-31T00:00:00" does not say in which time zone'],
    ["qcs:current_time", "2030-01-31T00:00:00Z", undefined],
  ])("as a value of %s: %j", (key, text, fault) => {
    const asked = { part: "value", key, text, action: "trtc:DescribeUserInfo", resource: APP } as const;
    expect(faultOfPart(document, asked, services)).toBe(fault);
  });

  test("as several values", () => {
    expect(valuesIn("a, b", true)).toEqual(["a", "b"]);
    expect(valuesIn("a, b", false)).toEqual(["a, b"]);
    expect(valuesIn("", true)).toEqual([]);
  });
});

describe("the answer", () => {
  const linkTo = (line: number) => `/a.policy.json#L${line}`;

  test("names the statement that allows", () => {
    const asked = { action: "trtc:DismissRoom", resource: APP, context: { "qcs:ip": ["10.1.2.3"] } };
    const { decision, markdown } = simulate(document, asked, "a.policy.json", services, linkTo);
    expect(decision).toBe("allowed");
    expect(markdown).toMatchInlineSnapshot(`
      "# Allowed

      Asked of \`a.policy.json\`: \`trtc:DismissRoom\` on \`qcs::trtc::uin/100012345678:sdkappid/1400100200\` with \`qcs:ip\` \`10.1.2.3\`

      The request is **allowed** by [statement 1](</a.policy.json#L4>) (line 4).

      *From the catalog of 2026-11, by this document alone; other policies of a user may allow or deny more.*
      "
    `);
  });

  test("says of a denial what would have to be otherwise", () => {
    const asked = { action: "trtc:DismissRoom", resource: OTHER, context: { "qcs:ips": ["10.1.2.3"] } };
    const { decision, markdown } = simulate(document, asked, "a.policy.json", services, linkTo);
    expect(decision).toBe("denied");
    expect(markdown).toMatchInlineSnapshot(`
      "# Denied

      Asked of \`a.policy.json\`: \`trtc:DismissRoom\` on \`qcs::trtc::uin/100012345678:sdkappid/1400100201\` with \`qcs:ips\` \`10.1.2.3\`

      The request is **denied**: no statement allows trtc:DismissRoom on qcs::trtc::uin/100012345678:sdkappid/1400100201.

      **What would have to be otherwise**

      - [statement 1](</a.policy.json#L4>) (line 4): would be allowed on app 1400100200 \\(Live prod\\) from 10.0.0.0/8, for example with qcs:ip 10.0.0.1

      **To be borne in mind**

      - no condition asks about "qcs:ips", did you mean "qcs:ip"

      *From the catalog of 2026-11, by this document alone; other policies of a user may allow or deny more.*
      "
    `);
  });

  test("names the statement that denies, without links where there is nowhere to go", () => {
    const context = { "qcs:current_time": ["2029-01-31T00:00:00Z"] };
    const asked = { action: "trtc:DescribeUserInfo", resource: undefined, context };
    const { markdown } = simulate(document, asked, "a.policy.json", services);
    expect(markdown).toMatchInlineSnapshot(`
      "# Denied

      Asked of \`a.policy.json\`: \`trtc:DescribeUserInfo\` on everything with \`qcs:current_time\` \`2029-01-31T00:00:00Z\`

      The request is **denied** by statement 2 (line 10).

      **What would have to be otherwise**

      - it denies only before 2030-01-31T00:00:00Z

      *From the catalog of 2026-11, by this document alone; other policies of a user may allow or deny more.*
      "
    `);
  });

  test("decides nothing where nothing can be asked", () => {
    const asked = { action: "remove", resource: undefined, context: {} };
    expect(simulate(document, asked, "a.policy.json", services)).toEqual({
      markdown: '# Not decided\n\n"remove" is no action: Tencent Cloud CAM writes service:Name\n',
    });
    expect(simulate(serve(""), asked, "a.policy.json", services).decision).toBeUndefined();
  });
});
