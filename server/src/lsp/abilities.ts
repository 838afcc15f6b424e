// What the editor can do, as it says at the start, and what the server offers to it.
import {
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { ACTION_KINDS } from "../features/code-actions.js";
import { TRIGGER_CHARACTERS } from "../features/completion.js";
import { DIAGNOSTIC_SOURCE } from "../features/diagnostics.js";
import { TOKENS_LEGEND } from "../features/semantic-tokens.js";
import type { ActionAbilities } from "../features/workspace-edit.js";
import { knownCommands } from "../protocol/client-commands.js";
import { isJsonValidated } from "../protocol/json-validation.js";
import { type FormatAbilities, formatCapabilities, readFormatAbilities } from "./formatting.js";

export interface ClientAbilities {
  readonly actions: ActionAbilities;
  /** The commands of ours that it can carry out. */
  readonly commands: ReadonlySet<unknown>;
  /** Answers what its settings are. */
  readonly configuration: boolean;
  /** How many ranges it folds in one document; absent where it does not say. */
  readonly foldingLimit?: number;
  readonly labelDetails: boolean;
  readonly listDefaults: { readonly editRange: boolean; readonly data: boolean };
  readonly preparesRename: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesCodeLens: boolean;
  readonly refreshesDiagnostics: boolean;
  /** Tells of changes of settings only when it was asked to. */
  readonly registersConfiguration: boolean;
  readonly registersFormatting: FormatAbilities;
  readonly refreshesInlayHints: boolean;
  /** Where it shows Markdown as it is meant; elsewhere the marks would be read. */
  readonly showsMarkdown: { readonly hover: boolean; readonly documentation: boolean };
  readonly snippets: boolean;
  /** Somebody else tells the faults of documents that are plain JSON. */
  readonly validatesJson: boolean;
  readonly watchedFiles: boolean;
  readonly workspaceFolders: boolean;
}

export const NO_ABILITIES: ClientAbilities = {
  actions: { createsFiles: false, documentChanges: false, resolvesEdits: false },
  commands: new Set(),
  configuration: false,
  labelDetails: false,
  listDefaults: { editRange: false, data: false },
  preparesRename: false,
  pullsDiagnostics: false,
  refreshesCodeLens: false,
  refreshesDiagnostics: false,
  registersConfiguration: false,
  registersFormatting: new Set(),
  refreshesInlayHints: false,
  showsMarkdown: { hover: true, documentation: true },
  snippets: false,
  validatesJson: false,
  watchedFiles: false,
  workspaceFolders: false,
};

export function readAbilities(params: InitializeParams): ClientAbilities {
  const { capabilities, initializationOptions } = params;
  const { textDocument, workspace } = capabilities;
  const listDefaults = textDocument?.completion?.completionList?.itemDefaults ?? [];
  const foldingLimit = textDocument?.foldingRange?.rangeLimit;
  return {
    actions: {
      createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true,
    },
    commands: knownCommands(initializationOptions),
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    listDefaults: { editRange: listDefaults.includes("editRange"), data: listDefaults.includes("data") },
    configuration: workspace?.configuration === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    ...(foldingLimit !== undefined && { foldingLimit }),
    refreshesCodeLens: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFormatting: readFormatAbilities(params),
    showsMarkdown: readMarkdownAbilities(params),
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    validatesJson: isJsonValidated(initializationOptions),
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
  };
}

/** Editors that say nothing are taken to show it, as most do; what one says of hovers holds for all it is silent on. */
function readMarkdownAbilities({
  capabilities: { textDocument },
}: InitializeParams): ClientAbilities["showsMarkdown"] {
  const { hover, completion } = textDocument ?? {};
  const inHovers = hover?.contentFormat;
  const inDocumentation = completion?.completionItem?.documentationFormat ?? inHovers;
  return {
    hover: inHovers?.includes(MarkupKind.Markdown) ?? true,
    documentation: inDocumentation?.includes(MarkupKind.Markdown) ?? true,
  };
}

export function capabilities(client: ClientAbilities): InitializeResult["capabilities"] {
  return {
    // What every editor can do, and what offsets of the core are; said, because some offer others first.
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { resolveProvider: true, triggerCharacters: [...TRIGGER_CHARACTERS] },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [...ACTION_KINDS], resolveProvider: client.actions.resolvesEdits },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: { resolveProvider: true },
    semanticTokensProvider: { legend: TOKENS_LEGEND, full: { delta: true }, range: true },
    documentLinkProvider: { resolveProvider: false },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentSymbolProvider: { label: "Access Policy" },
    documentHighlightProvider: true,
    referencesProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    ...formatCapabilities(client.registersFormatting),
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
