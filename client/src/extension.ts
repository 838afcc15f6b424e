// What the extension does on every platform: waits for a document that could be a policy, then starts
// the language server and shows its state. The entry file of a platform says how a client is made there.
import { commands, type ExtensionContext, extensions, window, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import {
  type ClientCommands,
  EXPLAIN,
  OPEN_CHECK_PAGE,
  SET_LEVEL,
  SHOW_ACCESS_CHANGES,
  SUGGEST_AGAIN,
  SUPPRESS,
} from "../../server/src/protocol/client-commands.js";
import type { JsonValidation } from "../../server/src/protocol/json-validation.js";
import type { WithTranslation } from "../../server/src/protocol/translation.js";
import { onFirstCandidate } from "./candidates.js";
import { registerCheckWorkspace } from "./commands/check-workspace.js";
import { registerCompareAccessWith } from "./commands/compare-access-with.js";
import { registerExpandWildcard } from "./commands/expand-wildcard.js";
import { registerExplain } from "./commands/explain.js";
import { registerNewPolicy } from "./commands/new-policy.js";
import { registerOpenCheckPage } from "./commands/open-check-page.js";
import { registerRestartServer } from "./commands/restart-server.js";
import { registerSetLevel } from "./commands/set-level.js";
import { registerShowAccessChanges } from "./commands/show-access-changes.js";
import { registerShowOutput } from "./commands/show-output.js";
import { registerSimulate } from "./commands/simulate.js";
import { registerSuppress } from "./commands/suppress.js";
import { createErrorHandler } from "./error-handler.js";
import { serveFiles } from "./files.js";
import { createPages } from "./pages.js";
import { followBases } from "./review/follow-bases.js";
import { servePages } from "./review/pages.js";
import type { Ready } from "./server.js";
import { showStatus } from "./status.js";

export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What our tests, and other extensions, may ask of the running extension. */
export interface AccessPolicyExtension {
  /** The client once a document needed one, undefined until then. */
  client(): BaseLanguageClient | undefined;
}

/** No URI scheme is named: both sides of a diff, untitled texts and virtual folders get the same service. */
const documentSelector = ["access-policy", "access-grants", "json", "jsonc"].map((language) => ({
  language,
}));

/** What the server may offer to be carried out here. */
const CLIENT_COMMANDS: ClientCommands = {
  commands: [EXPLAIN, OPEN_CHECK_PAGE, SET_LEVEL, SHOW_ACCESS_CHANGES, SUGGEST_AGAIN, SUPPRESS],
};

/** VS Code's own extension for JSON tells the faults of JSON, unless it is turned off. */
function jsonValidation(): JsonValidation {
  const isThere = extensions.getExtension("vscode.json-language-features") !== undefined;
  return { validatesJson: isThere && workspace.getConfiguration("json").get("validate.enable") !== false };
}

export function start(
  context: ExtensionContext,
  createClient: CreateClient,
  readTranslation: () => Promise<WithTranslation> = async () => ({}),
): AccessPolicyExtension {
  const output = window.createOutputChannel("Access Policy", { log: true });
  let client: BaseLanguageClient | undefined;

  const startClient: Ready = async () => {
    const created = createClient({
      documentSelector,
      initializationOptions: { ...CLIENT_COMMANDS, ...(await readTranslation()), ...jsonValidation() },
      outputChannel: output,
      errorHandler: createErrorHandler(output),
      diagnosticPullOptions: { onChange: true, onTabs: true },
    });
    client = created;
    context.subscriptions.push(
      created,
      serveFiles(created, context.extensionUri),
      showStatus(created, documentSelector),
      followBases(created),
    );
    // Menus of all files offer what is about policies only where there are some.
    void commands.executeCommand("setContext", "accessPolicy.active", true);
    try {
      await created.start();
    } catch (error) {
      output.error(`The language server did not start: ${error instanceof Error ? error.message : error}`);
    }
    return created;
  };

  let starting: ReturnType<Ready> | undefined;
  /** A command may need the server before a policy is open. */
  const ready: Ready = () => {
    starting ??= startClient();
    return starting;
  };
  const pages = createPages(ready);

  context.subscriptions.push(
    output,
    pages,
    servePages(ready),
    registerCheckWorkspace(ready),
    registerCompareAccessWith(),
    registerExpandWildcard(ready),
    registerExplain(ready, pages),
    registerNewPolicy(ready),
    registerSimulate(ready, pages),
    onFirstCandidate(ready),
    registerOpenCheckPage(context.extensionUri),
    registerRestartServer(() => client, ready),
    registerSetLevel(() => client),
    registerShowAccessChanges(),
    registerShowOutput(output),
    registerSuppress(() => client),
  );
  return { client: () => client };
}
