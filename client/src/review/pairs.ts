// Which document is compared with which: by the setting and git, or by a diff editor that shows them side by side.
import { Uri, workspace } from "vscode";
import { readChoice } from "./base-choice.js";
import { type BaseResult, baseInDocument, baseInGit, nameOfUri } from "./base-text.js";
import { type Git, repositoryOf } from "./git.js";
import { diffs } from "./side-by-side.js";

/** What a document is compared with, in a form that can be kept in a URI. */
export type BaseSource =
  | { readonly kind: "git"; readonly choice: string }
  | { readonly kind: "document"; readonly uri: string };

export function readBase(git: Git | undefined, after: Uri, source: BaseSource): Promise<BaseResult> {
  if (source.kind === "git") return baseInGit(git, after, readChoice(source.choice));
  const before = Uri.parse(source.uri);
  return baseInDocument(before, nameOfUri(before, after));
}

/**
 * Git tells what the file was, as the setting says. A diff with anything but an earlier version in git was opened on
 * purpose, so its other side counts instead; and where git knows nothing, any other side does.
 */
export function sourceFor(git: Git | undefined, uri: Uri): BaseSource | undefined {
  const original = diffs().find(({ modified }) => modified.toString() === uri.toString())?.original;
  const other: BaseSource | undefined = original && { kind: "document", uri: original.toString() };
  const isOwnPast = original?.scheme === "git" && original.path === uri.path;
  if (original !== undefined && !isOwnPast) return other;
  const choice = choiceFor(uri);
  if (repositoryOf(git, uri) === undefined || choice.trim() === "") return other;
  return { kind: "git", choice };
}

export function choiceFor(uri: Uri): string {
  return workspace.getConfiguration("accessPolicy", uri).get("compareWith", "HEAD");
}
