// Judges one file of the workspace: as its editor has it when it is open, and from disk when its text is another one
// than before.
import type { Diagnostic } from "vscode-languageserver-types";
import { diagnostics } from "../features/diagnostics.js";
import type { JudgedDocument } from "../features/document.js";
import { isGrants } from "./serve-grants.js";
import { hashOf, type WorkspaceFiles } from "./workspace-files.js";

export interface FileReport {
  readonly items: readonly Diagnostic[];
  /** Equal where the diagnostics are. */
  readonly resultId: string;
  /** Of the open document; null for a file. */
  readonly version: number | null;
}

export interface Judged extends FileReport {
  readonly textHash?: string;
  /** Counts how often everything was to be judged anew. */
  readonly round: number;
}

export interface JudgeHost {
  readonly files: WorkspaceFiles;
  /** Undefined for a text that is not ours. */
  readonly judge: (key: string, text: string) => JudgedDocument | undefined;
  /** Undefined for a file that is not open. */
  readonly open: (key: string) => OpenFile | undefined;
  readonly isTooLarge: (key: string) => void;
  /** A fault of ours; the other files are judged all the same. */
  readonly failed: (key: string, error: unknown) => void;
}

export interface OpenFile {
  readonly judged: JudgedDocument | undefined;
  readonly version: number;
}

const CLEAN = "clean";

/** Undefined for a file that is not there, or none of ours. */
export function createFileJudge({ files, ...host }: JudgeHost) {
  function judge(key: string, known: Judged | undefined, round: number): Judged | undefined {
    try {
      const open = host.open(key);
      if (open === undefined) return judgeFile(key, known, round);
      return open.judged && { ...reportOf(diagnostics(open.judged)), version: open.version, round };
    } catch (error) {
      host.failed(key, error);
      return undefined;
    }
  }

  function judgeFile(key: string, known: Judged | undefined, round: number): Judged | undefined {
    const found = files.read(key);
    if (found === undefined) return undefined;
    if (found.text === undefined) {
      // Only of a policy by its name is it known that it would have been judged.
      if (host.judge(key, "") !== undefined) host.isTooLarge(key);
      return undefined;
    }
    // What is found in a grants file hangs on the policies that it names, too.
    const isSame = known?.round === round && known.textHash === hashOf(found.text);
    if (isSame && !isGrants({ uri: key })) return known;
    const judged = host.judge(key, found.text);
    return judged && { ...reportOf(diagnostics(judged)), version: null, textHash: hashOf(found.text), round };
  }

  return judge;
}

/** The id is the same wherever the diagnostics are. */
export function reportOf(items: readonly Diagnostic[]): Pick<FileReport, "items" | "resultId"> {
  return { items, resultId: items.length === 0 ? CLEAN : hashOf(JSON.stringify(items)) };
}

/** A file without a report is like a clean one. */
export function resultIdOf(report: FileReport | undefined): string {
  return report?.resultId ?? CLEAN;
}
