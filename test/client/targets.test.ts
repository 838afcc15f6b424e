// What a command was called for, however menus, lenses and key bindings say it; with an editor that is made up.
import { describe, expect, test, vi } from "vitest";

const editor = vi.hoisted(() => {
  class Uri {
    readonly text: string;
    constructor(text: string) {
      this.text = text;
    }
    static parse(text: string) {
      return new Uri(text);
    }
    toString() {
      return this.text;
    }
  }
  return { Uri, front: { document: { uri: new Uri("file:///front.json") } } };
});

vi.mock("vscode", () => ({
  Uri: editor.Uri,
  TabInputTextDiff: class {},
  window: {
    activeTextEditor: editor.front,
    tabGroups: { all: [], activeTabGroup: {} },
  },
}));

const { placeIn, uriIn } = await import("../../client/src/target.js");
const { targetsOf } = await import("../../client/src/review/targets.js");

const TEXT = "file:///p/a.policy.json";
const uri = new editor.Uri(TEXT);
const position = { line: 3, character: 7 };

describe("documents", () => {
  test.each([
    ["a menu", uri],
    ["a lens", TEXT],
    ["a lens that names what it gives", { uri: TEXT }],
    ["another extension", { uri, position }],
    ["a document that was never saved", "untitled:a.policy.json"],
  ])("of %s", (_, given) => {
    expect(String(uriIn(given))).toBe(given === "untitled:a.policy.json" ? given : TEXT);
  });

  test.each([[undefined], [null], [7], [""], ["a.policy.json"], [[TEXT]], [{ uri: 7 }], [{ path: TEXT }]])(
    "none in %j",
    (given) => expect(uriIn(given)).toBeUndefined(),
  );
});

describe("places", () => {
  test("behind the document, or together with it", () => {
    expect(placeIn([TEXT, position])).toEqual(position);
    expect(placeIn([{ uri: TEXT, position }])).toEqual(position);
    expect(placeIn([uri, { ...position, other: 1 }])).toEqual(position);
  });

  test.each([[[]], [[TEXT]], [[uri, [uri, uri]]], [[uri, { line: "3", character: 7 }]], [[{ uri: TEXT }]]])(
    "none in %j",
    (given) => expect(placeIn(given)).toBeUndefined(),
  );
});

describe("what changes are shown of", () => {
  const shown = (...given: unknown[]) => targetsOf(given).map(String);

  test("lenses say a document, with a place or without one", () => {
    expect(shown(TEXT, position)).toEqual([TEXT]);
    expect(shown({ uri: TEXT })).toEqual([TEXT]);
    expect(shown({ uri: TEXT, position })).toEqual([TEXT]);
  });

  test("the explorer gives all that is selected, the source control view its entries", () => {
    const other = new editor.Uri("file:///p/b.policy.json");
    expect(shown(uri, [uri, other])).toEqual([TEXT, "file:///p/b.policy.json"]);
    expect(shown({ resourceUri: uri }, { resourceUri: other })).toEqual([TEXT, "file:///p/b.policy.json"]);
    expect(shown({ resourceStates: [{ resourceUri: uri }] })).toEqual([TEXT]);
  });

  test("without anything, the document in front", () => {
    expect(shown()).toEqual(["file:///front.json"]);
  });
});
