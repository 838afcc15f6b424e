// The page about a change of a grants file, in Chinese from its first line to the last one.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ComparedFile, filePage, manyFilesPage } from "../../client/src/review/change-page.js";
import { speak } from "../../server/src/core/index.js";
import { grantsChangeOf, WHOLE_PAGE } from "../../server/src/features/grants/change.js";
import { compareGrantsVersions } from "../../server/src/features/grants/compare.js";
import { englishLeftovers } from "../support/english-leftovers.js";
import { FILES, fileAt, grantsCatalog } from "../support/grants.js";
import { CHINESE } from "../support/language.js";

const BUNDLE = join(import.meta.dirname, "../../l10n/bundle.l10n.zh-cn.json");

// The editor has its texts and the server has its own; here both sides are one program.
beforeAll(() => speak("zh-cn", { ...CHINESE, ...JSON.parse(readFileSync(BUNDLE, "utf8")) }));
afterAll(() => speak("en", undefined));

const OPS = { ops: { policies: ["QcloudChatReadOnlyAccess"] } };
const team = (users: object) => JSON.stringify({ dialect: "cam", groups: OPS, users }, null, 2);

function compared(before: string | null, after: string | null): ComparedFile {
  const context = { catalog: grantsCatalog, effort: WHOLE_PAGE, applications: [] };
  const change = grantsChangeOf(
    { name: "HEAD", text: before, files: FILES },
    { text: after, fileAt: fileAt() },
    context,
  );
  return {
    ...{ path: "team.grants.json", base: "HEAD" },
    result: compareGrantsVersions(change, grantsCatalog, "markdown"),
    linkTo: (side, { start }, file = "team.grants.json") => `${side}/${file}#L${start.line + 1}`,
  };
}

test("user by user", () => {
  const before = team({ 李伟: { groups: ["ops"] }, 王芳: { policies: ["gone.policy.json"] } });
  const after = team({
    李伟: { policies: ["./recording.policy.json"] },
    王芳: {},
    孙丽: { groups: ["ops"] },
  });
  const page = filePage(compared(before, after));
  expect(englishLeftovers(page, ["HEAD", "ops"])).toEqual([]);
  expect(page).toContain("李伟新增 1 项写和 1 项读，失去 3 项读，另有 2 个用户的权限有变");
  expect(page).toContain("[`孙丽`](<after/team.grants.json#L17>)，新用户");
});

test("a new file, a deleted one, and a base that nobody can read", () => {
  const text = team({ 李伟: { groups: ["ops"] } });
  for (const file of [compared(null, text), compared(text, null), compared("<<<<", text)]) {
    expect(englishLeftovers(filePage(file), ["HEAD", "ops"])).toEqual([]);
    const files = [file, { ...file, path: "other.grants.json" }];
    expect(englishLeftovers(manyFilesPage({ base: "HEAD", files, uncompared: [] }), ["HEAD", "ops"])).toEqual(
      [],
    );
  }
});

test("thousands of users who each gain something else", () => {
  const users = (more: readonly string[]) =>
    Object.fromEntries(
      Array.from({ length: 600 }, (_, at) => [`用户${at}`, { policies: [`p${at}.json`, ...more] }]),
    );
  const page = filePage(compared(team(users([])), team(users(["recording.policy.json"]))));
  expect(englishLeftovers(page, ["HEAD", "ops"])).toEqual([]);
});
