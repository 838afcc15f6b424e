// The command "Simulate a Request": asks for a request, and shows what the policy decides as a page beside the editor. In a
// grants file, it asks first who makes the request.
import { commands, type Disposable, l10n, window } from "vscode";
import { SIMULATE_REQUEST, type SimulateResult } from "../../../server/src/protocol/simulate.js";
import { askForHolder } from "../ask/holder.js";
import { askForRequest, type GivenRequest } from "../ask/request.js";
import type { Pages } from "../pages.js";
import type { Ready } from "../server.js";
import { nameOf, sayNoPolicy, targetOf } from "../target.js";

/** `given` is for key bindings, and for tests: what it has is not asked for. Comes back with the decision. */
export function registerSimulate(ready: Ready, pages: Pages): Disposable {
  return commands.registerCommand("accessPolicy.simulate", async (target?: unknown, given?: GivenRequest) => {
    const document = await targetOf(target);
    if (document === undefined) return undefined;
    const client = await ready();
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const request = isGiven(given) ? given : {};
    const holder = await askForHolder(client, uri, request.holder);
    if (holder === undefined) return undefined;
    if (holder === "nobody") {
      window.showWarningMessage(
        l10n.t("There are neither users nor groups in {file}", { file: nameOf(document) }),
      );
      return undefined;
    }
    const isHeld = holder !== "policies";
    const params = await askForRequest(client, uri, {
      ...request,
      ...(isHeld && { holder: holder.value }),
    });
    if (params === undefined) return undefined;
    const result =
      params === "no-policy"
        ? null
        : await client.sendRequest<SimulateResult | null>(SIMULATE_REQUEST, params);
    if (params === "no-policy" || result === null) {
      sayNoPolicy(document);
      return undefined;
    }
    const { action } = params;
    const name = isHeld
      ? l10n.t("{action} by {user}", { action, user: holder.label ?? holder.value })
      : l10n.t("{action} in {file}", { action, file: nameOf(document) });
    await pages.show(name, { method: SIMULATE_REQUEST, params });
    return result.decision;
  });
}

/** From a menu of the explorer comes the list of what is selected there. */
function isGiven(given: unknown): given is GivenRequest {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}
