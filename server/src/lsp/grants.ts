// Grants files among the documents of an editor: the policies that they name, what is said of their groups, and when
// their findings have become others because a policy around them came, changed or went.
import {
  LSPErrorCodes,
  type RemoteConsole,
  ResponseError,
  type TextDocumentPositionParams,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ServedDocument } from "../features/document.js";
import { briefly } from "../features/grants/change-lens.js";
import { groupHighlights, groupReferences } from "../features/grants/mentions.js";
import { prepareGroupRename, renameGroup } from "../features/grants/rename.js";
import type { ActionAbilities } from "../features/workspace-edit.js";
import type { Documents, OpenDocuments } from "./documents.js";
import { fenced } from "./fence.js";
import { isOnDisk } from "./files-elsewhere.js";
import { pathOf } from "./paths.js";
import { type AttachedSources, isGrants } from "./serve-grants.js";
import type { WorkspaceFiles } from "./workspace-files.js";
import type { WorkspaceIds } from "./workspace-ids.js";
import { isOfWorkspace } from "./workspace-schemes.js";

export interface AttachedHost {
  readonly open: OpenDocuments;
  readonly files: WorkspaceFiles;
  /** URIs of the policies of the workspace. */
  readonly policies: () => Iterable<string>;
  /** A file is known now that was not before, or it is known that there is none. */
  readonly arrived: (uri: string) => void;
}

/** A policy counts as its editor has it, saved or not. */
export function createAttachedSources({ open, files, policies, arrived }: AttachedHost): AttachedSources {
  /** Where an editor tells of its files when it is asked: those it was asked for, and whether it has answered. */
  const asked = new Map<string, boolean>();

  function isKnown(key: string, uri: string): boolean {
    if (files.refresh === undefined || isOnDisk(uri)) return true;
    if (!asked.has(key)) {
      asked.set(key, false);
      void files.refresh([uri]).then(() => {
        asked.set(key, true);
        arrived(uri);
      });
    }
    return asked.get(key) === true;
  }

  return {
    policies,
    read(uri) {
      const path = pathOf(uri);
      const isMeant = (document: TextDocument) =>
        pathOf(document.uri) === path && isOfWorkspace(document.uri, [uri]) && !document.uri.includes("?");
      const text = open.all().find(isMeant)?.getText();
      if (text !== undefined) return { kind: "text", text };
      const key = files.keyOf(uri);
      const found = key === undefined ? undefined : files.read(key);
      if (found?.text !== undefined) return { kind: "text", text: found.text };
      if (found !== undefined) return { kind: "too-large" };
      return { kind: key !== undefined && isKnown(key, uri) ? "missing" : "unknown" };
    },
  };
}

/** In a grants file it is about its groups, elsewhere as before. */
export function withGroups(
  ids: WorkspaceIds,
  documentOf: (uri: string) => ServedDocument | undefined,
  abilities: () => ActionAbilities,
): WorkspaceIds {
  const grantsOf = ({ textDocument: { uri } }: TextDocumentPositionParams) => {
    const document = documentOf(uri);
    return document?.grants && { document, own: document.grants };
  };
  return {
    highlights(params) {
      const found = grantsOf(params);
      return found ? groupHighlights(found.document, found.own, params.position) : ids.highlights(params);
    },
    async references(params, token) {
      const found = grantsOf(params);
      if (found === undefined) return ids.references(params, token);
      return groupReferences(found.document, found.own, params.position, params.context);
    },
    prepareRename(params) {
      const found = grantsOf(params);
      if (found === undefined) return ids.prepareRename(params);
      return prepareGroupRename(found.document, found.own, params.position) ?? null;
    },
    async rename(params, token) {
      const found = grantsOf(params);
      if (found === undefined) return ids.rename(params, token);
      const renamed = renameGroup(found.document, found.own, params, abilities());
      if (renamed === undefined) return null;
      if (!("refused" in renamed)) return renamed.edit;
      return new ResponseError<void>(LSPErrorCodes.RequestFailed, renamed.refused);
    },
  };
}

export interface GrantsWatch {
  /** To be called when files or other documents have changed. */
  readonly changed: (uris: readonly string[]) => void;
  readonly stop: () => void;
}

export interface GrantsWatchHost {
  readonly console: Pick<RemoteConsole, "error">;
  readonly documents: Documents;
  readonly open: OpenDocuments;
  /** Keys of what the workspace has reports of. */
  readonly reported: () => Iterable<string>;
  /** Judges files of the workspace again. */
  readonly judge: (uris: readonly string[]) => void;
  /** The findings of an open document are others. */
  readonly tell: (document: TextDocument) => void;
  /** What is said of a change of an open document is something else. */
  readonly tellChange: () => void;
}

/** As the line above the document says it. */
function changeOf(document: ServedDocument | undefined): string | undefined {
  const change = document?.grants?.change?.();
  return change && briefly(change);
}

/** Who types in a policy is not disturbed. */
const PAUSE_MS = 300;

export function createGrantsWatch({
  console,
  documents,
  open,
  reported,
  judge,
  tell,
  tellChange,
}: GrantsWatchHost): GrantsWatch {
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function lookAgain(): void {
    waiting = undefined;
    const opened = open.all().filter(isGrants);
    const found = ({ uri }: TextDocument) => JSON.stringify(documents.judge(uri)?.findings());
    const changes = () => JSON.stringify(opened.map(({ uri }) => changeOf(documents.get(uri))));
    const [before, changesBefore] = [opened.map(found), changes()];
    documents.forgetGrants();
    if (changes() !== changesBefore) tellChange();
    for (const [at, document] of opened.entries()) if (found(document) !== before[at]) tell(document);
    const others = [...reported()].filter((uri) => isGrants({ uri }));
    if (others.length > 0) judge(others);
  }

  return {
    changed(uris) {
      if (waiting !== undefined || uris.every((uri) => isGrants({ uri }))) return;
      waiting = setTimeout(fenced(console, "grants", lookAgain), PAUSE_MS);
    },
    stop: () => clearTimeout(waiting),
  };
}
