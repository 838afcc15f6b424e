// Answers the custom requests behind the commands for authors and reviewers: explain, simulate, a new policy, and
// checking the whole workspace.
import type { Connection } from "vscode-languageserver";
import type { ServedDocument, Services } from "../features/document.js";
import type { LinkTo } from "../features/explain/links.js";
import { anchorAt, explain } from "../features/explain.js";
import { newPolicy, policyStarts, type Start } from "../features/new-policy.js";
import { type AskedDocument, askedOf, holderChoices } from "../features/simulate/asked.js";
import { actionChoices, keyChoices, resourceChoices } from "../features/simulate/choices.js";
import { faultOfPart } from "../features/simulate/faults.js";
import { simulate } from "../features/simulate.js";
import { CHECK_WORKSPACE_REQUEST, type CheckWorkspaceResult } from "../protocol/check-workspace.js";
import { EXPLAIN_REQUEST, type ExplainParams, type MarkdownResult } from "../protocol/explain.js";
import {
  NEW_POLICY_REQUEST,
  type NewPolicyParams,
  type NewPolicyResult,
  POLICY_STARTS_REQUEST,
  type PolicyStart,
  type PolicyStartsParams,
} from "../protocol/new-policy.js";
import {
  type AskedParams,
  REQUEST_ACTIONS_REQUEST,
  REQUEST_FAULT_REQUEST,
  REQUEST_HOLDERS_REQUEST,
  REQUEST_KEYS_REQUEST,
  REQUEST_RESOURCES_REQUEST,
  type RequestActionsParams,
  type RequestChoices,
  type RequestFault,
  type RequestFaultParams,
  type RequestKeys,
  type RequestKeysParams,
  type RequestResourcesParams,
  SIMULATE_REQUEST,
  type SimulateParams,
  type SimulateResult,
} from "../protocol/simulate.js";
import type { Fence } from "./fence.js";
import { fileNameOf, pathFrom } from "./paths.js";

export interface AuthoringSurroundings {
  readonly fence: Fence;
  /** Undefined for documents that are not open, or not policies. */
  readonly document: (uri: string) => ServedDocument | undefined;
  /** What is known where the document lies, whether it is there or not. */
  readonly services: (uri: string | undefined) => Services;
  readonly folders: () => readonly string[];
  /** Comes when every file of the workspace has been judged. */
  readonly checkWorkspace: () => Promise<CheckWorkspaceResult>;
}

const NOTHING_FOUND: CheckWorkspaceResult = { files: 0, errors: 0, warnings: 0 };

export function answerAuthors(connection: Connection, around: AuthoringSurroundings): void {
  const { fence, services } = around;
  /** Null for documents that are not ours. */
  const ask = <Params extends { readonly uri: string }>(
    method: string,
    answer: (document: ServedDocument, params: Params) => object | undefined,
  ) =>
    connection.onRequest(
      method,
      fence<Params, object | null>(method, null, (params) => {
        const document = around.document(params.uri);
        return (document && answer(document, params)) ?? null;
      }),
    );
  const linksTo = (uri: string) => linkTo(uri, around.folders());

  ask(EXPLAIN_REQUEST, (document, { uri, position }: ExplainParams): MarkdownResult => {
    const markdown = explain(document, fileNameOf(uri), services(uri), linksTo(uri));
    const anchor = position && anchorAt(document, position);
    return { markdown, ...(anchor !== undefined && { anchor }) };
  });
  ask(REQUEST_HOLDERS_REQUEST, (document): RequestChoices | undefined => {
    const groups = holderChoices(document);
    return groups && { groups };
  });
  /** About policies, or about all that is attached to somebody. */
  const askPolicies = <Params extends AskedParams>(
    method: string,
    answer: (document: AskedDocument, params: Params) => object | undefined,
  ) =>
    ask(method, (document, params: Params) => {
      const asked = askedOf(document, params.holder, services(params.uri).catalog, linksTo);
      return asked && answer(asked, params);
    });
  askPolicies(
    SIMULATE_REQUEST,
    (document, { uri, action, resource, context }: SimulateParams): SimulateResult =>
      simulate(document, { action, resource, context }, fileNameOf(uri), services(uri), linksTo(uri)),
  );
  askPolicies(
    REQUEST_ACTIONS_REQUEST,
    (document, { uri }: RequestActionsParams): RequestChoices | undefined => {
      const groups = actionChoices(document, services(uri));
      return groups && { groups };
    },
  );
  askPolicies(REQUEST_RESOURCES_REQUEST, (document, { uri, action }: RequestResourcesParams) =>
    resourceChoices(document, action, services(uri)),
  );
  askPolicies(REQUEST_KEYS_REQUEST, (document, params: RequestKeysParams): RequestKeys | undefined => {
    const { uri, action, resource } = params;
    const keys = keyChoices(document, { action, resource }, services(uri));
    return keys && { keys };
  });
  askPolicies(REQUEST_FAULT_REQUEST, (document, params: RequestFaultParams): RequestFault => {
    const message = faultOfPart(document, params, services(params.uri));
    return message === undefined ? {} : { message };
  });

  connection.onRequest(
    POLICY_STARTS_REQUEST,
    fence(POLICY_STARTS_REQUEST, [], ({ uri }: PolicyStartsParams): PolicyStart[] => {
      const { catalog, applications } = services(uri);
      return policyStarts(catalog, applications).map(asChoice);
    }),
  );
  connection.onRequest(
    NEW_POLICY_REQUEST,
    fence(NEW_POLICY_REQUEST, null, (params: NewPolicyParams): NewPolicyResult | null => {
      const { catalog, applications, accounts = {} } = services(params.uri);
      const [account, ...others] = Object.keys(accounts);
      // Who has one account means that one.
      const own = account !== undefined && others.length === 0 ? { account } : {};
      const chosen = params.applications.map((id) => ({
        ...own,
        ...(applications.find(({ sdkAppId }) => sdkAppId === id) ?? { sdkAppId: id }),
      }));
      const made = newPolicy(params.start, chosen, catalog);
      return made === undefined ? null : { languageId: POLICY_LANGUAGE, ...made };
    }),
  );
  connection.onRequest(
    CHECK_WORKSPACE_REQUEST,
    fence(CHECK_WORKSPACE_REQUEST, NOTHING_FOUND, around.checkWorkspace),
  );
}

const POLICY_LANGUAGE = "access-policy";

function asChoice({ applications, ...start }: Start): PolicyStart {
  if (applications === undefined) return start;
  return {
    ...start,
    applications: applications.map(({ sdkAppId, label = "", account = "" }) => ({
      sdkAppId,
      description: [label, account].filter((word) => word !== "").join(" · "),
    })),
  };
}

/** Previews of Markdown follow only paths that begin at the first folder of the workspace. */
function linkTo(uri: string, [first]: readonly string[]): LinkTo {
  const [, from, fromPath = ""] = PARTS.exec(first ?? "") ?? [];
  const [, to, toPath = ""] = PARTS.exec(uri) ?? [];
  if (from === undefined || from !== to) return () => undefined;
  const folders = fromPath.split("/").filter((name) => name !== "");
  const names = toPath.split("/").filter((name) => name !== "");
  const path = pathFrom(folders, names);
  return (line) => `/${path}#L${line}`;
}

/** The scheme with the authority, and the path. */
const PARTS = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(\/[^?#<>]*)/i;
