// What the other policies of the workspace know: the applications and root accounts that they name.
import { type Application, type Catalog, type PolicyFile, policiesOf } from "../core/index.js";

export interface WorkspaceApplications {
  /** Replaces what is known of one file, which is looked into when somebody asks: it comes with each keystroke. */
  readonly learn: (uri: string, file: PolicyFile) => void;
  /** The same at once, so that the file need not be kept. */
  readonly read: (uri: string, file: PolicyFile) => void;
  readonly forget: (uri: string) => void;
  /** Those of `first`, then the others in the order of their ids; an application stands once. */
  readonly list: (first: readonly Application[]) => readonly Application[];
  /** Numbers of root accounts, sorted; those that own a listed application are among them. */
  readonly accounts: () => readonly string[];
}

interface Seen {
  readonly applications: readonly Application[];
  readonly accounts: readonly string[];
}

export function createWorkspaceApplications(catalog: Catalog): WorkspaceApplications {
  const byFile = new Map<string, Seen>();
  const unread = new Map<string, PolicyFile>();
  const read = (uri: string, file: PolicyFile) => {
    // What is on disk counts again, whatever was typed before.
    unread.delete(uri);
    const found = seenIn(file, catalog);
    if (found.applications.length + found.accounts.length > 0) byFile.set(uri, found);
    else byFile.delete(uri);
  };
  const readAll = () => {
    for (const [uri, file] of [...unread]) read(uri, file);
  };
  return {
    read,
    learn: (uri, file) => void unread.set(uri, file),
    forget(uri) {
      unread.delete(uri);
      byFile.delete(uri);
    },
    list(first) {
      readAll();
      const listed = new Set(first.map(({ sdkAppId }) => sdkAppId));
      const others = new Map<string, Application>();
      for (const application of [...byFile.values()].flatMap((seen) => seen.applications)) {
        if (!listed.has(application.sdkAppId)) others.set(application.sdkAppId, application);
      }
      return [...first, ...[...others.values()].sort((a, b) => a.sdkAppId.localeCompare(b.sdkAppId))];
    },
    accounts() {
      readAll();
      return [...new Set([...byFile.values()].flatMap((seen) => seen.accounts))].sort();
    },
  };
}

function seenIn(file: PolicyFile, catalog: Catalog): Seen {
  const found = new Map<string, Application>();
  const accounts = new Set<string>();
  for (const policy of policiesOf(file)) {
    const facts = catalog.of(policy.dialect);
    for (const { text } of policy.statements.flatMap(({ resources }) => resources)) {
      const reading = facts.resource(text);
      if (reading.kind !== "resource") continue;
      const account = /^uin\/(\d+)$/.exec(reading.account)?.[1];
      if (account !== undefined) accounts.add(account);
      if (reading.type !== "sdkappid" || !/^\d+$/.test(reading.path)) continue;
      found.set(reading.path, { sdkAppId: reading.path, ...(account && { account }) });
    }
  }
  return { applications: [...found.values()], accounts: [...accounts] };
}
