// The page about a change of a grants file, as Markdown; the addresses of the policies that it names; and what the
// server is told of them.
import { describe, expect, test } from "vitest";
import { attachedTo } from "../../client/src/review/attached-texts.js";
import { type ComparedFile, filePage, manyFilesPage } from "../../client/src/review/change-page.js";
import { attachedPath, readAttachedPath } from "../../client/src/review/page-uri.js";
import { grantsChangeOf, WHOLE_PAGE } from "../../server/src/features/grants/change.js";
import { compareGrantsVersions } from "../../server/src/features/grants/compare.js";
import { ATTACHED_PATHS_REQUEST } from "../../server/src/protocol/compare.js";
import { FILES, fileAt, grantsCatalog } from "../support/grants.js";

const team = (users: object, groups: object = {}) =>
  JSON.stringify({ dialect: "cam", groups, users }, null, 2);

function compared(
  before: string | null,
  after: string | null,
  files: Readonly<Record<string, string>> = FILES,
): ComparedFile {
  const context = {
    ...{ catalog: grantsCatalog, effort: WHOLE_PAGE },
    applications: [{ sdkAppId: "1400100200", label: "Live prod" }],
  };
  const change = grantsChangeOf(
    { name: "HEAD", text: before, files },
    { text: after, fileAt: fileAt() },
    context,
  );
  return {
    ...{ path: "team.grants.json", base: "HEAD" },
    result: compareGrantsVersions(change, grantsCatalog, "markdown"),
    linkTo: (side, { start }, attached = "team.grants.json") => `${side}/${attached}#L${start.line + 1}`,
  };
}

test("user by user, those alike together, with links to each of them and to the statement", () => {
  const ops = { ops: { policies: ["QcloudChatReadOnlyAccess"] } };
  const page = filePage(
    compared(
      team(
        { "li.wei": { groups: ["ops"] }, "wang.fang": {}, gone: { policies: ["policies/chat.policy.json"] } },
        ops,
      ),
      team(
        {
          "li.wei": { policies: ["./recording.policy.json"] },
          "wang.fang": { groups: ["ops"] },
          new: { groups: ["ops"] },
        },
        ops,
      ),
    ),
  );
  expect(page).toMatchInlineSnapshot(`
    "# Access changes in \`team.grants.json\`

    **access widened and narrowed**, li.wei gains 1 write and 1 read, and loses 3 reads, and 3 more users have other access (compared with HEAD)

    ## \`li.wei\` gains 1 write and 1 read, and loses 3 reads

    [\`li.wei\`](<after/team.grants.json#L11>)

    ### Gained

    - **write**: \`trtc:RemoveUser\` on app 1400100200 (Live prod)
      - before: not at all
      - now allowed by [statement 1 of \`./recording.policy.json\`, line 1](<after/recording.policy.json#L1>)
      - for example \`trtc:RemoveUser\` on \`qcs::trtc::uin/100012345678:sdkappid/1400100200\`
    - read: \`trtc:DescribeRoomInfo\` on app 1400100200 (Live prod)
      - before: not at all
      - now allowed by [statement 1 of \`./recording.policy.json\`, line 1](<after/recording.policy.json#L1>)
      - for example \`trtc:DescribeRoomInfo\` on \`qcs::trtc::uin/100012345678:sdkappid/1400100200\`

    ### Lost

    - read: \`im:DescribeApp\`, \`im:DescribeGroups\`, \`im:DescribeBizTypes\` on everything
      - now: not at all
      - no longer allowed by [\`QcloudChatReadOnlyAccess\` of the base (ops)](<before/team.grants.json#L6>)
      - for example \`im:DescribeApp\` on everything

    ## \`wang.fang\` gains 3 reads

    [\`wang.fang\`](<after/team.grants.json#L16>)

    ### Gained

    - read: \`im:DescribeApp\`, \`im:DescribeGroups\`, \`im:DescribeBizTypes\` on everything
      - before: not at all
      - now allowed by [\`QcloudChatReadOnlyAccess\` (ops)](<after/team.grants.json#L6>)
      - for example \`im:DescribeApp\` on everything

    ## \`new\` gains 3 reads

    [\`new\`](<after/team.grants.json#L21>), new user

    ### Gained

    - read: \`im:DescribeApp\`, \`im:DescribeGroups\`, \`im:DescribeBizTypes\` on everything
      - now allowed by [\`QcloudChatReadOnlyAccess\` (ops)](<after/team.grants.json#L6>)
      - for example \`im:DescribeApp\` on everything

    ## \`gone\` loses 1 write

    [\`gone\`](<before/team.grants.json#L17>), deleted

    ### Lost

    - **write**: \`im:CreateGroup\` on everything
      - no longer allowed by [statement 1 of \`policies/chat.policy.json\`, line 1 of the base](<before/policies/chat.policy.json#L1>)
      - for example \`im:CreateGroup\` on everything
    "
  `);
});

test("what could not be read or compared is said of whom it concerns, or of the file", () => {
  const now = team({ "li.wei": { policies: ["gone.policy.json", "recording.policy.json"] } });
  const page = filePage(compared(team({ "li.wei": { policies: ["recording.policy.json"] } }), now));
  expect(page).toContain("## `li.wei` keeps the same access\n");
  expect(page).toContain("[`li.wei`](<after/team.grants.json#L5>), as far as it could be read");
  expect(page).toContain(
    '### Not read\n\n- [this version, line 7](<after/team.grants.json#L7>): "gone.policy.json" leads nowhere, and does not count',
  );
  const broken = filePage(compared("<<<<<<<", now));
  expect(broken).toContain("## Not read\n\n- the earlier version: it cannot be read");
});

test("a new grants file and a deleted one are told once", () => {
  const text = team({ a: { policies: ["recording.policy.json"] } });
  expect(filePage(compared(null, text))).toMatch(
    /^\*\*access widened\*\*, new grants file, a gains .*\(compared with HEAD\)$/m,
  );
  expect(filePage(compared(null, text))).not.toContain("new user");
  expect(filePage(compared(text, null))).toMatch(/^\*\*access narrowed\*\*, deleted, a loses .*$/m);
});

test("among all that has changed it stands where its writes belong", () => {
  const reads = compared(null, team({ a: { policies: ["QcloudChatReadOnlyAccess"] } }));
  const writes = compared(null, team({ a: { policies: ["recording.policy.json"] } }));
  const files = [
    { ...reads, path: "reads.grants.json" },
    { ...writes, path: "writes.grants.json" },
  ];
  const page = manyFilesPage({ base: "HEAD", files, uncompared: [] });
  const sections = [...page.matchAll(/^## `(.+\.json)`$/gm)].map(([, path]) => path);
  expect(sections).toEqual(["writes.grants.json", "reads.grants.json"]);
  expect(page).toContain("| `writes.grants.json` | **access widened**, new grants file, a gains ");
  expect(page).toContain("Access has changed in 2 of 2 files.\n\n| File | Access |\n");
  expect(page).toContain("\n### `a` gains 1 write and 1 read\n");
  expect(page).toContain("\n#### Gained\n");
});

test("thousands of users who each gain something else", () => {
  const users = (more: readonly string[]) =>
    Object.fromEntries(
      Array.from({ length: 3_000 }, (_, at) => [`user-${at}`, { policies: [`p${at}.json`, ...more] }]),
    );
  const page = filePage(compared(team(users([])), team(users(["recording.policy.json"]))));
  expect([...page.matchAll(/^## `user-/gm)]).toHaveLength(100);
  expect(page).toContain("\nAnd 300 more changes of users or groups.\n");
  expect(page).toContain(
    "## Not decided\n\n- 2600 more users and groups have something else attached, and were not compared",
  );
});

describe("the address of a policy that a version names", () => {
  test.each([["a.policy.json"], ["../a.policy.json"], ["../../b c/ü%2F/a.policy.json"], ["b/a.json"]])(
    "%s",
    (path) => {
      const parts = attachedPath(path).split("/");
      expect(parts).not.toContain("..");
      expect(parts.at(-1)).toBe(path.slice(path.lastIndexOf("/") + 1));
      expect(readAttachedPath(parts)).toBe(path);
    },
  );

  test("is none where there is nothing, or what nobody has made", () => {
    expect(readAttachedPath([])).toBeUndefined();
    expect(readAttachedPath(["%", "a.json"])).toBeUndefined();
  });
});

describe("the policies of a version", () => {
  const asking = (paths: readonly string[]) => ({
    sendRequest: async <Result>(method: string): Promise<Result> => {
      expect(method).toBe(ATTACHED_PATHS_REQUEST);
      return JSON.parse(JSON.stringify(paths));
    },
  });

  test("are read where the version knows them", async () => {
    const texts = new Map<string, string | null>([
      ["a.json", "{}"],
      ["gone.json", null],
    ]);
    const server = asking(["a.json", "gone.json", "../outside.json"]);
    expect(await attachedTo(server, "", async (path) => texts.get(path))).toEqual({
      "a.json": "{}",
      "gone.json": null,
    });
  });

  test("are left as they are now where there are too many", async () => {
    const server = asking(Array.from({ length: 301 }, (_, at) => `p${at}.json`));
    expect(await attachedTo(server, "", async () => "{}")).toBeUndefined();
  });
});
