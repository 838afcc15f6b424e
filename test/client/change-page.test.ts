// The page about access changes, as Markdown: what the server says, laid out.
import { describe, expect, test } from "vitest";
import {
  type ComparedFile,
  emptyPage,
  filePage,
  manyFilesPage,
} from "../../client/src/review/change-page.js";
import { cam, otc, readPolicyFile } from "../../server/src/core/index.js";
import { changeOf } from "../../server/src/features/change.js";
import { compareVersions } from "../../server/src/features/compare.js";
import { miniCatalog } from "../support/mini-catalog.js";

const APPLICATION = "qcs::trtc::uin/100012345678:sdkappid/1400100200";

function policy(action: string | readonly string[], resource = APPLICATION, effect = "allow"): string {
  return JSON.stringify({ version: "2.0", statement: [{ effect, action, resource }] }, null, 2);
}

function compared(
  before: string | null,
  after: string | null,
  path = "policies/live.policy.json",
): ComparedFile {
  const dialects = [cam, otc];
  const now =
    after === null ? null : { text: after, file: readPolicyFile(after, { dialects, declared: true }) };
  const applications = [{ sdkAppId: "1400100200", label: "Live | prod" }];
  const change = changeOf({ name: "HEAD", text: before }, now, { catalog: miniCatalog, applications });
  if (change === undefined) throw new Error("the texts differ");
  return {
    ...{ path, base: "HEAD", result: compareVersions(change, miniCatalog, "markdown") },
    linkTo: (side, { start }) => `${side}/a b.json#L${start.line + 1},${start.character + 1}`,
  };
}

test("verdict, what is gained and lost, witness and links", () => {
  const before = policy(["trtc:RemoveUser", "trtc:DescribeRoomInfo"]);
  const after = policy("trtc:RemoveUser", "qcs::trtc::uin/100012345678:sdkappid/*");
  expect(filePage(compared(before, after))).toBe(`# Access changes in \`policies/live.policy.json\`

**access widened and narrowed**, \\+1 write on every application of uin/100012345678, −1 read on Live \\| prod (compared with HEAD)

## Gained

- **write**: \`trtc:RemoveUser\` on every application of uin/100012345678
  - before: app 1400100200 (Live \\| prod)
  - now allowed by [statement 1, line 4](<after/a b.json#L7,19>)
  - for example \`trtc:RemoveUser\` on \`qcs::trtc::uin/100012345678:sdkappid/1000000000\`

## Lost

- read: \`trtc:DescribeRoomInfo\` on app 1400100200 (Live \\| prod)
  - now: not at all
  - no longer allowed by [statement 1, line 4 of the base](<before/a b.json#L8,9>)
  - for example \`trtc:DescribeRoomInfo\` on \`qcs::trtc::uin/100012345678:sdkappid/1400100200\`
`);
});

test("a new policy, a deleted one, and one that could be read in part", () => {
  expect(filePage(compared(null, policy("trtc:RemoveUser")))).toContain("**access widened**, new policy, ");
  const gone = filePage(compared(policy("trtc:RemoveUser"), null));
  expect(gone).toContain("**access narrowed**, deleted, ");
  expect(gone).toContain("(<before/");
  const partly = filePage(
    compared(policy("trtc:RemoveUser", APPLICATION, "alow"), policy("trtc:RemoveUser")),
  );
  expect(partly).toContain(", as far as it could be read (compared with HEAD)");
  expect(partly).toContain(
    "## Not read\n\n- [the earlier version, line 4](<before/a b.json#L4,1>): a statement without a known effect is left out",
  );
});

test("where nothing can be compared it is said why", () => {
  expect(emptyPage("a.policy.json", "the repository has no commits yet")).toBe(
    "# Access changes in `a.policy.json`\n\nNothing is compared: the repository has no commits yet.\n",
  );
});

test("actions that the words only count are listed", () => {
  const file = compared(policy("trtc:RemoveUser"), policy("trtc:*"));
  const gained = file.result.gained.map((item) => ({ ...item, named: "3 actions of `trtc:*`" }));
  const page = filePage({ ...file, result: { ...file.result, gained } });
  expect(page).toMatch(/^ {2}- all 3: `trtc:\w+`, `trtc:\w+`, `trtc:\w+`$/m);
});

test("without an address, places are told in words", () => {
  const file = { ...compared(null, policy("trtc:RemoveUser")), linkTo: () => undefined };
  expect(filePage(file)).toContain("  - now allowed by statement 1, line 4\n");
});

describe("all of a repository", () => {
  const widened = compared(policy("trtc:DescribeRoomInfo"), policy("trtc:*"), "b|b.policy.json");
  const narrowed = compared(policy("trtc:*"), policy("trtc:DescribeRoomInfo"), "a.policy.json");
  const reads = compared(
    policy("trtc:RemoveUser"),
    policy(["trtc:RemoveUser", "trtc:DescribeRoomInfo"]),
    "c.json",
  );
  const same = compared(policy("trtc:RemoveUser"), policy(["trtc:RemoveUser"]), "same.policy.json");

  test("what widens access the most comes first, in the table and below it", () => {
    const page = manyFilesPage({ base: "HEAD", files: [narrowed, same, reads, widened], uncompared: [] });
    expect(page).toMatch(/^# Access changes since HEAD\n\nAccess has changed in 3 of 4 changed policies\.\n/);
    const rows = [...page.matchAll(/^\| `(.+?)` \|/gm)].map(([, path]) => path);
    expect(rows).toEqual(["b\\|b.policy.json", "c.json", "a.policy.json"]);
    const sections = [...page.matchAll(/^## `(.+)`$/gm)].map(([, path]) => path);
    expect(sections).toEqual(["b|b.policy.json", "c.json", "a.policy.json"]);
    expect(page).toContain("\nIn 1 other policy the text has changed, and access has not.\n");
  });

  test("nothing to tell", () => {
    const nothing = manyFilesPage({ base: "HEAD", files: [], uncompared: [] });
    expect(nothing).toBe("# Access changes since HEAD\n\nNo policy has changed.\n");
    expect(manyFilesPage({ base: "HEAD", files: [same], uncompared: [] })).toContain(
      "Access is unchanged in 1 changed policy.",
    );
  });

  test("files that could not be compared are named", () => {
    const uncompared = [{ path: "x.json", reason: "it is *gone*" }];
    expect(manyFilesPage({ base: "HEAD", files: [], uncompared })).toContain(
      "`x.json` is not compared: it is \\*gone\\*.",
    );
  });

  test("500 policies stay readable: each in the table, a hundred in full", () => {
    const files = Array.from({ length: 500 }, (_, at) => ({ ...widened, path: `p${at}.policy.json` }));
    const page = manyFilesPage({ base: "HEAD", files, uncompared: [] });
    expect([...page.matchAll(/^\| `p/gm)]).toHaveLength(500);
    expect([...page.matchAll(/^## `p/gm)]).toHaveLength(100);
    expect(page).toContain("\n400 more policies are in the table only.\n");
  });
});
