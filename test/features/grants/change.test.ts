// What is said of a change of a grants file in the language of the reader, and of any beginning of a file.
import { describe, expect, test } from "vitest";
import {
  type GrantsChange,
  grantsChangeOf,
  WHILE_TYPING,
} from "../../../server/src/features/grants/change.js";
import { briefly } from "../../../server/src/features/grants/change-lens.js";
import { compareGrantsVersions } from "../../../server/src/features/grants/compare.js";
import { englishLeftovers } from "../../support/english-leftovers.js";
import { FILES, fileAt, grantsCatalog } from "../../support/grants.js";
import { inChinese } from "../../support/language.js";

const team = (users: object, groups: object = {}) =>
  JSON.stringify({ dialect: "cam", groups, users }, null, 2);

const BEFORE = team(
  { "li.wei": { groups: ["ops"] }, b: { policies: ["./recording.policy.json", "gone.policy.json"] }, c: {} },
  { ops: { policies: ["QcloudChatReadOnlyAccess"] }, alone: { policies: ["no-rooms.policy.json"] } },
);
const AFTER = team(
  {
    "li.wei": { policies: ["policies/chat.policy.json"] },
    b: {},
    c: { groups: ["ops"] },
    d: { groups: ["gone"] },
  },
  { ops: { policies: ["./recording.policy.json"] }, alone: { policies: ["QcloudChatReadOnlyAccess"] } },
);

function changeOf(before: string | null, after: string | null, files?: typeof FILES): GrantsChange {
  const context = { catalog: grantsCatalog, applications: [], effort: WHILE_TYPING };
  const base = { name: "HEAD", text: before, ...(files && { files }) };
  return grantsChangeOf(base, { text: after, fileAt: fileAt() }, context);
}

test("groups that nobody is in are told too", () => {
  const { holders } = changeOf(BEFORE, AFTER, FILES);
  expect(holders.map(({ kind, names }) => [kind, ...names])).toContainEqual(["group", "alone"]);
});

test.each([
  ["users and groups", BEFORE, AFTER],
  ["a new file", null, AFTER],
  ["a deleted file", BEFORE, null],
  ["a broken base", `${BEFORE}]`, AFTER],
  ["no base at all", "<<<<<<<", AFTER],
])("%s: no English is left in Chinese", (_, before, after) => {
  const said = inChinese(() => {
    const change = changeOf(before, after);
    const { title, figures, undecided, gaps, holders } = compareGrantsVersions(
      change,
      grantsCatalog,
      "markdown",
    );
    return [
      ...[briefly(change) ?? "", title, ...figures, ...undecided, ...gaps.map(({ reason }) => reason)],
      ...holders.flatMap((one) => [
        ...[one.title, ...one.undecided, ...one.gaps.map(({ reason }) => reason)],
        ...[...one.gained, ...one.lost].flatMap((item) => [
          ...[item.named, item.where, item.example, item.by],
          ...[item.except, item.other, item.doubt].flatMap((note) => note ?? []),
        ]),
      ]),
    ];
  });
  expect(said.flatMap((text) => englishLeftovers(text, ["HEAD", "ops", "alone", "li.wei"]))).toEqual([]);
});

describe("any beginning of a file", () => {
  test("is compared with the whole, either way", () => {
    for (let end = 0; end <= BEFORE.length; end += 7) {
      for (const [before, after] of [
        [BEFORE.slice(0, end), AFTER],
        [BEFORE, AFTER.slice(0, end)],
      ] as const) {
        const change = changeOf(before, after, FILES);
        expect(briefly(change)).toMatch(/^vs HEAD: ./);
        const { holders } = compareGrantsVersions(change, grantsCatalog, "markdown");
        for (const { names, count } of holders) expect(names).toHaveLength(count);
      }
    }
  });
});
