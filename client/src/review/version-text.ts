// The text of a version of a policy that a page links to: what the page was made from, to be read and not changed.
import { Uri } from "vscode";
import { readChoice } from "./base-choice.js";
import { besideDocument, isBase, textAt, textIn, versionOf } from "./base-text.js";
import { findGit, repositoryAt } from "./git.js";
import { type PageRequest, readAttachedPath, type VersionPath } from "./page-uri.js";
import { readBase } from "./pairs.js";

/** Undefined where it cannot be had any more. */
export async function versionText(
  request: PageRequest,
  { side, file }: VersionPath,
): Promise<string | undefined> {
  const git = await findGit();
  if (request.kind === "files") {
    const [at, , ...rest] = file.split("/");
    const paged = request.files[Number(at)];
    if (paged === undefined) return undefined;
    const after = Uri.parse(paged.uri);
    const attached = readAttachedPath(rest);
    const now = besideDocument(after);
    if (side === "after")
      return (await (attached === undefined ? textAt(after) : now(attached))) ?? undefined;
    const base = paged.base && (await readBase(git, after, paged.base));
    if (base === undefined || !isBase(base)) return undefined;
    if (attached === undefined) return base.text ?? undefined;
    const found = await base.beside(attached);
    // What has one version only is as it is now.
    return (found === undefined ? await now(attached) : found) ?? undefined;
  }
  const repository = repositoryAt(git, request.root);
  if (repository === undefined) return undefined;
  const uri = Uri.joinPath(repository.rootUri, file);
  if (side === "after") return (await textAt(uri)) ?? undefined;
  const version = await versionOf(repository, readChoice(request.choice));
  return "reason" in version ? undefined : ((await textIn(repository, version, uri)).text ?? undefined);
}
