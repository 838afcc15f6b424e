// How an editor asks for what it shows beside a text or in its look: lines above it, hints in it, colors, links,
// folds and selections. A part of the table in `server.ts`.
import * as l10n from "@vscode/l10n";
import { type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { changeHints } from "../features/change-hints.js";
import { changeLenses } from "../features/change-lens.js";
import { codeLenses, resolveCodeLens } from "../features/code-lens.js";
import type { ServedDocument, Services } from "../features/document.js";
import { checkLinks, documentLinks } from "../features/document-links.js";
import { foldingRanges } from "../features/folding-ranges.js";
import { grantsChangeLenses } from "../features/grants/change-lens.js";
import { inlayHints, resolveInlayHint } from "../features/inlay-hints.js";
import { selectionRanges } from "../features/selection-ranges.js";
import { semanticTokens } from "../features/semantic-tokens.js";
import { EXPLAIN, SHOW_ACCESS_CHANGES } from "../protocol/client-commands.js";
import type { ClientAbilities } from "./abilities.js";
import type { Documents } from "./documents.js";
import type { AskDocument, Fence } from "./fence.js";
import { isProjectFile } from "./projects.js";
import { refreshBesideText } from "./request-refresh.js";
import type { Settings } from "./settings.js";
import { createTokenMemory } from "./token-memory.js";

interface Surroundings {
  readonly ask: AskDocument;
  readonly client: () => ClientAbilities;
  readonly documents: Documents;
  readonly fence: Fence;
  readonly services: (document?: ServedDocument) => Services;
  readonly settings: () => Settings;
}

export interface BesideText {
  readonly forget: (uri: string) => void;
  /** After a change of settings, or of what the project says: labels may be others. */
  readonly refresh: () => void;
}

export function answerBesideText(connection: Connection, around: Surroundings): BesideText {
  const { ask, client, documents, fence, services, settings } = around;
  const { inlayHint, semanticTokens: tokens } = connection.languages;
  const memory = createTokenMemory();
  const explain = () => (client().commands.has(EXPLAIN) ? EXPLAIN : undefined);

  const showChanges = () => (client().commands.has(SHOW_ACCESS_CHANGES) ? SHOW_ACCESS_CHANGES : undefined);

  connection.onCodeLens(
    ask("codeLens", [], (document) =>
      settings().codeLens
        ? [
            ...changeLenses(document, services().catalog, showChanges()),
            ...grantsChangeLenses(document, showChanges()),
            ...codeLenses(document),
          ]
        : [],
    ),
  );
  connection.onCodeLensResolve((lens) =>
    fence("codeLens/resolve", stale(), () => {
      // Others than ours have been answered when they were asked for.
      if (lens.command !== undefined) return lens;
      return resolveCodeLens(lens, documents.get, services, explain()) ?? stale();
    })(lens),
  );
  inlayHint.on(
    ask("inlayHint", [], (document, { range }) =>
      settings().inlayHints
        ? [...changeHints(document, range), ...inlayHints(document, range, services(document))]
        : [],
    ),
  );
  inlayHint.resolve((hint) =>
    fence("inlayHint/resolve", hint, () => resolveInlayHint(hint, services()))(hint),
  );
  tokens.on(
    ask("semanticTokens/full", { data: [] }, (document) =>
      memory.full(document.uri, semanticTokens(document, services(document))),
    ),
  );
  tokens.onDelta(
    ask("semanticTokens/full/delta", { data: [] }, (document, { previousResultId }) =>
      memory.since(document.uri, previousResultId, semanticTokens(document, services(document))),
    ),
  );
  tokens.onRange(
    ask("semanticTokens/range", { data: [] }, (document, { range }) => ({
      data: semanticTokens(document, services(document), range),
    })),
  );
  connection.onDocumentLinks(
    fence("documentLink", [], ({ textDocument: { uri } }) => {
      if (isProjectFile(uri)) {
        const project = documents.judge(uri);
        return project === undefined ? [] : checkLinks(project);
      }
      const document = documents.get(uri);
      return document === undefined ? [] : documentLinks(document, services(document));
    }),
  );
  connection.onFoldingRanges(
    ask("foldingRange", [], (document) => foldingRanges(document, client().foldingLimit)),
  );
  connection.onSelectionRanges(
    ask("selectionRange", [], (document, { positions }) => selectionRanges(document, positions)),
  );

  return {
    forget: memory.forget,
    refresh: () => refreshBesideText(connection, client()),
  };
}

/** The text has changed since the editor was given the lens: it asks anew. */
function stale(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, l10n.t("The document has changed"));
}
