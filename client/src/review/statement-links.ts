// Where a link in a page leads. The Markdown preview follows links without a scheme only: one that begins with a slash
// starts at the first folder of the workspace, any other one lies beside the page.
import { type Uri, workspace } from "vscode";
import type { ComparedRange } from "../../../server/src/protocol/compare.js";

/** A document that can be changed is opened itself, anything else is shown beside the page by `versionPath`. */
export function linkTo(uri: Uri | undefined, range: ComparedRange, versionPath: string): string {
  const path = uri === undefined ? undefined : pathFromRoot(uri);
  return `${path ?? versionPath}#L${range.start.line + 1},${range.start.character + 1}`;
}

function pathFromRoot({ scheme, authority, path }: Uri): string | undefined {
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (root === undefined || root.scheme !== scheme || root.authority !== authority) return undefined;
  const from = root.path.split("/").filter((part) => part !== "");
  const to = path.split("/").filter((part) => part !== "");
  const shared = from.findIndex((part, at) => part !== to[at]);
  const same = shared < 0 ? from.length : shared;
  const up = from.slice(same).map(() => "..");
  return `/${[...up, ...to.slice(same).map(encodeURIComponent)].join("/")}`;
}
