// Asks whose policies a request is put to, in a document that says who is attached to which: the server knows whether
// it is one, and who is in it.
import { l10n } from "vscode";
import {
  REQUEST_HOLDERS_REQUEST,
  type RequestChoice,
  type RequestChoices,
  type RequestHoldersParams,
} from "../../../server/src/protocol/simulate.js";
import type { Server } from "../server.js";
import { choose } from "./choose.js";

/** Undefined when the person thinks better of it; `policies` where these are asked themselves. */
export async function askForHolder(
  client: Server,
  uri: string,
  given: string | undefined,
): Promise<RequestChoice | "policies" | "nobody" | undefined> {
  const params: RequestHoldersParams = { uri };
  const found = await client.sendRequest<RequestChoices | null>(REQUEST_HOLDERS_REQUEST, params);
  if (found === null) return "policies";
  const all = found.groups.flatMap(({ choices }) => choices);
  const known = all.find(({ value }) => value === given);
  if (known !== undefined) return known;
  if (all.length === 0) return "nobody";
  const chosen = await choose({
    ...{ title: l10n.t("Simulate a Request"), groups: found.groups },
    placeholder: l10n.t("Whose request is it?"),
  });
  if (chosen === undefined || chosen === "back") return undefined;
  return all.find(({ value }) => value === chosen.value);
}
