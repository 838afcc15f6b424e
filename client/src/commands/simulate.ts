// The command "Simulate a Request": asks for a request, and shows what the policy decides as a page beside the editor.
import { commands, type Disposable, l10n } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { SIMULATE_REQUEST, type SimulateResult } from "../../../server/src/protocol/simulate.js";
import { askForRequest, type GivenRequest } from "../ask/request.js";
import type { Pages } from "../pages.js";
import { nameOf, sayNoPolicy, targetOf } from "../target.js";

/** `given` is for key bindings, and for tests: what it has is not asked for. Comes back with the decision. */
export function registerSimulate(
  ready: () => Promise<BaseLanguageClient | undefined>,
  pages: Pages,
): Disposable {
  return commands.registerCommand("accessPolicy.simulate", async (target?: unknown, given?: GivenRequest) => {
    const document = await targetOf(target);
    const client = document && (await ready());
    if (client === undefined || document === undefined) return undefined;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const params = await askForRequest(client, uri, isGiven(given) ? given : {});
    if (params === undefined) return undefined;
    const result =
      params === "no-policy"
        ? null
        : await client.sendRequest<SimulateResult | null>(SIMULATE_REQUEST, params);
    if (params === "no-policy" || result === null) {
      sayNoPolicy(document);
      return undefined;
    }
    const name = l10n.t("{action} in {file}", { action: params.action, file: nameOf(document) });
    await pages.show(name, { method: SIMULATE_REQUEST, params });
    return result.decision;
  });
}

/** From a menu of the explorer comes the list of what is selected there. */
function isGiven(given: unknown): given is GivenRequest {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
