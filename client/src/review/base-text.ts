// The text of an earlier version of a file, from git or from another document; or why there is none.
import { l10n, type TextDocument, Uri, workspace } from "vscode";
import { lastPart } from "../target.js";
import { type BaseChoice, nameOfChoice, nameOfRef } from "./base-choice.js";
import { type Change, type Git, pathInRepository, type Repository, repositoryOf } from "./git.js";

export type BaseResult = BaseVersion | NoBase;

export interface BaseVersion {
  /** As people call it. */
  readonly name: string;
  /** Null where there was no such file. */
  readonly text: string | null;
  /** Another file of the same version, by its path from the folder of this one. */
  readonly beside: (path: string) => Promise<Beside>;
}

/** Null where there was no such file, undefined for a file that has one version only. */
export type Beside = string | null | undefined;

export interface NoBase {
  /** In words for who asked. */
  readonly reason: string;
}

export function isBase(result: BaseResult): result is BaseVersion {
  return "text" in result;
}

/** A version that a repository knows by this name, for all of its files. */
export interface KnownVersion {
  readonly name: string;
  /** As git takes it; empty for the index. */
  readonly ref: string;
  /** Equal for versions with the same texts; undefined where they may change without a sign. */
  readonly id: string | undefined;
}

export async function versionOf(repository: Repository, choice: BaseChoice): Promise<KnownVersion | NoBase> {
  const name = nameOfChoice(choice);
  if (choice.kind === "nothing") return { reason: REASONS.nothing() };
  if (choice.kind === "index") return { name, ref: "", id: undefined };
  const head = repository.state.HEAD?.commit;
  if (head === undefined) return { reason: REASONS.noCommits() };
  if (choice.kind === "ref" && choice.ref === "HEAD") return { name, ref: head, id: head };
  try {
    if (choice.kind === "ref") {
      const { hash } = await repository.getCommit(choice.ref);
      return { name, ref: hash, id: hash };
    }
    const base = await repository.getMergeBase("HEAD", choice.branch);
    return base === undefined || base === ""
      ? { reason: REASONS.noMergeBase(choice.branch) }
      : { name, ref: base, id: base };
  } catch {
    return { reason: REASONS.unknown(choice.kind === "ref" ? choice.ref : choice.branch) };
  }
}

/** Git says by failing that a version has no such file. */
export async function textIn(
  repository: Repository,
  { name, ref }: KnownVersion,
  uri: Uri,
  previous: Uri | undefined = previousUri(repository, uri),
): Promise<BaseVersion> {
  for (const path of [uri, previous]) {
    const text = path && (await show(repository, ref, path));
    if (path !== undefined && typeof text === "string") {
      return { name, text, beside: besideInGit(repository, ref, path) };
    }
  }
  return { name, text: null, beside: besideInGit(repository, ref, uri) };
}

function besideInGit(repository: Repository, ref: string, uri: Uri): BaseVersion["beside"] {
  return async (path) => {
    const other = Uri.joinPath(uri, "..", path);
    const isInside = pathInRepository(repository, other) !== undefined;
    return isInside ? show(repository, ref, other) : undefined;
  };
}

async function show(repository: Repository, ref: string, { fsPath }: Uri): Promise<string | null> {
  try {
    return await repository.show(ref, fsPath);
  } catch {
    return null;
  }
}

export async function baseInGit(git: Git | undefined, uri: Uri, choice: BaseChoice): Promise<BaseResult> {
  if (choice.kind === "nothing") return { reason: REASONS.nothing() };
  if (git === undefined) return { reason: REASONS.noGit() };
  const repository = repositoryOf(git, uri);
  if (repository === undefined) return { reason: REASONS.noRepository() };
  const version = await versionOf(repository, choice);
  return "reason" in version ? version : textIn(repository, version, uri);
}

export async function baseInDocument(uri: Uri, name: string): Promise<BaseResult> {
  const text = await textAt(uri);
  return text === null ? { reason: REASONS.unread(name) } : { name, text, beside: besideDocument(uri) };
}

/** What lies beside a document, of the version of git that it is of; nobody knows it of versions of others. */
export function besideDocument(uri: Uri): BaseVersion["beside"] {
  return async (path) => {
    const other = Uri.joinPath(uri, "..", path);
    if (uri.query === "") return textAt(other);
    if (uri.scheme !== "git") return undefined;
    const version = gitQuery(uri);
    return version && textAt(other.with({ query: JSON.stringify({ ...version, path: other.fsPath }) }));
  };
}

/** Larger ones are no policies of anybody. */
const LARGEST = 10_000_000;

/** As it is in the editor, or as it is saved; null where there is no such file. */
export async function textAt(uri: Uri): Promise<string | null> {
  const open = openDocumentAt(uri);
  if (open !== undefined) return open.getText();
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > LARGEST) return null;
    return await workspace.decode(await workspace.fs.readFile(uri), { uri });
  } catch {}
  try {
    // Versions of a file have schemes that are no file systems.
    return uri.scheme === "file" ? null : (await workspace.openTextDocument(uri)).getText();
  } catch {
    return null;
  }
}

export function openDocumentAt(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** `live.policy.json`, or what git calls the version that the URI is of. */
export function nameOfUri(uri: Uri, beside: Uri): string {
  if (uri.scheme === "git") return nameOfGitUri(uri);
  if (uri.path === beside.path) return REASONS.otherSide();
  const own = lastPart(uri);
  return own === lastPart(beside) ? workspace.asRelativePath(uri) : own;
}

function nameOfGitUri(uri: Uri): string {
  const ref = gitQuery(uri)?.ref;
  if (ref === undefined) return REASONS.otherSide();
  return ref === "" || ref === "~" ? nameOfChoice({ kind: "index" }) : nameOfRef(ref);
}

/** The git extension says in the query which version it is: `{"path":"…","ref":"HEAD"}`. */
function gitQuery({ query }: Uri): { readonly ref: string } | undefined {
  try {
    const parsed: unknown = JSON.parse(query);
    if (typeof parsed !== "object" || parsed === null || !("ref" in parsed)) return undefined;
    const { ref } = parsed;
    return typeof ref === "string" ? { ...parsed, ref } : undefined;
  } catch {
    return undefined;
  }
}

/** Where a file was that has been renamed since. */
export function previousUri({ state }: Repository, uri: Uri): Uri | undefined {
  const isOf = ({ uri: now, renameUri }: Change) => (renameUri ?? now).toString() === uri.toString();
  const change = [...state.indexChanges, ...state.workingTreeChanges].find(isOf);
  const previous = change?.originalUri;
  return previous === undefined || previous.toString() === uri.toString() ? undefined : previous;
}

const REASONS = {
  nothing: () => l10n.t("the setting accessPolicy.compareWith is empty"),
  noGit: () => l10n.t("git is not available here"),
  noRepository: () => l10n.t("the file lies in no git repository that is open"),
  noCommits: () => l10n.t("the repository has no commits yet"),
  noMergeBase: (branch: string) =>
    l10n.t("the current branch and {branch} have no commit in common", { branch }),
  unknown: (ref: string) => l10n.t("the repository has no commit {ref}", { ref }),
  unread: (name: string) => l10n.t("{name} cannot be read", { name }),
  otherSide: () => l10n.t("the other side"),
};
