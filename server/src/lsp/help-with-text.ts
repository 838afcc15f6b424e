// How an editor asks for help with a text: proposals, what stands under the pointer, fixes and what the text consists
// of. A part of the table in `server.ts`.
import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import type { Catalog } from "../core/index.js";
import { codeActions } from "../features/code-actions.js";
import { completion, resolveCompletion } from "../features/completion.js";
import { decisionActions } from "../features/decide.js";
import type { ServedDocument, Services } from "../features/document.js";
import { documentSymbols } from "../features/document-symbols.js";
import { expandWildcard } from "../features/expand-wildcard.js";
import { explainChecks } from "../features/explain-check.js";
import { resolveFixAll } from "../features/fix-all.js";
import { hover } from "../features/hover.js";
import { plainDocumentation, plainHover } from "../features/plain-markup.js";
import { resolveSourceAction, sourceActions } from "../features/source-actions.js";
import { OPEN_CHECK_PAGE } from "../protocol/client-commands.js";
import type { ClientAbilities } from "./abilities.js";
import { commandsThatAsk } from "./decisions.js";
import type { Documents } from "./documents.js";
import type { AskDocument, Fence } from "./fence.js";

interface HelpSurroundings {
  readonly ask: AskDocument;
  readonly catalog: Catalog;
  readonly client: () => ClientAbilities;
  readonly documents: Documents;
  readonly fence: Fence;
  readonly services: (document?: ServedDocument) => Services;
}

export function helpWithText(connection: Connection, around: HelpSurroundings): void {
  const { ask, catalog, client, documents, fence, services } = around;

  connection.onCompletion(
    ask("completion", null, (document, { position }) => completion(document, position, services(document))),
  );
  connection.onCompletionResolve((item) =>
    fence("completionItem/resolve", item, () => {
      const resolved = resolveCompletion(item, services());
      return client().showsMarkdown.documentation ? resolved : plainDocumentation(resolved);
    })(item),
  );
  connection.onHover(
    ask("hover", null, (document, { position }) => {
      const found = hover(document, position, services(document));
      return client().showsMarkdown.hover ? found : plainHover(found);
    }),
  );
  connection.onCodeAction(
    fence("codeAction", [], (params) => {
      const { uri } = params.textDocument;
      const judged = documents.judge(uri);
      if (judged === undefined) return [];
      const { actions, commands } = client();
      const served = documents.get(uri);
      const asking = commandsThatAsk(uri, commands);
      return [
        ...codeActions(judged, params, actions),
        ...(served ? sourceActions(served, params, actions, catalog) : []),
        ...(served ? decisionActions(served, params, actions, asking) : []),
        ...(served ? expandWildcard(served, params, actions, { catalog }) : []),
        ...(commands.has(OPEN_CHECK_PAGE) ? explainChecks(judged, params, OPEN_CHECK_PAGE) : []),
      ];
    }),
  );
  connection.onCodeActionResolve((action) =>
    fence("codeAction/resolve", action, () => {
      const { actions } = client();
      const fixed = resolveFixAll(action, documents.judge, actions);
      const resolved = resolveSourceAction(fixed, documents.get, actions, catalog);
      // Editors pass over an action without an edit in silence, whatever its reason is.
      if (resolved.disabled) {
        const message = resolved.disabled.reason;
        connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
      }
      return resolved;
    })(action),
  );
  connection.onDocumentSymbol(ask("documentSymbol", [], (document) => documentSymbols(document)));
}
