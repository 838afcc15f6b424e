// The files of the workspace where there is no disk: the editor lists and reads them, and what it told is kept here,
// because documents are judged at once, without waiting for anybody.
import { PROJECT_FILE_NAME } from "../core/index.js";
import {
  type FileAtPlace,
  LIST_FILES_REQUEST,
  type ListFilesParams,
  READ_FILES_REQUEST,
  type ReadFilesParams,
} from "../protocol/files.js";
import { canonicalUri, pathBelow, pathOf, uriBelow } from "./paths.js";
import type { WorkspaceFiles } from "./workspace-files.js";

export interface ClientFiles extends Omit<WorkspaceFiles, "keyOf"> {
  readonly keyOf: (uri: string) => string;
  readonly refresh: (uris: readonly string[]) => Promise<void>;
  /** Undefined for a file that is not known. */
  readonly textOf: (uri: string) => string | undefined;
  /** Reads the project files that may apply to a document; undefined where nothing is left to be read. */
  readonly prepare: (uri: string, folders: readonly string[]) => Promise<void> | undefined;
}

/** A connection can do more. */
export interface Client {
  readonly sendRequest: <Result>(method: string, params?: unknown) => Promise<Result>;
}

type Kept = Extract<FileAtPlace, { kind: "file" | "large" }>;

/** Policies have a few thousand characters; the command line judges what is larger. */
const MOST_BYTES = 1_000_000;

/** More are never judged without being opened, by default. */
const MOST_FILES = 10_000;

/** A browser gives a worker less memory than a computer has; what comes later is judged when it is opened. */
const MOST_CHARACTERS = 64_000_000;

/** So that no message is huge, and an editor far away from its files can read several at a time. */
const FILES_AT_ONCE = 50;

const CANDIDATE = /\.jsonc?$/i;

/** Policies that others wrote, and the history of a folder, are nobody's work here. */
const SKIPPED_FOLDER = /\/(?:node_modules|\.git)(?:\/|$)/;

export function createClientFiles(client: Client, now: () => number): ClientFiles {
  const known = new Map<string, Kept>();
  const folders = new Set<string>();
  /** Project files that were asked for, there or not. */
  const asked = new Map<string, Promise<void>>();
  const arrived = new Set<string>();
  /** By which reading a file is known, while some are under way: answers may overtake each other. */
  const knownBy = new Map<string, number>();
  let readings = 0;
  let underWay = 0;
  let characters = 0;

  function keep(key: string, found: FileAtPlace): void {
    const before = known.get(key);
    if (before?.kind === "file") characters -= before.text.length;
    known.delete(key);
    folders.delete(key);
    if (found.kind === "folder") folders.add(key);
    if (found.kind === "large") known.set(key, found);
    if (found.kind !== "file") return;
    const hasRoom = characters + found.text.length <= MOST_CHARACTERS;
    if (hasRoom) characters += found.text.length;
    known.set(key, hasRoom ? found : { kind: "large" });
  }

  async function read(keys: readonly string[]): Promise<void> {
    for (let start = 0; start < keys.length; start += FILES_AT_ONCE) {
      const uris = keys.slice(start, start + FILES_AT_ONCE);
      const reading = ++readings;
      underWay++;
      const params: ReadFilesParams = { uris, mostBytes: MOST_BYTES };
      const found = await ask<readonly FileAtPlace[]>(READ_FILES_REQUEST, params, []);
      for (const [index, key] of uris.entries()) {
        if (reading < (knownBy.get(key) ?? 0)) continue;
        knownBy.set(key, reading);
        keep(key, found[index] ?? { kind: "none" });
      }
      if (--underWay === 0) knownBy.clear();
    }
  }

  /** An editor that does not know the request has no files for us. */
  async function ask<Result>(method: string, params: unknown, nothing: Result): Promise<Result> {
    try {
      return await client.sendRequest<Result>(method, params);
    } catch {
      return nothing;
    }
  }

  function knownBelow(folder: string): string[] {
    return [...known.keys()].filter((key) => key.startsWith(`${folder}/`));
  }

  function forget(key: string): void {
    keep(key, { kind: "none" });
  }

  function prepareFile(key: string): Promise<void> | undefined {
    if (arrived.has(key)) return undefined;
    const reading = asked.get(key) ?? read([key]).then(() => void arrived.add(key));
    asked.set(key, reading);
    return reading;
  }

  return {
    keyOf: canonicalUri,

    async find(folder) {
      const params: ListFilesParams = { folder: withPath(folder), limit: MOST_FILES };
      const before = knownBelow(folder);
      const listed = await ask<readonly string[]>(LIST_FILES_REQUEST, params, []);
      const keys = listed.map(canonicalUri).sort();
      await read(keys);
      // Of a file that went without a word nothing else is heard. Project files are read where nothing is listed too.
      const still = new Set([...keys, ...arrived]);
      before.filter((key) => !still.has(key)).forEach(forget);
      return keys;
    },

    async sieve(roots) {
      const around = roots.map(canonicalUri);
      return (uri) => {
        const key = canonicalUri(uri);
        if (!around.some((root) => key === root || key.startsWith(`${root}/`))) return undefined;
        if (known.has(key)) return "file";
        return folders.has(key) ? "folder" : undefined;
      };
    },

    read(file) {
      const found = known.get(canonicalUri(file));
      return found && (found.kind === "file" ? { text: found.text } : {});
    },

    textOf(uri) {
      const found = known.get(canonicalUri(uri));
      return found?.kind === "file" ? found.text : undefined;
    },

    async refresh(uris) {
      const keys = uris.map(canonicalUri);
      // Other files than these are never judged; of a name without an ending it is asked whether it is a folder.
      const isWanted = (key: string) => CANDIDATE.test(key) || !/\.\w+$/.test(key);
      await read(keys.filter((key) => isWanted(key) && !SKIPPED_FOLDER.test(key)));
      const gone = keys.filter((key) => !folders.has(key) && !known.has(key));
      gone.flatMap(knownBelow).forEach(forget);
    },

    prepare(uri, roots) {
      const files = projectFilesAround(uri, roots);
      const waiting = files.map(prepareFile).filter((reading) => reading !== undefined);
      return waiting.length === 0 ? undefined : Promise.all(waiting).then(() => {});
    },

    now,
  };
}

/** Where `createProjects` looks: from the folder of the document up to the outermost folder of the workspace. */
function projectFilesAround(uri: string, roots: readonly string[]): string[] {
  return roots.flatMap((root) => {
    const below = pathBelow(pathOf(uri), pathOf(root));
    if (below === undefined) return [];
    const names = below.split("/").slice(0, -1);
    return [...names, ""].map((_, depth) =>
      canonicalUri(uriBelow(root, [...names.slice(0, depth), PROJECT_FILE_NAME].join("/"))),
    );
  });
}

/** The root of a file system that has no other name. */
function withPath(folder: string): string {
  return folder.endsWith(":") ? `${folder}/` : folder;
}
