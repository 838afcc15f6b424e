// What is attached to a user in the end, and files that are large or strange.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cam,
  compare,
  createEffective,
  decide,
  judgeGrants,
  readGrants,
  type StringValue,
  summarize,
  together,
} from "../../../server/src/core/index.js";
import { effectiveOf, fileAt, findingsIn, grantsCatalog } from "../../support/grants.js";

const TEAM = JSON.stringify({
  dialect: "cam",
  groups: {
    "trtc-ops": { policies: ["QcloudTRTCReadonlyAccess", "./recording.policy.json"] },
    support: { policies: ["recording.policy.json"] },
  },
  users: {
    "li.wei": { groups: ["trtc-ops", "support"], policies: ["no-rooms.policy.json"] },
    "wang.fang": { groups: ["trtc-ops", "support"] },
    "zhang.min": { groups: ["support", "trtc-ops"] },
    nobody: {},
  },
});

describe("what is attached in the end", () => {
  test("a policy that comes on two ways counts once", () => {
    const { sources, policies } = effectiveOf("wang.fang", TEAM);
    expect(sources.map(({ attachment, group }) => [attachment.text, group])).toEqual([
      ["QcloudTRTCReadonlyAccess", "trtc-ops"],
      ["./recording.policy.json", "trtc-ops"],
    ]);
    expect(policies).toHaveLength(2);
  });

  test("the key is that of what is attached, in whatever order", () => {
    expect(effectiveOf("wang.fang", TEAM).key).toBe(effectiveOf("zhang.min", TEAM).key);
    expect(effectiveOf("wang.fang", TEAM).key).not.toBe(effectiveOf("li.wei", TEAM).key);
  });

  test("nothing is nothing", () => {
    expect(effectiveOf("nobody", TEAM)).toMatchObject({ policies: [], sources: [], gaps: [] });
    expect(together([], cam).statements).toEqual([]);
  });

  test("a deny of one policy takes away what another allows, in the summary as in the decision", () => {
    const { policies } = effectiveOf("li.wei", TEAM);
    const summary = summarize(together(policies, cam), grantsCatalog);
    const reads = summary.allowed.flatMap(({ read }) => read.map(({ name }) => name));
    expect(reads).not.toContain("DescribeRoomInfo");
    expect(reads).toContain("DescribeUserInfo");
    for (const name of ["DescribeRoomInfo", "DescribeUserInfo"]) {
      const request = {
        action: `trtc:${name}`,
        resource: "qcs::trtc::uin/100012345678:sdkappid/1400100200",
        context: {},
      };
      const { decision } = decide(policies, request, grantsCatalog);
      expect(decision).toBe(reads.includes(name) ? "allowed" : "denied");
    }
  });

  test("names of one preset compare as unchanged", () => {
    const of = (name: string) =>
      effectiveOf("a", JSON.stringify({ dialect: "cam", users: { a: { policies: [name] } } })).policies;
    const before = of("QcloudIMReadOnlyAccess");
    const after = of("QcloudChatReadOnlyAccess");
    expect(compare(before, after, grantsCatalog).verdict).toBe("unchanged");
    expect(compare(before, of("QcloudAVCFullAccess"), grantsCatalog).verdict).toBe("widened");
  });

  test.each([
    ["QcloudTRTCFullAcces", "unknown-preset"],
    ["nowhere.json", "missing-file"],
    ["settings.json", "no-policy"],
    ["aws.policy.json", "no-policy"],
    ["images.otc.json", "other-dialect"],
    ["huge.policy.json", "unreadable-file"],
    ["elsewhere.policy.json", "unreadable-file"],
  ])("%s does not count: %s", (name, reason) => {
    const text = JSON.stringify({ dialect: "cam", users: { a: { policies: [name] } } });
    expect(effectiveOf("a", text)).toMatchObject({ policies: [], gaps: [{ text: name, reason }] });
  });

  test("a file that breaks off counts as far as it goes, and says so", () => {
    const { grants } = readGrants('{"dialect":"cam","users":{"a":{"policies":["a.json"]}}}', grantsCatalog);
    const broken =
      '{"version":"2.0","statement":[{"effect":"allow","action":["trtc:RemoveUser"],"resource":"*"}';
    const [user] = grants.users.values();
    const options = { catalog: grantsCatalog, fileAt: fileAt({ "a.json": broken }) };
    expect(user && createEffective(grants, options)(user)).toMatchObject({
      policies: [{ statements: [{ decision: "allow" }] }],
      gaps: [{ text: "a.json", reason: "broken-file" }],
    });
  });

  test("a role has no document that anybody could read", () => {
    const text = JSON.stringify({ dialect: "otc", users: { a: { policies: ["IMS Administrator"] } } });
    expect(effectiveOf("a", text).gaps).toMatchObject([
      { text: "IMS Administrator", reason: "undocumented-preset" },
    ]);
  });
});

describe("strange files", () => {
  test("the dialect is that of the presets where the file does not say it", () => {
    const { grants } = readGrants('{"users":{"a":{"policies":["IMS FullAccess"]}}}', grantsCatalog);
    expect(grants.dialect?.id).toBe("otc");
    expect(readGrants('{"users":{"a":{"policies":["x"]}}}', grantsCatalog).grants.dialect).toBeUndefined();
  });

  test("names like those of every object are names", () => {
    const text =
      '{"dialect":"cam","groups":{"__proto__":{"policies":["toString"]},"constructor":{}},"users":{"toString":{"groups":["__proto__","constructor","valueOf"]}}}';
    const { grants } = readGrants(text, grantsCatalog);
    expect([...grants.groups.keys()]).toEqual(["__proto__", "constructor"]);
    expect(findingsIn(text).map(({ check }) => check)).toEqual(["unknown-preset", "grants-file"]);
  });

  test("ten thousand users, each with groups that are gone", () => {
    const groups = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`group-${at}`, { policies: ["QcloudTRTCReadonlyAccess"] }]),
    );
    const users = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [
        `user-${at}`,
        { groups: [`group-${at % 500}`, `grouq-${at % 700}`], policies: ["QcloudTRTCFullAccess", "a.json"] },
      ]),
    );
    const text = JSON.stringify({ dialect: "cam", groups, users });
    const reading = readGrants(text, grantsCatalog);
    const findings = judgeGrants(reading, { catalog: grantsCatalog, fileAt: fileAt() });
    const count = (check: string) => findings.filter((finding) => finding.check === check).length;
    expect(count("grants-file")).toBe(10_000);
    expect(count("missing-policy-file")).toBe(10_000);
    const effective = createEffective(reading.grants, { catalog: grantsCatalog, fileAt: fileAt() });
    const all = [...reading.grants.users.values()].map(effective);
    expect(new Set(all.map(({ key }) => key)).size).toBeGreaterThan(100);
  });

  test("no text makes it throw, and every span lies in the text", () => {
    const piece = fc.constantFrom(
      ...["{", "}", "[", "]", ",", ":", '"users"', '"groups"', '"policies"', '"dialect"', '"cam"', '"a"'],
      ...['"./recording.policy.json"', '"QcloudIMFullAccess"', "1", "null", "// x\n", "'", "\\", " "],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        for (const { span } of findingsIn(text)) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        const { grants } = readGrants(text, grantsCatalog);
        const keys: StringValue[] = [...grants.users.values(), ...grants.groups.values()].map(
          ({ key }) => key,
        );
        for (const { span } of keys) expect(span.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
