// Where VS Code's git extension is missing, turned off, or without a git on the machine, there is no git; and where it
// is turned on later, there is one from then on. With an editor that is made up.
import { beforeEach, expect, test, vi } from "vitest";

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

const { findGit, followGit } = await import("../../client/src/review/git.js");
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

/** What was promised so far is done. */
function settled(): Promise<void> {
  return new Promise((settle) => setImmediate(settle));
}
