// Asks for a request to the policies of a document: an action, a resource, and values of the condition keys that the
// policies ask about. What can be answered, and whether it is right, is known to the server.
import { l10n } from "vscode";
import {
  REQUEST_ACTIONS_REQUEST,
  REQUEST_FAULT_REQUEST,
  REQUEST_KEYS_REQUEST,
  REQUEST_RESOURCES_REQUEST,
  type RequestActionsParams,
  type RequestChoices,
  type RequestFault,
  type RequestFaultParams,
  type RequestKey,
  type RequestKeys,
  type RequestKeysParams,
  type RequestResources,
  type RequestResourcesParams,
  type SimulateParams,
} from "../../../server/src/protocol/simulate.js";
import type { Server } from "../server.js";
import { listOf } from "../words.js";
import { choose } from "./choose.js";
import { type Answered, askAll, type Step } from "./steps.js";
import { type } from "./type.js";

/** What is given is not asked for. */
export interface GivenRequest {
  /** In a grants file, whose policies are asked. */
  readonly holder?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** Undefined when the person thinks better of it; `no-policy` where nothing can be asked. */
export async function askForRequest(
  client: Server,
  uri: string,
  given: GivenRequest,
): Promise<SimulateParams | "no-policy" | undefined> {
  const params: RequestActionsParams = { uri, ...(given.holder !== undefined && { holder: given.holder }) };
  const actions = await client.sendRequest<RequestChoices | null>(REQUEST_ACTIONS_REQUEST, params);
  if (actions === null) return "no-policy";
  let { action = "", resource } = given;
  const typed = new Map<string, string>();

  const parts = (): RequestKeysParams => ({ ...params, action, ...(resource !== undefined && { resource }) });
  const faultOf = async (fault: RequestFaultParams) =>
    (await client.sendRequest<RequestFault | null>(REQUEST_FAULT_REQUEST, fault))?.message;

  const askForAction = async (): Promise<Answered> => {
    if (given.action !== undefined) return "skipped";
    const chosen = await choose({
      ...{ title: l10n.t("Simulate a Request"), asTyped: l10n.t("as typed"), groups: actions.groups },
      placeholder: l10n.t("Which action is asked for?"),
      faultOf: (text) => faultOf({ ...params, part: "action", text }),
    });
    if (chosen === undefined || chosen === "back") return "cancelled";
    action = chosen.value;
    return "answered";
  };

  const askForResource = async (): Promise<Answered> => {
    if (given.resource !== undefined) return "skipped";
    resource = undefined;
    const asked: RequestResourcesParams = { ...params, action };
    const resources = await client.sendRequest<RequestResources | null>(REQUEST_RESOURCES_REQUEST, asked);
    if (resources === null || resources.isFixed) return "skipped";
    const chosen = await choose({
      ...{ title: l10n.t("Simulate a Request"), asTyped: l10n.t("as typed") },
      placeholder: l10n.t("On which resource is {action} asked for?", { action }),
      ...{ groups: resources.groups, goesBack: given.action === undefined },
      faultOf: (text) => faultOf({ ...params, part: "resource", text, action }),
    });
    if (chosen === undefined) return "cancelled";
    if (chosen === "back") return "back";
    resource = chosen.value;
    return "answered";
  };

  const askForKey = async ({ name, prompt, examples }: RequestKey): Promise<Answered> => {
    const answer = await type({
      ...{ prompt, value: typed.get(name) ?? "", goesBack: true },
      title: l10n.t("Simulate a Request: {key}", { key: name }),
      placeholder: examples.length > 0 ? l10n.t("For example {values}", { values: listOf(examples) }) : "",
      faultOf: (text) => faultOf({ ...parts(), part: "value", key: name, text }),
    });
    if (answer === undefined) return "cancelled";
    if (answer === "back") return "back";
    typed.set(name, answer.text);
    return "answered";
  };

  let known: { readonly of: string; readonly keys: readonly RequestKey[] } | undefined;
  const keysOf = async (asked: RequestKeysParams) => {
    const of = JSON.stringify(asked);
    if (known?.of !== of) {
      const found = await client.sendRequest<RequestKeys | null>(REQUEST_KEYS_REQUEST, asked);
      known = { of, keys: found?.keys ?? [] };
    }
    return known.keys;
  };

  const stepAt = async (at: number): Promise<Step | undefined> => {
    if (at === 0) return askForAction;
    if (at === 1) return askForResource;
    if (given.context !== undefined) return undefined;
    const key = (await keysOf(parts()))[at - 2];
    return key && (() => askForKey(key));
  };
  if (!(await askAll(stepAt))) return undefined;
  if (given.context !== undefined) return { ...parts(), context: given.context };
  return { ...parts(), context: contextOf(await keysOf(parts()), typed) };
}

/** What was typed about keys that are not asked about any more does not count. */
function contextOf(
  keys: readonly RequestKey[],
  typed: ReadonlyMap<string, string>,
): Readonly<Record<string, readonly string[]>> {
  const given = keys.flatMap(({ name, takesSeveral }) => {
    const text = typed.get(name) ?? "";
    if (text === "") return [];
    return [[name, takesSeveral ? text.split(",").map((value) => value.trim()) : [text]] as const];
  });
  return Object.fromEntries(given);
}
