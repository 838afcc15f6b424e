// What `access-policy compare` takes, and what it answers to what it cannot use.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, runCli } from "./run-cli.js";

const statement = (action: string, resource: string, effect: string) => ({
  effect,
  action: [action],
  resource: [resource],
});
const policy = (...statements: object[]) => JSON.stringify({ version: "2.0", statement: statements });
const allowing = (action: string, resource = "*") => policy(statement(action, resource, "allow"));

const READ = allowing("trtc:DescribeRoomInfo");
const WRITE = allowing("trtc:DismissRoom");
const OTC = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:get"] }] }';
const AWS =
  '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }';

async function verdicts(files: Readonly<Record<string, string>>, ...args: string[]) {
  const { out, err } = await runCli(["compare", ...args, "--format=json"], { cwd: folderWith(files) });
  expect(err).toBe("");
  const report: { verdict: string; files: { path: string; status: string; verdict: string }[] } =
    JSON.parse(out);
  return [
    report.verdict,
    ...report.files.map(({ path, status, verdict }) => `${status} ${path}: ${verdict}`),
  ];
}

test("the JSON report is the one of the documentation", async () => {
  const condition = { ip_equal: { "qcs:ip": ["10.0.0.0/8"] } };
  const after = policy(statement("trtc:RemoveUser", "qcs::trtc:::sdkappid/1400100201", "deny"), {
    ...statement("trtc:DismissRoom", "qcs::trtc:::sdkappid/1400100200", "allow"),
    condition,
  });
  const cwd = folderWith({ "a.policy.json": policy(), "b.policy.json": after });
  const { out } = await runCli(["compare", "a.policy.json", "b.policy.json", "--format=json"], { cwd });
  expect(JSON.parse(out)).toEqual({
    version: 1,
    verdict: "widened",
    files: [
      {
        path: "b.policy.json",
        previousPath: "a.policy.json",
        status: "changed",
        verdict: "widened",
        gained: [
          {
            access: "write",
            actions: ["trtc:DismissRoom"],
            resources: ["qcs::trtc:::sdkappid/1400100200"],
            conditions: "only from 10.0.0.0/8",
            statement: 2,
            line: 1,
            witness: {
              action: "trtc:DismissRoom",
              resource: "qcs::trtc:::sdkappid/1400100200",
              context: { "qcs:ip": [expect.stringMatching(/^10\./)] },
            },
          },
        ],
        lost: [],
      },
    ],
  });
});

describe("two files", () => {
  test.each([
    [READ, READ, "unchanged"],
    [READ, WRITE, "changed"],
    [allowing("trtc:DismissRoom", "qcs::trtc:::sdkappid/1"), WRITE, "widened"],
    [WRITE, allowing("trtc:DismissRoom", "qcs::trtc:::sdkappid/1"), "narrowed"],
    // Of two clouds, nothing is the same.
    [READ, OTC, "changed"],
    [OTC, `{ "role": { "policy": ${OTC} } }`, "unchanged"],
    [READ, JSON.stringify({ PolicyName: "a", PolicyDocument: WRITE }), "changed"],
  ])("%j and %j", async (before, after, verdict) => {
    const [overall, file] = await verdicts({ "a.json": before, "b.json": after }, "a.json", "b.json");
    expect([overall, file]).toEqual([verdict, `changed b.json: ${verdict}`]);
  });

  test.each([[["-", "a.policy.json"]], [["a.policy.json", "-"]]])(
    "of which one is standard input: %j",
    async (paths) => {
      const cwd = folderWith({ "a.policy.json": READ });
      const { code, out } = await runCli(["compare", ...paths], { cwd, stdin: WRITE });
      expect(code).toBe(0);
      expect(out).toContain("a.policy.json: access widened and narrowed\n");
    },
  );

  test("places inside of a string are those of the file", async () => {
    const request = (text: string) => JSON.stringify({ PolicyName: "a", PolicyDocument: text }, null, 2);
    const cwd = folderWith({ "a.json": request(READ), "b.json": request(WRITE) });
    const { out } = await runCli(["compare", "a.json", "b.json", "--format=github"], { cwd });
    expect(out).toContain("file=b.json,line=3,endLine=3,col=");
  });

  test.each([
    [["a.policy.json", "gone.json"], "gone.json: no such file or folder"],
    [["a.policy.json", "folder"], "a file and a folder cannot be compared"],
    [["-", "-"], "standard input can be one of the two sides only"],
    [["aws.json", "aws.json"], 'aws.json: "2012-10-17" marks a policy of AWS, which is not read here'],
    [["empty.json", "empty.json"], "empty.json: it is empty"],
    [["a.policy.json", "binary.json"], "binary.json: not read, because it is binary"],
  ])("%j cannot be compared", async (paths, message) => {
    const cwd = folderWith({
      ...{ "a.policy.json": READ, "aws.json": AWS, "empty.json": "", "binary.json": "\0\0" },
      "folder/a.json": READ,
    });
    const { code, out, err } = await runCli(["compare", ...paths], { cwd });
    expect({ code, out, err }).toEqual({ code: 2, out: "", err: `access-policy: ${message}\n` });
  });

  test("a file that is too large is not read", async () => {
    const cwd = folderWith({ "a.policy.json": READ, "b.policy.json": READ });
    const read = (path: string) => (path.endsWith("b.policy.json") ? undefined : Buffer.from(READ));
    const { code, err } = await runCli(["compare", "a.policy.json", "b.policy.json"], {
      cwd,
      disk: { read },
    });
    expect({ code, err }).toEqual({
      code: 2,
      err: "access-policy: b.policy.json: not read, because it is larger than 50 MB\n",
    });
  });
});

describe("two folders", () => {
  test("are paired by paths; what is no policy is left out", async () => {
    const files = {
      "old/same.policy.json": READ,
      "new/same.policy.json": READ,
      "old/x/changed.json": READ,
      "new/x/changed.json": WRITE,
      "old/gone.json": READ,
      "new/added.json": READ,
      "new/package.json": "{}",
      "old/aws.policy.json": AWS,
      "new/node_modules/a.policy.json": READ,
      "new/ignored.json": READ,
      "new/.gitignore": "ignored.json",
    };
    expect(await verdicts(files, "old", "new/")).toEqual([
      "changed",
      "added new/added.json: widened",
      "deleted old/gone.json: narrowed",
      "added new/ignored.json: widened",
      "changed new/same.policy.json: unchanged",
      "changed new/x/changed.json: changed",
    ]);
  });

  test("a project file declares policies, and names applications", async () => {
    const config = JSON.stringify({
      files: ["*.json"],
      applications: [{ sdkAppId: 1400100200, label: "Live prod" }],
    });
    const cwd = folderWith({
      "old/a.json": '{ "statement": [] }',
      "new/a.json": allowing("trtc:DismissRoom", "qcs::trtc:::sdkappid/1400100200").replace('"2.0"', '"3"'),
      "new/access-policy.config.json": config,
    });
    expect((await runCli(["compare", "old", "new"], { cwd })).out).toContain("app 1400100200 (Live prod)");
    const none = await runCli(["compare", "old", "new", "--no-project"], { cwd });
    expect(none.out).not.toContain("Live prod");
  });

  test("an unreadable file is one message, and the others are compared", async () => {
    const cwd = folderWith({ "old/a.json": READ, "new/a.json": WRITE, "new/b.policy.json": "\0" });
    const { code, out, err } = await runCli(["compare", "old", "new"], { cwd });
    expect({ code, err }).toEqual({
      code: 1,
      err: "access-policy: new/b.policy.json: not read, because it is binary\n",
    });
    expect(out).toContain("new/a.json: access widened and narrowed");
  });

  test("without policies have nothing to compare", async () => {
    const cwd = folderWith({ "old/a.json": "{}", "new/a.json": "[]" });
    const { code, out } = await runCli(["compare", "old", "new"], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: "No policies to compare\n" });
  });
});

describe("--fail-on", () => {
  const BROKEN = policy(
    statement("trtc:DescribeRoomInfo", "*", "allow"),
    statement("trtc:DismissRoom", "*", "alow"),
  );

  test.each([
    ["unchanged", READ, READ, [0, 0, 0]],
    ["narrowed", WRITE, policy(), [0, 0, 0]],
    ["widened by a read", policy(), READ, [0, 1, 0]],
    ["widened by a write", policy(), WRITE, [0, 1, 1]],
    ["changed", READ, WRITE, [0, 1, 1]],
    ["widened by what no list has", policy(), allowing("trtc:NobodyKnows"), [0, 1, 1]],
    ["what cannot be read now", READ, BROKEN, [0, 1, 1]],
    ["what could not be read", BROKEN, READ, [0, 1, 1]],
    ["what cannot be read on both sides", BROKEN, ` ${BROKEN}`, [0, 0, 0]],
  ])("%s", async (_name, before, after, codes) => {
    const cwd = folderWith({ "a.policy.json": before, "b.policy.json": after });
    const paths = ["compare", "a.policy.json", "b.policy.json"];
    const results = await Promise.all(
      [[], ["--fail-on=widened"], ["--fail-on", "widened-write"]].map((args) =>
        runCli([...paths, ...args], { cwd }),
      ),
    );
    expect(results.map(({ code }) => code)).toEqual(codes);
  });

  test("a deleted policy allows nothing, whatever could not be read of it", async () => {
    const cwd = folderWith({ "old/a.policy.json": BROKEN, "new/b.policy.json": policy() });
    const { code } = await runCli(["compare", "old", "new", "--fail-on=widened"], { cwd });
    expect(code).toBe(0);
  });
});

test("--dialect says how policies are read, and makes none of other files", async () => {
  const files = { "old/a.json": READ, "new/a.json": READ, "new/b.json": "{}", "new/c.policy.json": OTC };
  expect(await verdicts(files, "old", "new", "--dialect=cam")).toEqual([
    expect.any(String),
    "changed new/a.json: unchanged",
    expect.stringMatching(/^added new\/c\.policy\.json: /),
  ]);
});

test.each([
  [[], 'name two files or two folders to compare, or a commit with "--git"'],
  [["a"], 'name two files or two folders to compare, or a commit with "--git"'],
  [["a", "b", "c"], 'name two files or two folders to compare, or a commit with "--git"'],
  [["a", "b", "--format=xml"], 'unknown format "xml"; one of: github, json, markdown, sarif, text'],
  [["a", "b", "--fail-on=error"], 'unknown change "error"; one of: widened, widened-write'],
  [["a", "b", "--dialect=aws"], 'unknown dialect "aws"; one of: auto, cam, otc'],
  [["a", "b", "--fix"], 'unknown option "--fix"'],
  [["--git", "HEAD", "-"], 'with "--git", standard input cannot be compared'],
])("the arguments %j are refused", async (args, message) => {
  const { code, out, err } = await runCli(["compare", ...args], { cwd: folderWith({}) });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toBe(`access-policy: ${message}\nTry: access-policy compare --help\n`);
});

test("the help names every option", async () => {
  const { code, out } = await runCli(["compare", "--help"], { cwd: join(import.meta.dirname) });
  expect(code).toBe(0);
  for (const option of [
    "--git",
    "--format",
    "--fail-on",
    "--dialect",
    "--project",
    "--no-project",
    "--help",
  ]) {
    expect(out).toContain(option);
  }
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
});
