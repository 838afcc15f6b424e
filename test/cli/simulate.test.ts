// Requests decided by the command line: the vendors' own scenarios, what a denial says, and what was typed wrongly.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type DecisionCase, readDecisionCases } from "../support/access-cases.js";
import { oracleCatalog } from "../support/oracle-catalog.js";
import { CLEAN, type CliOptions, type CliResult, folderWith, runCli } from "./run-cli.js";

const FIXTURES = join(import.meta.dirname, "../fixtures/cli/simulate");

function simulateCase({ policies, request }: DecisionCase, format: string): Promise<CliResult> {
  const files = policies.map((policy, at) => [`${at + 1}.policy.json`, JSON.stringify(policy, undefined, 2)]);
  const settings = Object.entries(request.context).flatMap(([key, values]) =>
    values.flatMap((value) => ["--set", `${key}=${value}`]),
  );
  const { action, resource } = request;
  const argv = [...files.map(([name = ""]) => name), "--action", action, "--resource", resource, ...settings];
  const options = { cwd: folderWith(Object.fromEntries(files)), catalog: oracleCatalog };
  return runCli(["simulate", ...argv, "--format", format], options);
}

/** An empty set of values cannot be written on a command line. */
function canBeTyped({ request }: DecisionCase): boolean {
  return Object.values(request.context).every((values) => values.length > 0);
}

const TABLES = readDecisionCases().map(([table, cases]) => ({ table, cases: cases.filter(canBeTyped) }));

describe.each(TABLES)("$table", ({ table, cases }) => {
  test.each(cases)("$name", async (one) => {
    const { code, out, err } = await simulateCase(one, "json");
    const { version, decision, by, reason, ...more } = JSON.parse(out);
    expect({ code, version, decision, more }).toEqual({
      code: 0,
      version: 1,
      decision: one.expected,
      more: {},
    });
    expect(reason).toMatch(
      one.expected === "allowed"
        ? /^allowed by statement \d+ of \d\.policy\.json, line \d+$/
        : /^(?:no statement allows|denied by statement) /,
    );
    if (by !== null)
      expect(by).toEqual({
        file: expect.any(String),
        statement: expect.any(Number),
        effect: one.expected === "allowed" ? "allow" : "deny",
      });
    else expect(one.expected).toBe("denied");
    expect(err).not.toMatch(/left out|no action/);
  });

  test("in words", async () => {
    const texts: string[] = [];
    for (const one of cases) texts.push(`# ${one.name}\n${(await simulateCase(one, "text")).out}`);
    await expect(texts.join("\n")).toMatchFileSnapshot(join(FIXTURES, `${table}.txt`));
  });
});

const ALLOW_AND_DENY = `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "action": "trtc:*", "resource": "*" },
    { "effect": "deny", "action": "trtc:RemoveUser", "resource": "*",
      "condition": { "ip_not_equal": { "qcs:ip": "10.0.0.0/8" } } }
  ]
}
`;

function simulate(
  argv: readonly string[],
  files: Readonly<Record<string, string>>,
  options: CliOptions = {},
) {
  return runCli(["simulate", ...argv], { cwd: folderWith(files), ...options });
}

describe("a decision", () => {
  test("names the statement, its file and its line", async () => {
    const files = { "a.json": ALLOW_AND_DENY };
    const argv = ["a.json", "--action", "trtc:RemoveUser", "--set", "qcs:ip=192.0.2.7"];
    expect(await simulate(argv, files)).toEqual({
      code: 0,
      out: "denied by statement 2 of a.json, line 5\n  it denies when not from 10.0.0.0/8; would be allowed for example with qcs:ip 10.0.0.1\n",
      err: "",
    });
    expect(JSON.parse((await simulate([...argv, "--format=json"], files)).out)).toEqual({
      version: 1,
      decision: "denied",
      by: { file: "a.json", statement: 2, effect: "deny" },
      reason:
        "denied by statement 2 of a.json, line 5; it denies when not from 10.0.0.0/8; would be allowed for example with qcs:ip 10.0.0.1",
    });
    expect((await simulate([...argv, "--format=markdown"], files)).out).toBe(
      "**Access Policy:** **denied** by statement 2 of `a.json`, line 5\n\n- it denies when not from 10.0.0.0/8; would be allowed for example with qcs:ip 10.0.0.1\n",
    );
    const inside = ["a.json", "--action", "trtc:RemoveUser", "--set", "qcs:ip=10.0.0.7"];
    expect((await simulate(inside, files)).out).toBe("allowed by statement 1 of a.json, line 4\n");
  });

  test("is made of all files together, each once", async () => {
    const files = { "a.json": CLEAN, "b.json": ALLOW_AND_DENY.replaceAll("RemoveUser", "Describe*") };
    const argv = ["a.json", "./a.json", "b.json", "--action=trtc:DescribeRoomInfo"];
    const { out } = await simulate(
      [...argv, "--set=qcs:ip=1.2.3.4", "--resource=qcs::trtc::uin/1:sdkappid/2"],
      files,
    );
    expect(out).toMatch(/^denied by statement 2 of b\.json, line 5\n/);
  });

  test("takes several values of a key, and standard input", async () => {
    const policy = JSON.stringify({
      version: "2.0",
      statement: [
        {
          effect: "allow",
          action: "trtc:RemoveUser",
          resource: "*",
          condition: { "for_all_value:string_equal": { "qcs:resource_tag": ["env&test", "env&dev"] } },
        },
      ],
    });
    const argv = ["-", "--action=trtc:RemoveUser", "--set=qcs:resource_tag=env&test"];
    expect((await simulate(argv, {}, { stdin: policy })).out).toBe(
      "allowed by statement 1 of <stdin>, line 1\n",
    );
    const denied = await simulate([...argv, "--set", "qcs:resource_tag=env&prod"], {}, { stdin: policy });
    expect(denied.out).toMatch(
      /^denied: no statement allows trtc:RemoveUser\n {2}would be allowed where all of /,
    );
  });

  test("tells statements of several policies in one file apart", async () => {
    const files = { "a.json": `${CLEAN}\n${CLEAN.replace("DescribeRoomInfo", "RemoveUser")}` };
    const argv = ["a.json", "--action=trtc:RemoveUser", "--resource=qcs::trtc::uin/1:sdkappid/2"];
    expect((await simulate(argv, files)).out).toBe("allowed by statement 1 of policy 2 in a.json, line 8\n");
  });

  test("calls applications as the project file does", async () => {
    const files = {
      "a.json": CLEAN,
      "access-policy.config.json": '{ "applications": [{ "sdkAppId": 2, "label": "Live prod" }] }',
    };
    const argv = ["a.json", "--action=trtc:DescribeRoomInfo", "--resource=qcs::trtc::uin/1:sdkappid/3"];
    expect((await simulate(argv, files)).out).toBe(
      "denied: no statement allows trtc:DescribeRoomInfo on qcs::trtc::uin/1:sdkappid/3\n" +
        "  allowed on app 2 (Live prod), not on app 3 (statement 1 of a.json, line 3)\n",
    );
    expect((await simulate([...argv, "--no-project"], files)).out).toContain("on app 2, not");
  });

  test("is that of the files that can be read, and fails", async () => {
    const argv = ["nowhere.json", "a.json", "--action=trtc:RemoveUser", "--set=qcs:ip=10.0.0.1"];
    expect(await simulate(argv, { "a.json": ALLOW_AND_DENY })).toEqual({
      code: 2,
      out: "allowed by statement 1 of a.json, line 4\n",
      err: "access-policy: nowhere.json: no such file or folder\naccess-policy: warning: decided without the files that could not be read\n",
    });
    expect(await simulate(["nowhere.json", "--action=trtc:RemoveUser"], {})).toMatchObject({
      code: 2,
      out: "",
    });
  });
});

describe("said aside", () => {
  const files = { "a.json": ALLOW_AND_DENY };
  const ask = async (...argv: string[]) => (await simulate(["a.json", ...argv], files)).err;

  test.each([
    ["trtc:RemoveUsr", ', did you mean "trtc:RemoveUser"'],
    ["trtc:removeuser", ', did you mean "trtc:RemoveUser"'],
    ["trtcc:RemoveUser", ', did you mean "trtc:RemoveUser"'],
    ["tim:CreateGroup", ', did you mean "im:CreateGroup"'],
    ["trtc:Xyz", ""],
    ["cos:GetObject", ""],
  ])("%s is not listed", async (action, suggestion) => {
    expect(await ask("--action", action)).toBe(
      `access-policy: warning: the catalog of 2026-11 does not list the action "${action}"${suggestion}\n`,
    );
  });

  test.each([
    ["qcs:ipp", ', did you mean "qcs:ip"'],
    ["qcs:current_tme", ', did you mean "qcs:current_time"'],
    ["qcs:mfa", ""],
  ])("nothing asks about %s", async (key, suggestion) => {
    expect(await ask("--action=trtc:RemoveUser", "--set", `${key}=1`)).toBe(
      `access-policy: note: no condition asks about "${key}"${suggestion}\n`,
    );
  });

  test("parts that do not count", async () => {
    const broken = { "a.json": ALLOW_AND_DENY.replace('"deny"', '"grant"') };
    const { code, err } = await simulate(["a.json", "--action=trtc:RemoveUser"], broken);
    expect({ code, err }).toEqual({
      code: 0,
      err: "access-policy: warning: a.json:5: a statement without a known effect is left out\n",
    });
  });

  test("policies of another cloud", async () => {
    const both = {
      ...files,
      "b.json": '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"] }] }',
    };
    const { out, err } = await simulate(["a.json", "b.json", "--action=ims:images:list"], both);
    expect(out).toBe("allowed by statement 1 of b.json, line 1\n");
    expect(err).toContain('policies of Tencent Cloud CAM say nothing about "ims:images:list"');
  });
});

describe("no request", () => {
  test.each([
    [["--action=RemoveUser"], '"RemoveUser" is no action'],
    [["--action=trtc:*"], '"trtc:*" is a pattern, and a request is for one action'],
    [["--action=*"], '"*" is a pattern, and a request is for one action'],
    [["--action=trtc:RemoveUser", "--resource=app"], '"app" is no resource'],
    [
      ["--action=trtc:RemoveUser", "--resource=qcs::trtc::uin/1:sdkappid/14*"],
      '"qcs::trtc::uin/1:sdkappid/14*" is a pattern, and a request is for one resource',
    ],
  ])("%j", async (argv, message) => {
    const { code, out, err } = await simulate(["a.json", ...argv], { "a.json": CLEAN });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`access-policy: ${message}`);
  });
});

test("help", async () => {
  const { code, out } = await runCli(["simulate", "-h"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^Usage: access-policy simulate <file…> --action <action>/);
});

test.each([
  [["--action=a:b"], "no file is named"],
  [["a.json"], '"--action" is missing'],
  [
    ["a.json", "--action=a:b", "--set", "qcs:ip"],
    '"--set" takes a key and a value, as in key=value, and not "qcs:ip"',
  ],
  [
    ["a.json", "--action=a:b", "--set", "=1"],
    '"--set" takes a key and a value, as in key=value, and not "=1"',
  ],
  [["a.json", "--action=a:b", "--format=sarif"], 'unknown format "sarif"; one of: json, markdown, text'],
])("%j is a mistake", async (argv, message) => {
  const { code, out, err } = await runCli(["simulate", ...argv]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toBe(`access-policy: ${message}\nTry: access-policy simulate --help\n`);
});
