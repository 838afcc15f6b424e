// What an editor is told of a grants file of which it knows an earlier version: the line above it, and for who asks, who
// gains and loses what.
import { afterEach, describe, expect, test } from "vitest";
import { type CodeLens, CodeLensRefreshRequest } from "vscode-languageserver";
import { SHOW_ACCESS_CHANGES } from "../../server/src/protocol/client-commands.js";
import {
  ATTACHED_PATHS_REQUEST,
  BASE_NOTIFICATION,
  type BaseText,
  COMPARE_REQUEST,
  type CompareParams,
  type CompareResult,
} from "../../server/src/protocol/compare.js";
import { MODERN, type Session, startSession } from "../support/session.js";

const FOLDER = "file:///workspace";
const TEAM = `${FOLDER}/access/team.grants.json`;
const ROOMS = `${FOLDER}/rooms.policy.json`;

const policy = (action: string, effect = "allow") =>
  JSON.stringify({ version: "2.0", statement: [{ effect, action: [action], resource: ["*"] }] }, null, 2);
const team = (users: object, groups: object = {}) =>
  JSON.stringify({ dialect: "cam", groups, users }, null, 2);

const READS = "QcloudTRTCReadonlyAccess";
const ALL = "QcloudTRTCFullAccess";

let session: Session;
afterEach(() => session.stop());

async function start(files: Readonly<Record<string, string>> = {}, refreshed?: () => void): Promise<void> {
  session = await startSession({
    workspace: new Map(Object.entries(files)),
    initializationOptions: { commands: [SHOW_ACCESS_CHANGES] },
    capabilities: {
      ...MODERN,
      workspace: { ...MODERN.workspace, codeLens: { refreshSupport: true } },
    },
    prepare: (client) => client.onRequest(CodeLensRefreshRequest.type, () => refreshed?.()),
  });
}

async function open(text: string, base: Omit<BaseText, "name">): Promise<void> {
  await session.open(TEAM, text, "access-grants");
  await tellBase(base);
}

async function tellBase(base: Omit<BaseText, "name">): Promise<void> {
  await session.client.sendNotification(BASE_NOTIFICATION, { uri: TEAM, base: { name: "HEAD", ...base } });
}

async function lenses(): Promise<CodeLens[]> {
  return session.client.sendRequest("textDocument/codeLens", { textDocument: { uri: TEAM } });
}

async function titles(): Promise<readonly (string | undefined)[]> {
  return (await lenses()).map(({ command }) => command?.title);
}

function compared(before: Omit<BaseText, "name">, after?: CompareParams["after"]) {
  return session.client.sendRequest<CompareResult | null>(COMPARE_REQUEST, {
    before: { name: "HEAD", ...before },
    after: after ?? { uri: TEAM },
    isNamed: false,
    format: "plaintext",
  });
}

describe("the line above", () => {
  test("names who gains writes first, and counts the others", async () => {
    await start();
    const before = team({ a: { policies: [READS] }, b: { policies: [ALL] }, c: { policies: [READS] } });
    await open(team({ a: {}, b: { policies: [READS] }, c: { policies: [ALL] }, d: { policies: [READS] } }), {
      text: before,
    });
    expect(await lenses()).toEqual([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
        command: {
          title: "vs HEAD: c gains 4 writes and 1 unlisted action, and 3 more users have other access",
          command: SHOW_ACCESS_CHANGES,
          arguments: [{ uri: TEAM }],
        },
      },
    ]);
  });

  test.each([
    ["nothing is another", team({ a: { policies: [READS] } }), []],
    ["only the text is", team({ a: { policies: [READS, READS] } }), ["vs HEAD: access unchanged"]],
    ["the file is new", null, ["vs HEAD: new grants file, a gains 5 reads"]],
    ["the base is empty", "", ["vs HEAD: nothing to compare with (it is empty)"]],
    ["the base is no object", "[]", ["vs HEAD: nothing to compare with (it cannot be read)"]],
    ["the base is no JSON", "<<<<<<< ours", ["vs HEAD: nothing to compare with (it cannot be read)"]],
    ["there was nobody", "{}", ["vs HEAD: a gains 5 reads"]],
  ])("when %s", async (_, text, expected) => {
    await start();
    await open(team({ a: { policies: [READS] } }), { text });
    expect(await titles()).toEqual(expected);
  });

  test("says how far a broken base could be read", async () => {
    await start();
    const text = team({ a: { policies: [READS] }, b: { policies: [READS] } });
    await open(text, { text: text.slice(0, text.indexOf('"b"')) });
    expect(await titles()).toEqual([
      "vs HEAD: b gains 5 reads, and 1 more user has other access, as far as it could be read",
    ]);
  });

  test("follows a policy that is typed in, while the grants file is as it was", async () => {
    let told = () => {};
    await start({ [ROOMS]: policy("trtc:DescribeRoomInfo") }, () => told());
    const text = team({ "li.wei": { policies: ["../rooms.policy.json"] } });
    await open(text, { text, files: { "../rooms.policy.json": policy("trtc:DescribeRoomInfo") } });
    expect(await titles()).toEqual([]);
    const refreshed = new Promise<void>((resolve) => {
      told = resolve;
    });
    await session.open(ROOMS, policy("trtc:DismissRoom"));
    await refreshed;
    expect(await titles()).toEqual(["vs HEAD: li.wei gains 1 write and loses 1 read"]);
  });

  test("is told anew when only a policy of the base is another", async () => {
    await start({ [ROOMS]: policy("trtc:DescribeRoomInfo") });
    const text = team({ a: { policies: ["../rooms.policy.json"] } });
    await open(text, { text, files: { "../rooms.policy.json": policy("trtc:DescribeRoomInfo") } });
    expect(await titles()).toEqual([]);
    await tellBase({ text, files: { "../rooms.policy.json": null } });
    expect(await titles()).toEqual(["vs HEAD: a gains 1 read, as far as it could be read"]);
  });
});

describe("both versions compared", () => {
  test("those alike together, writes first, with places in the policy and in the grants file", async () => {
    await start({ [ROOMS]: policy("trtc:DismissRoom") });
    const groups = { ops: { policies: [ALL] } };
    const now = team(
      {
        a: { policies: ["../rooms.policy.json"] },
        b: { groups: ["ops"] },
        c: { policies: ["../rooms.policy.json"] },
      },
      groups,
    );
    await open(now, { text: null });
    const result = await compared({
      text: team({ a: {}, c: {}, gone: { policies: [READS] } }, groups),
    });
    expect(result).toMatchObject({
      verdict: "changed",
      title: "access widened and narrowed",
      figures: ["a and c gain 1 write each, and 2 more users have other access"],
      gained: [],
      gaps: [],
    });
    const [writes, full, gone, ...more] = result?.holders ?? [];
    expect(more).toEqual([]);
    const lineOf = (text: string) => now.split("\n").findIndex((line) => line.includes(text));
    expect(writes).toMatchObject({
      title: "a and c gain 1 write each",
      names: [
        { name: "a", side: "after", place: { start: { line: lineOf('"a":') } } },
        { name: "c", side: "after", place: { start: { line: lineOf('"c":') } } },
      ],
      count: 2,
      isNew: false,
      gained: [
        {
          access: "write",
          actions: ["trtc:DismissRoom"],
          file: "../rooms.policy.json",
          by: "statement 1 of ../rooms.policy.json, line 4",
          element: { start: { line: 6 } },
          example: "trtc:DismissRoom on everything",
        },
      ],
    });
    expect(full).toMatchObject({ title: expect.stringMatching(/^b gains 4 writes/), isNew: true });
    expect(full?.gained[0]).toMatchObject({
      access: "write",
      by: `${ALL} (ops)`,
      element: { start: { line: lineOf(ALL) } },
    });
    expect(full?.gained[0]).not.toHaveProperty("file");
    expect(gone).toMatchObject({
      title: "gone loses 5 reads",
      isDeleted: true,
      names: [{ name: "gone", side: "before" }],
      lost: [{ by: `${READS} of the base` }],
    });
  });

  test("the policies that the base names are those of the base, or of today, which is said", async () => {
    const path = "../rooms.policy.json";
    await start({ [ROOMS]: policy("trtc:DismissRoom") });
    const text = team({ a: { policies: [path] } });
    await open(text, { text: null });
    const then = await compared({ text, files: { [path]: policy("trtc:DescribeRoomInfo") } });
    expect(then?.figures).toEqual(["a gains 1 write and loses 1 read"]);
    expect(then?.gaps).toEqual([]);
    const today = await compared({ text });
    expect(today).toMatchObject({
      title: "the same text",
      gaps: [{ side: "before", reason: "the policies that it names are taken as they are now" }],
    });
  });

  test("a version of a commit is compared with what the editor knows of it", async () => {
    await start();
    const uri = `git:/workspace/access/team.grants.json?{"ref":"HEAD"}`;
    const text = team({ a: { policies: ["rooms.policy.json"] } });
    const files = { "rooms.policy.json": policy("trtc:DismissRoom") };
    const known = await compared({ text, files: { "rooms.policy.json": null } }, { uri, text, files });
    expect(known?.figures).toEqual(["a gains 1 write"]);
    await session.open(uri, text, "access-grants");
    await session.client.sendNotification(BASE_NOTIFICATION, { uri, base: { name: "main", text, files } });
    const shown: CodeLens[] = await session.client.sendRequest("textDocument/codeLens", {
      textDocument: { uri },
    });
    expect(shown).toEqual([]);
  });

  test("a deleted file, and one that was never a grants file", async () => {
    await start();
    const gone = await compared({ text: team({ a: { policies: [READS] } }) }, { uri: TEAM, text: null });
    expect(gone).toMatchObject({ isDeleted: true, verdict: "narrowed" });
    expect(gone?.holders).toMatchObject([{ title: "a loses 5 reads", isDeleted: false }]);
    const broken = await compared(
      { text: "<<<<<<<" },
      { uri: TEAM, text: team({ a: { policies: [READS] } }) },
    );
    expect(broken).toMatchObject({ mayHide: true, gaps: [{ side: "before", reason: "it cannot be read" }] });
  });

  test("groups in circles, and ten thousand users", async () => {
    await start();
    const circle = { one: { groups: ["two"], policies: [READS] }, two: { groups: ["one"], policies: [ALL] } };
    const round = await compared(
      { text: team({ a: { groups: ["one"] } }, circle) },
      { uri: TEAM, text: team({ a: { groups: ["one", "two"] } }, circle) },
    );
    expect(round?.figures).toEqual([expect.stringMatching(/^a gains 4 writes/)]);

    const users = (presets: readonly string[]) =>
      Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`user-${at}`, { policies: presets }]));
    const many = await compared({ text: team(users([READS])) }, { uri: TEAM, text: team(users([ALL])) });
    expect(many?.figures).toEqual([
      "user-0, user-1, user-2 and 9997 more gain 4 writes and 1 unlisted action each",
    ]);
    expect(many?.holders?.[0]).toMatchObject({ count: 10_000 });
    expect(many?.holders?.[0]?.names).toHaveLength(50);

    const each = (presets: readonly string[]) =>
      Object.fromEntries(
        Array.from({ length: 10_000 }, (_, at) => [`user-${at}`, { policies: [...presets, `p${at}.json`] }]),
      );
    const own = await compared({ text: team(each([])) }, { uri: TEAM, text: team(each([ALL])) });
    expect(own?.verdict).toBe("indeterminate");
    expect(own?.undecided).toEqual([
      "9600 more users and groups have something else attached, and were not compared",
    ]);
  });
});

test("which files a version names is told, and nothing that could be no policy", async () => {
  await start();
  const text = team(
    { a: { policies: ["./b/../c.policy.json", READS, "../../etc/passwd", "c.policy.json"] } },
    { g: { policies: ["../d.jsonc"] } },
  );
  expect(await session.client.sendRequest(ATTACHED_PATHS_REQUEST, { text })).toEqual([
    "../d.jsonc",
    "c.policy.json",
  ]);
  expect(await session.client.sendRequest(ATTACHED_PATHS_REQUEST, { text: "<<<" })).toEqual([]);
});
