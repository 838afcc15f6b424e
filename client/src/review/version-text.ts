// The text of a version of a policy that a page links to: what the page was made from, to be read and not changed.
import { Uri } from "vscode";
import { readChoice } from "./base-choice.js";
import { isBase, textAt, textIn, versionOf } from "./base-text.js";
import { uriInRepository } from "./changed-files.js";
import { findGit } from "./git.js";
import type { PageRequest, VersionPath } from "./page-uri.js";
import { readBase } from "./pairs.js";

/** Undefined where it cannot be had any more. */
export async function versionText(
  request: PageRequest,
  { side, file }: VersionPath,
): Promise<string | undefined> {
  const git = await findGit();
  if (request.kind === "files") {
    const paged = request.files[Number(file.split("/")[0])];
    if (paged === undefined) return undefined;
    const after = Uri.parse(paged.uri);
    if (side === "after") return (await textAt(after)) ?? undefined;
    const base = paged.base && (await readBase(git, after, paged.base));
    return base !== undefined && isBase(base) ? (base.text ?? undefined) : undefined;
  }
  const repository = git?.repositories.find(({ rootUri }) => rootUri.toString() === request.root);
  if (repository === undefined) return undefined;
  const uri = uriInRepository(repository, file);
  if (side === "after") return (await textAt(uri)) ?? undefined;
  const version = await versionOf(repository, readChoice(request.choice));
  return "reason" in version ? undefined : ((await textIn(repository, version, uri)).text ?? undefined);
}
