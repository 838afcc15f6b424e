// Groups of a summary as phrases: conditions are told apart, and denies are named with theirs.
import { describe, expect, test } from "vitest";
import {
  cam,
  describeGroup,
  headline,
  type Policy,
  readPolicyFile,
  summarize,
  summarizeStatement,
} from "../../../server/src/core/index.js";
import { oracleCatalog } from "../../support/oracle-catalog.js";

const LIVE = "qcs::trtc::uin/100012345678:sdkappid/1400100200";
const TEST = "qcs::trtc::uin/100012345678:sdkappid/1400100201";
const WRITES = ["trtc:DismissRoom", "trtc:RemoveUser"];
const from = (...ranges: readonly string[]) => ({ ip_equal: { "qcs:ip": ranges } });
const before2030 = { date_less_than: { "qcs:current_time": "2030-01-01T00:00:00Z" } };

const naming = {
  facts: oracleCatalog.of(cam),
  applications: [{ sdkAppId: "1400100200", label: "Live prod" }],
};

interface StatementData {
  readonly effect?: "allow" | "deny";
  readonly action?: readonly string[];
  readonly resource?: string | readonly string[];
  readonly condition?: unknown;
}

function policyOf(...statements: readonly StatementData[]): Policy {
  const statement = statements.map((one) => ({ effect: "allow", action: WRITES, resource: LIVE, ...one }));
  const text = JSON.stringify({ version: "2.0", statement });
  const [policy] = readPolicyFile(text, { dialects: [cam], declared: true }).policies;
  if (policy === undefined) throw new Error("the text holds no policy");
  return policy;
}

function phrasesOf(...statements: readonly StatementData[]): readonly string[] {
  const summary = summarize(policyOf(...statements), oracleCatalog);
  return [
    headline(summary, naming),
    ...summary.allowed.map((group) => describeGroup(group, naming)),
    ...summary.denied.map((group) => `denied: ${describeGroup(group, naming)}`),
  ];
}

describe("a summary in words", () => {
  test.each<[string, readonly StatementData[], readonly string[]]>([
    [
      "a condition stands behind what it is about",
      [{ condition: from("10.0.0.0/8") }],
      [
        "Allows: 2 write actions, under conditions",
        "2 write actions on app 1400100200 (Live prod), only from 10.0.0.0/8",
      ],
    ],
    [
      "an empty condition is none",
      [{ condition: {} }],
      ["Allows: 2 write actions", "2 write actions on app 1400100200 (Live prod)"],
    ],
    [
      "conditions that test the same are one",
      [
        { condition: from("10.0.0.0/8", "192.168.0.1") },
        { condition: from("192.168.0.1", "10.0.0.0/8"), action: ["trtc:DescribeRoomInfo"] },
      ],
      [
        "Allows: 1 read and 2 write actions, under conditions",
        "1 read and 2 write actions on app 1400100200 (Live prod), only from 10.0.0.0/8 or 192.168.0.1",
      ],
    ],
    [
      "what is allowed always is not said again under conditions",
      [{}, { condition: from("10.0.0.0/8"), resource: [LIVE, TEST] }],
      [
        "Allows: 2 write actions",
        "2 write actions on app 1400100200 (Live prod)",
        "2 write actions on app 1400100201, only from 10.0.0.0/8",
      ],
    ],
    [
      "a deny under a condition is an exception",
      [{}, { effect: "deny", resource: "*", condition: from("192.168.0.0/16") }],
      [
        "Allows: 2 write actions",
        "2 write actions on app 1400100200 (Live prod), except from 192.168.0.0/16",
      ],
    ],
    [
      "an exception on some of the resources names them",
      [
        { resource: [LIVE, TEST], condition: before2030 },
        { effect: "deny", condition: from("192.168.0.0/16") },
      ],
      [
        "Allows: 2 write actions, under conditions",
        "2 write actions on app 1400100200 (Live prod), app 1400100201, only before 2030-01-01T00:00:00Z, except on app 1400100200 (Live prod) from 192.168.0.0/16",
      ],
    ],
    [
      "a deny under the condition of the allow takes it away",
      [
        { resource: [LIVE, TEST], condition: before2030 },
        { effect: "deny", condition: before2030 },
      ],
      [
        "Allows: 2 write actions, under conditions",
        "2 write actions on app 1400100201, only before 2030-01-01T00:00:00Z",
        "denied: 2 write actions on app 1400100200 (Live prod), only before 2030-01-01T00:00:00Z",
      ],
    ],
    [
      "what stands beside a condition that cannot be read does not count",
      [{ condition: { ip_equal: "10.0.0.0/8" } }, { effect: "deny", condition: { ip_equal: "10.0.0.0/8" } }],
      ["Grants nothing"],
    ],
    [
      "actions that no list has are said aloud",
      [{ action: ["trtc:*Room"], condition: from("10.0.0.0/8") }],
      [
        "Allows: 1 write action and 1 pattern reaching actions that no list has, under conditions",
        '1 write action and whatever else "trtc:*Room" reaches, on app 1400100200 (Live prod), only from 10.0.0.0/8',
      ],
    ],
  ])("%s", (_name, statements, expected) => {
    expect(phrasesOf(...statements)).toEqual(expected);
  });

  test("of a single statement, a condition that cannot be read is said to be there", () => {
    const policy = policyOf({ condition: { ip_equal: "10.0.0.0/8" } });
    const [statement] = policy.statements;
    const { allowed } = summarizeStatement(statement ?? fail(), policy, oracleCatalog);
    expect(allowed.map((group) => describeGroup(group, naming))).toEqual([
      "2 write actions on app 1400100200 (Live prod), only under a condition that cannot be read",
    ]);
  });
});

function fail(): never {
  throw new Error("the policy has no statement");
}
