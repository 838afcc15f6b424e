// What the other policies of the workspace know: the applications that they name.
import { type Application, type Catalog, type PolicyFile, policiesOf, readPolicyFile } from "../core/index.js";

/** Texts that may be policies, from the folders of the workspace. The platform decides how they are found. */
export type ReadWorkspace = (folderUris: readonly string[]) => AsyncIterable<WorkspaceText>;

export interface WorkspaceText {
  readonly uri: string;
  readonly fileName: string;
  readonly text: string;
}

export interface WorkspaceApplications {
  /** Replaces what is known of one file, which is looked into when somebody asks: it comes with each keystroke. */
  readonly learn: (uri: string, file: PolicyFile) => void;
  readonly forget: (uri: string) => void;
  /** Reads all folders anew; never fails: a folder that cannot be read teaches nothing. */
  readonly scan: (folderUris: readonly string[]) => Promise<void>;
  /** Those of `first`, then the others in the order of their ids; an application stands once. */
  readonly list: (first: readonly Application[]) => readonly Application[];
}

export function createWorkspaceApplications(
  catalog: Catalog,
  readWorkspace: ReadWorkspace,
): WorkspaceApplications {
  const byFile = new Map<string, readonly Application[]>();
  const unread = new Map<string, PolicyFile>();
  const read = (uri: string, file: PolicyFile) => {
    const found = applicationsOf(file, catalog);
    if (found.length > 0) byFile.set(uri, found);
    else byFile.delete(uri);
  };
  return {
    learn: (uri, file) => void unread.set(uri, file),
    forget(uri) {
      unread.delete(uri);
      byFile.delete(uri);
    },
    async scan(folderUris) {
      for await (const { uri, fileName, text } of readWorkspace(folderUris)) {
        read(uri, readPolicyFile(text, { dialects: catalog.dialects, fileName }));
      }
    },
    list(first) {
      for (const [uri, file] of unread) read(uri, file);
      unread.clear();
      const listed = new Set(first.map(({ sdkAppId }) => sdkAppId));
      const others = new Map<string, Application>();
      for (const application of [...byFile.values()].flat()) {
        if (!listed.has(application.sdkAppId)) others.set(application.sdkAppId, application);
      }
      return [...first, ...[...others.values()].sort((a, b) => a.sdkAppId.localeCompare(b.sdkAppId))];
    },
  };
}

function applicationsOf(file: PolicyFile, catalog: Catalog): Application[] {
  const found = new Map<string, Application>();
  for (const policy of policiesOf(file)) {
    const facts = catalog.of(policy.dialect);
    for (const { text } of policy.statements.flatMap(({ resources }) => resources)) {
      const reading = facts.resource(text);
      if (reading.kind !== "resource" || reading.type !== "sdkappid" || !/^\d+$/.test(reading.path)) continue;
      const account = /^uin\/(\d+)$/.exec(reading.account)?.[1];
      found.set(reading.path, { sdkAppId: reading.path, ...(account && { account }) });
    }
  }
  return [...found.values()];
}
