// What the editor shows side by side, with tabs that are made up: their inputs are as VS Code has them.
import { beforeEach, expect, test, vi } from "vitest";

const editor = vi.hoisted(() => {
  class Uri {
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
    toString() {
      return this.text;
    }
  }
  class TabInputTextDiff {
    readonly original: Uri;
    readonly modified: Uri;
    constructor(original: string, modified: string) {
      this.original = new Uri(original);
      this.modified = new Uri(modified);
    }
  }
  const tabGroups: { all: unknown[]; activeTabGroup: { activeTab?: unknown } } = {
    all: [],
    activeTabGroup: {},
  };
  return { Uri, TabInputTextDiff, window: { tabGroups } };
});

vi.mock("vscode", () => editor);

const { diffs, laterSide } = await import("../../client/src/review/side-by-side.js");

const diff = (original: string, modified: string) => new editor.TabInputTextDiff(original, modified);
const uri = (text: string) => new editor.Uri(text);
const laterOf = (text: string) =>
  laterSide(Object.assign(Object.create(null), uri(text), { toString: () => text }));

/** Each in a tab; the last one is in front. */
function show(...inputs: unknown[]): void {
  const tabs = inputs.map((input) => ({ input }));
  editor.window.tabGroups.all = [{ tabs }];
  editor.window.tabGroups.activeTabGroup = { activeTab: tabs.at(-1) };
}

beforeEach(() => show());

test("a diff", () => {
  show({ uri: uri("a") }, diff("git:a", "a"));
  expect(diffs()).toHaveLength(1);
  expect(String(laterOf("git:a"))).toBe("a");
  expect(laterOf("a")).toBeUndefined();
});

test("of two diffs with the same earlier side, the one in front", () => {
  show(diff("base", "a"), diff("base", "b"));
  expect(String(laterOf("base"))).toBe("b");
});

test("each of a list of diffs", () => {
  show({ textDiffs: [diff("git:a", "a"), diff("git:b", "b")] });
  expect(diffs()).toHaveLength(2);
  expect(String(laterOf("git:b"))).toBe("b");
});

test("the versions that are merged belong to the result, and are compared with nothing", () => {
  show({ base: uri("git:1"), input1: uri("git:2"), input2: uri("git:3"), result: uri("a") });
  expect(["git:1", "git:2", "git:3"].map((text) => String(laterOf(text)))).toEqual(["a", "a", "a"]);
  expect(diffs()).toEqual([]);
});

test.each([
  [undefined],
  [null],
  ["a"],
  [{}],
  [{ textDiffs: 7 }],
  [{ textDiffs: [7, null, { original: "a" }] }],
  [{ result: "a", base: "b" }],
  [{ result: uri("a"), input1: 7 }],
])("nothing in %j", (input) => {
  show(input);
  expect(diffs()).toEqual([]);
  expect(laterOf("b")).toBeUndefined();
});
