// Where VS Code's git extension is missing, turned off, or without a git on the machine, there is no git; and where it
// is turned on later, there is one from then on. With an editor that is made up.
import { beforeEach, describe, expect, test, vi } from "vitest";

interface Exports {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: (tell: () => void) => { dispose: () => void };
  readonly getAPI: (version: number) => unknown;
}

const editor = vi.hoisted(() => {
  class Disposable {
    readonly dispose: () => void;
    constructor(dispose: () => void) {
      this.dispose = dispose;
    }
    static from(...all: { readonly dispose: () => void }[]) {
      return new Disposable(() => {
        for (const each of all) each.dispose();
      });
    }
  }
  const activate: { now: (() => Promise<unknown>) | undefined } = { now: undefined };
  return { Disposable, activate };
});

vi.mock("vscode", () => ({
  Disposable: editor.Disposable,
  Uri: class {},
  TabInputTextDiff: class {},
  window: { tabGroups: { all: [], activeTabGroup: {} } },
  workspace: { getConfiguration: () => ({ get: (_: string, otherwise: string) => otherwise }) },
  extensions: {
    getExtension: () => editor.activate.now && { activate: editor.activate.now },
  },
  l10n: { t: (text: string) => text },
}));

const { findGit, followGit, followRepositories, pathInRepository } = await import(
  "../../client/src/review/git.js"
);
const { baseInGit } = await import("../../client/src/review/base-text.js");
const { readChoice } = await import("../../client/src/review/base-choice.js");
const { sourceFor } = await import("../../client/src/review/pairs.js");

const git = { repositories: [] };

beforeEach(() => {
  editor.activate.now = undefined;
});

/** The git extension, and how to turn it on. */
function extension(given: Partial<Exports>) {
  const listening = new Set<() => void>();
  const state = {
    enabled: true,
    getAPI(version: number) {
      if (!this.enabled || version !== 1) throw new Error("Git model not found");
      return git;
    },
    onDidChangeEnablement(tell: () => void) {
      listening.add(tell);
      return { dispose: () => void listening.delete(tell) };
    },
    ...given,
  };
  editor.activate.now = async () => state;
  return {
    listening,
    turn(enabled: boolean) {
      state.enabled = enabled;
      for (const tell of listening) tell();
    },
  };
}

test("there is git where the extension says so", async () => {
  extension({});
  expect(await findGit()).toBe(git);
});

test.each<[string, () => void]>([
  ["the extension is missing", () => {}],
  ["the setting git.enabled is off", () => extension({ enabled: false })],
  [
    "no git is on the machine",
    () => {
      editor.activate.now = () => Promise.reject(new Error("Git installation not found"));
    },
  ],
  [
    "the extension is of another version",
    () =>
      extension({
        getAPI: () => {
          throw new Error("No API version 1 found");
        },
      }),
  ],
])("there is none where %s, and nothing fails", async (_, arrange) => {
  arrange();
  expect(await findGit()).toBeUndefined();
  const told: unknown[] = [];
  const following = followGit((found) => told.push(found));
  await settled();
  expect(told).toEqual([]);
  following.dispose();
});

test("without git nothing is compared unasked, and who asks is told why", async () => {
  const { Uri } = await import("vscode");
  const uri = Object.assign(Object.create(Uri.prototype), { scheme: "file", path: "/a.policy.json" });
  expect(sourceFor(undefined, uri)).toBeUndefined();
  expect(await baseInGit(undefined, uri, readChoice("HEAD"))).toEqual({
    reason: "git is not available here",
  });
});

test("git that is turned on later is told then", async () => {
  const { turn, listening } = extension({ enabled: false });
  const told: unknown[] = [];
  const following = followGit((found) => told.push(found));
  await settled();
  expect(told).toEqual([]);
  turn(true);
  expect(told).toEqual([git]);
  turn(false);
  expect(told).toEqual([git]);
  following.dispose();
  expect(listening.size).toBe(0);
});

test("who no longer follows is told nothing", async () => {
  const { listening } = extension({});
  const told: unknown[] = [];
  followGit((found) => told.push(found)).dispose();
  await settled();
  expect([told, listening.size]).toEqual([[], 0]);
});

describe("repositories", () => {
  type Listener = (value: unknown) => void;
  const emitter = () => {
    const listeners = new Set<Listener>();
    const event = (listener: Listener) => {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    };
    const fire = (value?: unknown) => {
      for (const each of listeners) each(value);
    };
    return { event, listeners, fire };
  };
  const repository = () => {
    const changed = emitter();
    return { ...changed, state: { onDidChange: changed.event } };
  };

  test("are listened to once each, as long as they are open", async () => {
    const [first, second, opened, closed] = [repository(), repository(), emitter(), emitter()];
    const api = {
      ...{ repositories: [first], onDidOpenRepository: opened.event, onDidCloseRepository: closed.event },
    };
    const { turn } = extension({ getAPI: () => api });
    let count = 0;
    const following = followRepositories(() => count++);
    await settled();
    opened.fire(second);
    expect(count).toBe(2);
    first.fire();
    second.fire();
    expect(count).toBe(4);
    closed.fire(second);
    expect([count, second.listeners.size]).toEqual([5, 0]);
    turn(false);
    turn(true);
    expect([first, opened, closed].map(({ listeners }) => listeners.size)).toEqual([1, 2, 2]);
    following.dispose();
    expect([first, opened, closed].map(({ listeners }) => listeners.size)).toEqual([0, 0, 0]);
  });

  test.each([
    ["file:///c%3A/work", "/C:/work", "file:///c%3A/work/a/b.json", "/c:/work/a/b.json", "a/b.json"],
    ["file:///work", "/work", "file:///workshop/b.json", "/workshop/b.json", undefined],
    ["file:///work", "/work", "git:///work/b.json", "/work/b.json", undefined],
  ])(
    "of %s know the paths of their files, however a drive is written",
    (root, rootPath, text, path, expected) => {
      const uri = (address: string, of: string) =>
        Object.assign(Object.create({ toString: () => address }), { path: of });
      const rootUri = uri(root, rootPath);
      expect(pathInRepository(Object.assign(Object.create(null), { rootUri }), uri(text, path))).toBe(
        expected,
      );
    },
  );
});

/** What was promised so far is done. */
function settled(): Promise<void> {
  return new Promise((settle) => setImmediate(settle));
}
