// What can be gone to in the workspace by name, as it is known of each file: read with the files that are judged, and
// of open documents when somebody asks.
import type { WorkspaceSymbol } from "vscode-languageserver";
import type { IdReader } from "../core/index.js";
import type { JudgedDocument, ServedDocument } from "../features/document.js";
import {
  type FileSymbol,
  symbolsOfPolicies,
  symbolsOfProject,
  workspaceSymbols,
} from "../features/workspace-symbols.js";
import { withIds } from "./workspace-id-search.js";

export interface WorkspaceSymbolIndex {
  /** Replaces what is known of one file; `served` is absent where it is a project file. */
  readonly read: (key: string, document: JudgedDocument, served: ServedDocument | undefined) => void;
  /** The same when somebody asks: it comes with each keystroke. */
  readonly learn: WorkspaceSymbolIndex["read"];
  readonly forget: (key: string) => void;
  readonly find: (query: string) => WorkspaceSymbol[];
}

export function createWorkspaceSymbolIndex(reader: IdReader): WorkspaceSymbolIndex {
  const byFile = new Map<string, readonly FileSymbol[]>();
  const unread = new Map<string, () => void>();

  function read(key: string, document: JudgedDocument, served: ServedDocument | undefined): void {
    unread.delete(key);
    const ids = withIds(document, reader, served);
    const symbols = served ? symbolsOfPolicies(served, ids) : symbolsOfProject(ids);
    if (symbols.length > 0) byFile.set(key, symbols);
    else byFile.delete(key);
  }

  return {
    read,
    learn: (key, document, served) => void unread.set(key, () => read(key, document, served)),
    forget(key) {
      unread.delete(key);
      byFile.delete(key);
    },
    find(query) {
      for (const readNow of [...unread.values()]) readNow();
      return workspaceSymbols(query, [...byFile.values()].flat());
    },
  };
}
