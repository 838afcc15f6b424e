// Judges the policies of the workspace that nobody has opened, and keeps what was found: in small slices, so that
// a keystroke is answered in between, and only what has changed. An open document is judged as its editor has it.
import { pause, SLICE_MS } from "./slices.js";
import type { Sieve } from "./workspace-files.js";
import {
  createFileJudge,
  type FileReport,
  type Judged,
  type JudgeHost,
  resultIdOf,
} from "./workspace-judge.js";

export interface WorkspaceDiagnostics {
  /** Of policies only, by the key of their files. */
  readonly reports: ReadonlyMap<string, FileReport>;
  /** Judges all files of these folders; what is known of others is forgotten. */
  readonly setFolders: (folders: readonly string[]) => void;
  /** Files and folders that came, changed or went; open documents that were edited. */
  readonly filesChanged: (keys: readonly string[]) => void;
  /** A document that counts as it is on disk again, and is told anew whatever is found. */
  readonly fileClosed: (key: string) => void;
  /** Other files may be left out than before. */
  readonly searchAgain: () => void;
  /** What files are judged by has changed: settings, a project file. */
  readonly judgeAll: () => void;
  /** A file that may not have been looked at yet, as it is now. */
  readonly judgeNow: (key: string) => Promise<FileReport | undefined>;
  /** Comes when there is nothing to do, which is not before the first folders are known. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
}

/** What it is given; all that it says is about keys of files. */
export interface WorkspaceDiagnosticsHost extends JudgeHost {
  /** How many policies are judged at most. */
  readonly limit: () => number;
  readonly forget: (key: string) => void;
  /** Reports that are new, changed or gone. */
  readonly changed: (keys: ReadonlySet<string>) => void;
  readonly worked: (files: number) => void;
  readonly rested: () => void;
  readonly isFull: (limit: number) => void;
}

/** Changes come in bursts, and are told together. */
const PATIENCE_MS = 200;

export function createWorkspaceDiagnostics(host: WorkspaceDiagnosticsHost): WorkspaceDiagnostics {
  const { files } = host;
  const judge = createFileJudge(host);
  const reports = new Map<string, Judged>();
  const waiting = { files: new Set<string>(), folders: new Set<string>() };
  const changes = new Set<string>();
  const begun = createSignal();
  let folders: readonly string[] = [];
  let round = 0;
  let sieve: Sieve | undefined;
  let walk: Iterator<string | undefined> | undefined;
  /** What a walk through all folders has come to so far. */
  let seen: Set<string> | undefined;
  let running: Promise<void> | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;

  function wake(): void {
    running ??= work()
      .catch((error) => host.failed("", error))
      .then(() => {
        running = undefined;
        if (waiting.files.size + waiting.folders.size > 0) wake();
        else host.rested();
      });
  }

  async function work(): Promise<void> {
    let end = files.now() + SLICE_MS;
    let looked = 0;
    for (;;) {
      if (files.now() >= end) {
        host.worked(looked);
        await pause();
        end = files.now() + SLICE_MS;
      }
      const file = takeFrom(waiting.files);
      if (file !== undefined) {
        sieve ??= await files.sieve(folders);
        lookThrough(sieve, file);
        looked++;
        continue;
      }
      sieve = undefined;
      if (walk !== undefined) {
        const { done, value } = walk.next();
        if (done === true) walk = undefined;
        else if (value !== undefined) {
          if (!look(value)) stopWalk();
          looked++;
        }
        continue;
      }
      const folder = takeFrom(waiting.folders);
      if (folder === undefined && seen === undefined) return;
      if (folder === undefined) endWalk();
      else {
        const search = seen;
        const found = await files.find(folder);
        // Another search may have begun meanwhile, through other folders.
        if (seen === search) walk = found[Symbol.iterator]();
      }
    }
  }

  function walkAll(): void {
    waiting.folders = new Set(host.limit() > 0 ? folders : []);
    walk = undefined;
    sieve = undefined;
    seen = new Set();
    wake();
  }

  function endWalk(): void {
    for (const key of [...reports.keys()]) if (seen?.has(key) !== true) keep(key, undefined);
    seen = undefined;
  }

  function lookThrough(sieve: Sieve, key: string): void {
    const kind = sieve(key);
    if (kind === "file") look(key);
    else keep(key, undefined);
    if (kind === "folder" && host.limit() > 0) waiting.folders.add(key);
  }

  /** False when there is no room for another policy. */
  function look(key: string): boolean {
    const known = reports.get(key);
    const report = judge(key, known, round);
    if (report !== undefined && known === undefined && reports.size >= host.limit()) {
      host.isFull(host.limit());
      return false;
    }
    keep(key, report);
    return true;
  }

  function stopWalk(): void {
    waiting.folders.clear();
    walk = undefined;
  }

  function keep(key: string, judged: Judged | undefined): void {
    const known = reports.get(key);
    if (judged === undefined) {
      if (!reports.delete(key)) return;
      host.forget(key);
    } else {
      seen?.add(key);
      reports.set(key, judged);
    }
    if (resultIdOf(known) !== resultIdOf(judged)) change(key);
  }

  function change(key: string): void {
    changes.add(key);
    telling ??= setTimeout(tell, PATIENCE_MS);
  }

  function tell(): void {
    clearTimeout(telling);
    telling = undefined;
    if (changes.size === 0) return;
    const told = new Set(changes);
    changes.clear();
    host.changed(told);
  }

  return {
    reports,
    setFolders(now) {
      folders = now;
      walkAll();
      begun.give();
    },
    filesChanged(keys) {
      if (host.limit() === 0) return;
      const gone = new Set(keys);
      for (const key of keys) waiting.files.add(key);
      // A folder that went took its files with it, and nothing is said about each of them.
      for (const key of reports.keys()) if (isBelow(key, gone)) waiting.files.add(key);
      wake();
    },
    fileClosed(key) {
      const known = reports.get(key);
      if (known === undefined) return;
      // Others may have learned from what was typed: it is read again, even where the file is the same.
      const { textHash: _, ...rest } = known;
      reports.set(key, rest);
      waiting.files.add(key);
      change(key);
      wake();
    },
    searchAgain: walkAll,
    judgeAll() {
      round++;
      walkAll();
    },
    async judgeNow(key) {
      if (host.limit() === 0) return undefined;
      lookThrough(await files.sieve(folders), key);
      if (waiting.folders.size > 0) wake();
      return reports.get(key);
    },
    async settled() {
      await begun.given;
      while (running !== undefined) await running;
    },
    stop() {
      waiting.files.clear();
      waiting.folders.clear();
      walk = undefined;
      seen = undefined;
      clearTimeout(telling);
      begun.give();
    },
  };
}

function takeFrom(set: Set<string>): string | undefined {
  for (const first of set) {
    set.delete(first);
    return first;
  }
  return undefined;
}

function isBelow(key: string, folders: ReadonlySet<string>): boolean {
  for (let end = key.lastIndexOf("/"); end > 0; end = key.lastIndexOf("/", end - 1)) {
    if (folders.has(key.slice(0, end))) return true;
  }
  return false;
}

function createSignal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
}
