// What the features are given beside a document: the catalog, the applications and accounts that are known, and what
// the editor can show.
import type { Application, Catalog } from "../core/index.js";
import type { ServedDocument, Services } from "../features/document.js";
import { SUGGEST_AGAIN } from "../protocol/client-commands.js";
import type { ClientAbilities } from "./abilities.js";
import type { ProjectOfDocument } from "./projects.js";
import type { Settings } from "./settings.js";
import type { WorkspaceApplications } from "./workspace-applications.js";

interface ServicesHost {
  readonly applications: Pick<WorkspaceApplications, "accounts" | "list">;
  readonly catalog: Catalog;
  readonly client: () => ClientAbilities;
  /** Names for documents that lie nowhere yet. */
  readonly firstProject: () => ProjectOfDocument | undefined;
  readonly settings: () => Settings;
}

/** Without a document, or with one that lies outside of the workspace, the first folder tells the names. */
export type ServicesOf = (document?: ServedDocument | { readonly project?: ProjectOfDocument }) => Services;

export function createServices(host: ServicesHost): ServicesOf {
  const { applications, catalog, client, firstProject, settings } = host;
  return (document) => {
    const { applications: own = [], accounts = {} } = (document?.project ?? firstProject())?.project ?? {};
    const { commands, labelDetails, listDefaults, snippets } = client();
    let known: readonly Application[] | undefined;
    return {
      catalog,
      // Few requests are about applications, and to list them takes longer than to answer the others.
      get applications() {
        known ??= applications.list(withOthers(own, settings().applications));
        return known;
      },
      accounts,
      get seenAccounts() {
        return applications.accounts();
      },
      now: Date.now,
      ...{ snippets, labelDetails, listDefaults },
      ...(commands.has(SUGGEST_AGAIN) && { suggestCommand: SUGGEST_AGAIN }),
    };
  };
}

/** An application that stands in both lists is as the first one says. */
function withOthers(first: readonly Application[], others: readonly Application[]): readonly Application[] {
  const known = new Set(first.map(({ sdkAppId }) => sdkAppId));
  return [...first, ...others.filter(({ sdkAppId }) => !known.has(sdkAppId))];
}
