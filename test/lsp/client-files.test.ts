// The files of a workspace without a disk: what the editor tells is found, kept, followed and forgotten.
import { beforeEach, expect, test } from "vitest";
import { createClientFiles } from "../../server/src/lsp/client-files.js";
import { withFilesElsewhere } from "../../server/src/lsp/files-elsewhere.js";
import { createWorkspaceFiles } from "../../server/src/lsp/workspace.node.js";
import {
  type FileAtPlace,
  LIST_FILES_REQUEST,
  type ListFilesParams,
  READ_FILES_REQUEST,
  type ReadFilesParams,
} from "../../server/src/protocol/files.js";

const FOLDER = "vscode-vfs://github/project";
const at = (path: string) => `${FOLDER}/${path}`;

let files: Map<string, string>;
let asked: string[];

/** An editor that shows what is in `files`. */
const editor = {
  async sendRequest<Result>(method: string, params?: unknown): Promise<Result> {
    // What is sent is JSON.
    return answer(method, params as ListFilesParams & ReadFilesParams) as Result;
  },
};

beforeEach(() => {
  files = new Map();
  asked = [];
});

function answer(method: string, params: ListFilesParams & ReadFilesParams): unknown {
  switch (method) {
    case LIST_FILES_REQUEST:
      return [...files.keys()].filter((uri) => uri.startsWith(`${params.folder}/`)).slice(0, params.limit);
    case READ_FILES_REQUEST:
      asked.push(...params.uris);
      return params.uris.map((uri) => placeOf(uri, params.mostBytes));
    default:
      throw new Error(`Unhandled method ${method}`);
  }
}

function placeOf(uri: string, mostBytes: number): FileAtPlace {
  const text = files.get(uri);
  if (text !== undefined) return text.length > mostBytes ? { kind: "large" } : { kind: "file", text };
  return [...files.keys()].some((file) => file.startsWith(`${uri}/`)) ? { kind: "folder" } : { kind: "none" };
}

const create = () => createClientFiles(editor, () => 0);

test("files are found in the order of their names, with their texts", async () => {
  files.set(at("b.json"), "b").set(at("a/c.json"), "c").set("vscode-vfs://github/other/d.json", "d");
  const known = create();
  const found = [...(await known.find(FOLDER))];
  expect(found).toEqual([at("a/c.json"), at("b.json")]);
  expect(found.map((uri) => known.read(uri ?? ""))).toEqual([{ text: "c" }, { text: "b" }]);
  expect(known.read(at("other.json"))).toBeUndefined();
});

test("many files are read in several requests, each file once", async () => {
  for (let index = 0; index < 120; index++) files.set(at(`${index}.json`), String(index));
  const found = [...(await create().find(FOLDER))];
  expect(found).toHaveLength(120);
  expect([...asked].sort()).toEqual([...found].sort());
});

test("a file has one key, however its URI is spelled", () => {
  const { keyOf } = create();
  for (const spelling of [
    "it's%20(1)@%E7%AD%96.json",
    "it%27s%20%281%29%40%e7%ad%96.json",
    "it's (1)@策.json",
  ]) {
    expect(keyOf(at(spelling))).toBe(at("it%27s%20%281%29%40%E7%AD%96.json"));
  }
  expect(keyOf(`${FOLDER}/`)).toBe(FOLDER);
  expect(keyOf("memfs:/")).toBe("memfs:");
});

test("the root of a file system is asked for by its path", async () => {
  files.set("memfs:/a.json", "a");
  const known = create();
  const folders: string[] = [];
  const listening = createClientFiles(
    {
      async sendRequest<Result>(method: string, params?: unknown): Promise<Result> {
        if (method === LIST_FILES_REQUEST) folders.push((params as ListFilesParams).folder);
        return editor.sendRequest(method, params);
      },
    },
    () => 0,
  );
  await listening.find(known.keyOf("memfs:/"));
  expect(folders).toEqual(["memfs:/"]);
});

test("what comes, changes and goes is followed", async () => {
  const known = create();
  const sieve = async (uri: string) => (await known.sieve([FOLDER]))(uri);
  files.set(at("a.json"), "1");
  await known.refresh([at("a.json")]);
  expect(known.read(at("a.json"))).toEqual({ text: "1" });
  expect(await sieve(at("a.json"))).toBe("file");

  files.set(at("a.json"), "2");
  await known.refresh([at("a.json")]);
  expect(known.read(at("a.json"))).toEqual({ text: "2" });

  files.delete(at("a.json"));
  await known.refresh([at("a.json")]);
  expect(known.read(at("a.json"))).toBeUndefined();
  expect(await sieve(at("a.json"))).toBeUndefined();
});

test("a folder that comes is known as one, and takes its files with it when it goes", async () => {
  const known = create();
  files.set(at("deep/er/a.json"), "a").set(at("b.json"), "b");
  await known.refresh([at("deep")]);
  expect((await known.sieve([FOLDER]))(at("deep"))).toBe("folder");
  await known.find(FOLDER);
  files.delete(at("deep/er/a.json"));
  await known.refresh([at("deep")]);
  expect(known.read(at("deep/er/a.json"))).toBeUndefined();
  expect(known.read(at("b.json"))).toEqual({ text: "b" });
});

test("what can be no policy, or is nobody's work here, is not asked for", async () => {
  await create().refresh([at("a.ts"), at("b.md"), at(".gitignore"), at("node_modules/c.json"), at(".git")]);
  expect(asked).toEqual([]);
});

test("a file that went without a word is forgotten when its folder is searched", async () => {
  files.set(at("a.json"), "a").set(at("b.json"), "b").set("vscode-vfs://github/other/c.json", "c");
  const known = create();
  await known.find(FOLDER);
  await known.find("vscode-vfs://github/other");
  files.delete(at("a.json"));
  await known.find(FOLDER);
  expect(known.read(at("a.json"))).toBeUndefined();
  expect(known.read(at("b.json"))).toEqual({ text: "b" });
  expect(known.read("vscode-vfs://github/other/c.json")).toEqual({ text: "c" });
});

test("a file that comes while its folder is searched is kept", async () => {
  const known = createClientFiles(
    {
      async sendRequest<Result>(method: string, params?: unknown): Promise<Result> {
        const result = await editor.sendRequest<Result>(method, params);
        if (method === LIST_FILES_REQUEST) {
          files.set(at("b.json"), "b");
          await known.refresh([at("b.json")]);
        }
        return result;
      },
    },
    () => 0,
  );
  files.set(at("a.json"), "a");
  expect([...(await known.find(FOLDER))]).toEqual([at("a.json")]);
  expect(known.read(at("b.json"))).toEqual({ text: "b" });
});

test("whoever asks has an answer, and one that was overtaken changes nothing", async () => {
  const answers: ((places: readonly FileAtPlace[]) => void)[] = [];
  const known = createClientFiles(
    {
      // It is JSON.
      sendRequest: <Result>() =>
        new Promise<Result>((settle) => answers.push((places) => settle(places as Result))),
    },
    () => 0,
  );
  const readings = [known.refresh([at("a.json")]), known.refresh([at("a.json")])];
  const texts = ["old", "new"];
  for (const index of [1, 0]) {
    answers[index]?.([{ kind: "file", text: texts[index] ?? "" }]);
    await readings[index];
    expect(known.read(at("a.json"))).toEqual({ text: "new" });
  }

  const more = [known.refresh([at("a.json")]), known.refresh([at("a.json")])];
  for (const index of [0, 1]) {
    answers[2 + index]?.([{ kind: "file", text: `newer ${index}` }]);
    await more[index];
    expect(known.read(at("a.json"))).toEqual({ text: `newer ${index}` });
  }
});

test("files of other folders are left out", async () => {
  const known = create();
  files.set("vscode-vfs://github/project-2/a.json", "a");
  await known.refresh(["vscode-vfs://github/project-2/a.json"]);
  expect((await known.sieve([FOLDER]))("vscode-vfs://github/project-2/a.json")).toBeUndefined();
});

test("what is too large is known to be there", async () => {
  files.set(at("a.json"), "x".repeat(1_000_001));
  const known = create();
  await known.refresh([at("a.json")]);
  expect(known.read(at("a.json"))).toEqual({});
  expect(known.textOf(at("a.json"))).toBeUndefined();
});

test("no more is kept than a worker has room for", async () => {
  for (let index = 0; index < 70; index++) files.set(at(`${index}.json`), "x".repeat(1_000_000));
  const known = create();
  const kept = [...(await known.find(FOLDER))].filter((uri) => known.textOf(uri ?? "") !== undefined);
  expect(kept).toHaveLength(64);

  files.clear();
  await known.refresh(kept.map(String));
  files.set(at("new.json"), "new");
  await known.refresh([at("new.json")]);
  expect(known.textOf(at("new.json"))).toBe("new");
});

test("the project files around a document are read once, from the document up to its folder", async () => {
  const known = create();
  files.set(at("a/access-policy.config.json"), "{}");
  const waiting = known.prepare(at("a/b/c.policy.json"), [FOLDER]);
  expect(waiting).toBeDefined();
  await waiting;
  const names = ["", "a/", "a/b/"].map((folder) => at(`${folder}access-policy.config.json`));
  expect([...asked].sort()).toEqual(names.sort());
  expect(known.textOf(at("a/access-policy.config.json"))).toBe("{}");
  expect(known.prepare(at("a/b/d.policy.json"), [FOLDER])).toBeUndefined();
  expect(known.prepare("untitled:Untitled-1", [FOLDER])).toBeUndefined();
});

test("an editor that cannot help has no files", async () => {
  const known = createClientFiles({ sendRequest: () => Promise.reject(new Error("Unhandled")) }, () => 0);
  expect([...(await known.find(FOLDER))]).toEqual([]);
  await known.refresh([at("a.json")]);
  await known.prepare(at("a.json"), [FOLDER]);
  expect(known.read(at("a.json"))).toBeUndefined();
});

test("beside a disk, each file is asked for where it is", async () => {
  files.set(at("a.json"), "a");
  const both = withFilesElsewhere(createWorkspaceFiles(), create());
  expect([...(await both.find(FOLDER))]).toEqual([at("a.json")]);
  expect(both.read(at("a.json"))).toEqual({ text: "a" });
  expect(both.keyOf("file:///project/%zz")).toBeUndefined();
  await both.refresh?.(["file:///project/a.json"]);
  expect(asked).toEqual([at("a.json")]);
  const sieve = await both.sieve([FOLDER, "file:///nowhere"]);
  expect([at("a.json"), "file:///nowhere/a.json"].map(sieve)).toEqual(["file", undefined]);
});
