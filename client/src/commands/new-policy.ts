// The command "New Policy": asks what it begins as, and for applications where it is about some, and opens the text.
import { commands, type Disposable, l10n, SnippetString, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  NEW_POLICY_REQUEST,
  type NewPolicyParams,
  type NewPolicyResult,
  POLICY_STARTS_REQUEST,
  type PolicyStart,
  type PolicyStartsParams,
} from "../../../server/src/protocol/new-policy.js";
import { choose } from "../ask/choose.js";
import type { Ready } from "../server.js";

/** What is given is not asked for. */
export interface GivenStart {
  readonly start: string;
  readonly applications?: readonly string[];
}

export function registerNewPolicy(ready: Ready): Disposable {
  return commands.registerCommand("accessPolicy.newPolicy", async (given?: GivenStart) => {
    const client = await ready();
    const place = placeIn(client);
    const starts = await client.sendRequest<PolicyStart[]>(POLICY_STARTS_REQUEST, place);
    const start = starts.find(({ id }) => id === given?.start) ?? (await chooseStart(starts));
    const applications = start && (given?.applications ?? (await chooseApplications(start)));
    if (start === undefined || applications === undefined) return;
    const params: NewPolicyParams = { ...place, start: start.id, applications };
    const made = await client.sendRequest<NewPolicyResult | null>(NEW_POLICY_REQUEST, params);
    if (made !== null) await open(made);
  });
}

/** Beside the document in front, or in the first folder: the applications of that project are offered. */
function placeIn(client: BaseLanguageClient): PolicyStartsParams {
  const document = window.activeTextEditor?.document;
  if (document !== undefined && !document.isUntitled) {
    return { uri: client.code2ProtocolConverter.asUri(document.uri) };
  }
  const folder = workspace.workspaceFolders?.[0];
  return folder === undefined
    ? {}
    : { uri: `${client.code2ProtocolConverter.asUri(folder.uri)}/new.policy.json` };
}

async function chooseStart(starts: readonly PolicyStart[]): Promise<PolicyStart | undefined> {
  const groups = new Map<string, PolicyStart[]>();
  for (const start of starts) groups.set(start.heading, [...(groups.get(start.heading) ?? []), start]);
  const chosen = await choose({
    ...{ title: l10n.t("New Policy"), placeholder: l10n.t("What shall it allow?") },
    groups: [...groups].map(([heading, members]) => ({
      heading,
      choices: members.map(({ id, label, description, detail }) => ({
        value: id,
        label,
        description,
        detail,
      })),
    })),
  });
  if (chosen === undefined || chosen === "back") return undefined;
  return starts.find(({ id }) => id === chosen.value);
}

/** None where none are known: the text has a place for one. Undefined when the person thinks better of it. */
async function chooseApplications({
  applications,
  label,
}: PolicyStart): Promise<readonly string[] | undefined> {
  if (applications === undefined || applications.length === 0) return [];
  const items = applications.map(({ sdkAppId, description }) => ({ label: sdkAppId, description }));
  const chosen = await window.showQuickPick(items, {
    ...{ title: label, canPickMany: true },
    placeHolder: l10n.t("In which applications? None: a place is left for one."),
    ...{ ignoreFocusOut: true, matchOnDescription: true },
  });
  return chosen?.map((item) => item.label);
}

async function open({ languageId, text, snippet }: NewPolicyResult): Promise<void> {
  const content = snippet === undefined ? text : "";
  const editor = await window.showTextDocument(
    await workspace.openTextDocument({ language: languageId, content }),
  );
  if (snippet !== undefined) await editor.insertSnippet(new SnippetString(snippet));
}
