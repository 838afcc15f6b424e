// What the editor can do, as it says at the start, and what the server offers to it.
import { type InitializeParams, type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver";
import { ACTION_KINDS } from "../features/code-actions.js";
import { TRIGGER_CHARACTERS } from "../features/completion.js";
import { DIAGNOSTIC_SOURCE } from "../features/diagnostics.js";
import type { ActionAbilities } from "../features/workspace-edit.js";
import { knownCommands } from "../protocol/client-commands.js";

export interface ClientAbilities {
  readonly actions: ActionAbilities;
  /** The commands of ours that it can carry out. */
  readonly commands: ReadonlySet<unknown>;
  readonly configuration: boolean;
  readonly listDefaults: { readonly editRange: boolean; readonly data: boolean };
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly snippets: boolean;
  readonly watchedFiles: boolean;
  readonly workspaceFolders: boolean;
}

export const NO_ABILITIES: ClientAbilities = {
  actions: { createsFiles: false, documentChanges: false, resolvesEdits: false },
  commands: new Set(),
  configuration: false,
  listDefaults: { editRange: false, data: false },
  pullsDiagnostics: false,
  refreshesDiagnostics: false,
  snippets: false,
  watchedFiles: false,
  workspaceFolders: false,
};

export function readAbilities({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { textDocument, workspace } = capabilities;
  const listDefaults = textDocument?.completion?.completionList?.itemDefaults ?? [];
  return {
    actions: {
      createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
    },
    commands: knownCommands(initializationOptions),
    listDefaults: { editRange: listDefaults.includes("editRange"), data: listDefaults.includes("data") },
    configuration:
      workspace?.configuration === true && workspace.didChangeConfiguration?.dynamicRegistration === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
  };
}

export function capabilities(client: ClientAbilities): InitializeResult["capabilities"] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { resolveProvider: true, triggerCharacters: [...TRIGGER_CHARACTERS] },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [...ACTION_KINDS], resolveProvider: client.actions.resolvesEdits },
    documentSymbolProvider: { label: "Access Policy" },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: DIAGNOSTIC_SOURCE,
        // What a project file changes is told by a refresh, so that no edit makes an editor ask about all others.
        interFileDependencies: false,
        workspaceDiagnostics: true,
      },
    }),
  };
}
