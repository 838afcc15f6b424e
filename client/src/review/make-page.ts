// Makes a page about access changes: finds the versions, has the server compare them, and has it laid out.
import { type CancellationToken, l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { mayHoldPolicy } from "../../../server/src/protocol/candidate.js";
import {
  COMPARE_REQUEST,
  type CompareParams,
  type CompareResult,
} from "../../../server/src/protocol/compare.js";
import { lastPart } from "../target.js";
import { listOf } from "../words.js";
import { attachedTo, isGrantsAt, withAttached } from "./attached-texts.js";
import { nameOfChoice, readChoice } from "./base-choice.js";
import { type BaseVersion, besideDocument, isBase, textAt, textIn, versionOf } from "./base-text.js";
import type { LinkTo, Side } from "./change-items.js";
import { type ComparedFile, emptyPage, filePage, manyFilesPage, type UncomparedFile } from "./change-page.js";
import { changedFiles, grantsFiles } from "./changed-files.js";
import { findGit, type Git, pathInRepository, repositoryAt } from "./git.js";
import { inTurns } from "./in-turns.js";
import { attachedPath, type PagedFile, type PageRequest, versionPath } from "./page-uri.js";
import { readBase } from "./pairs.js";
import { linkTo } from "./statement-links.js";

/** Git and the server are asked about this many files at a time. */
const AT_ONCE = 4;
/** From this many files on, it is shown how far the work is. */
const MANY = 20;

export async function makePage(
  request: PageRequest,
  client: BaseLanguageClient,
  token: CancellationToken,
): Promise<string> {
  const git = await findGit();
  if (request.kind === "repository") return repositoryPage(request, client, git, token);
  const files = await withProgress(request.files, token, (file, at) => compareFile(file, at, client, git));
  const [first, second] = files;
  if (first !== undefined && second === undefined) {
    return "reason" in first ? emptyPage(first.path, first.reason) : filePage(first);
  }
  const compared = files.flatMap((file) => ("reason" in file ? [] : [file]));
  return manyFilesPage({
    base: listOf([...new Set(compared.map(({ base }) => base))]),
    files: compared,
    uncompared: files.flatMap((file) => ("reason" in file ? [file] : [])),
  });
}

async function compareFile(
  { uri, base: source }: PagedFile,
  at: number,
  client: BaseLanguageClient,
  git: Git | undefined,
): Promise<ComparedFile | UncomparedFile> {
  const after = Uri.parse(uri);
  const path = workspace.asRelativePath(after);
  if (source === undefined) return { path, reason: l10n.t("no earlier version of it is known") };
  const base = await readBase(git, after, source);
  if (!isBase(base)) return { path, reason: base.reason };
  const text = await textAt(after);
  const result = await ask(client, { before: base, after, text, isNamed: true });
  if (result === null) return { path, reason: l10n.t("neither version holds a policy") };
  const places = { after, before: source.kind === "document" ? Uri.parse(source.uri) : undefined };
  const file = `${at}/${lastPart(after)}`;
  const pathOf = (_: Side, attached?: string) =>
    attached === undefined ? file : `${file}/${attachedPath(attached)}`;
  return { path, result, base: base.name, linkTo: linksTo(places, pathOf) };
}

async function repositoryPage(
  { root, choice: written }: Extract<PageRequest, { kind: "repository" }>,
  client: BaseLanguageClient,
  git: Git | undefined,
  token: CancellationToken,
): Promise<string> {
  const choice = readChoice(written);
  const repository = repositoryAt(git, root);
  const name = lastPart(Uri.parse(root));
  if (repository === undefined) return emptyPage(name, l10n.t("the repository is not open"));
  const version = await versionOf(repository, choice);
  if ("reason" in version) return emptyPage(name, version.reason);
  const changed = await changedFiles(repository, version);
  const others = changed.length === 0 ? [] : await grantsFiles(repository, changed);
  const changes = [...changed, ...others];
  const compared = await withProgress(changes, token, async ({ uri, originalUri }, at) => {
    const before = await textIn(repository, version, uri, originalUri);
    const text = await textAt(uri);
    // What git leaves out has no earlier version, and is not new.
    if (at >= changed.length && before.text === null) return undefined;
    // The server need not look at other JSON files.
    const mayBeOurs = [before.text, text].some((one) => one !== null && mayHoldPolicy(one));
    if (!mayBeOurs && !isGrantsAt(uri)) return undefined;
    const result = await ask(client, { before, after: uri, text, isNamed: false });
    if (result === null || (before.text === text && result.verdict === "unchanged")) return undefined;
    const places = { after: text === null ? undefined : uri, before: undefined };
    const pathOf = (side: Side, attached?: string) => {
      const place = side === "before" ? originalUri : uri;
      const meant = attached === undefined ? uri : Uri.joinPath(place, "..", attached);
      return pathInRepository(repository, meant) ?? meant.path.slice(1);
    };
    const path = workspace.asRelativePath(uri);
    return { path, result, base: version.name, linkTo: linksTo(places, pathOf) };
  });
  const files = compared.filter((file) => file !== undefined);
  return manyFilesPage({ base: nameOfChoice(choice), files, uncompared: [] });
}

/** `places` are of the documents that can be changed; `pathOf` says where the page has the text of any other. */
function linksTo(
  places: Readonly<Record<Side, Uri | undefined>>,
  pathOf: (side: Side, attached?: string) => string,
): LinkTo {
  return (side, range, attached) => {
    const place = places[side];
    const meant = attached === undefined ? place : place && Uri.joinPath(place, "..", attached);
    return linkTo(meant, range, versionPath(side, pathOf(side, attached)));
  };
}

interface Asked {
  readonly before: BaseVersion;
  readonly after: Uri;
  readonly text: string | null;
  readonly isNamed: boolean;
}

async function ask(
  client: BaseLanguageClient,
  { before: version, after, text, isNamed }: Asked,
): Promise<CompareResult | null> {
  const uri = client.code2ProtocolConverter.asUri(after);
  const before = await withAttached(client, after, version);
  // The server reads what lies beside a file, and not what lay beside a version of it.
  const isVersion = after.query !== "" && text !== null && isGrantsAt(after);
  const files = isVersion ? await attachedTo(client, text, besideDocument(after)) : undefined;
  const params: CompareParams = {
    ...{ before, isNamed, format: "markdown" },
    after: { uri, text, ...(files && { files }) },
  };
  return client.sendRequest<CompareResult | null>(COMPARE_REQUEST, params);
}

/** In the status bar, where it disturbs nobody. */
async function withProgress<Item, Result>(
  items: readonly Item[],
  token: CancellationToken,
  work: (item: Item, at: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const isOver = () => token.isCancellationRequested;
  if (items.length < MANY) return inTurns(items, { atOnce: AT_ONCE, isOver }, work);
  return window.withProgress({ location: ProgressLocation.Window }, (progress) => {
    let done = 0;
    return inTurns(items, { atOnce: AT_ONCE, isOver }, async (item, at) => {
      const count = { done: ++done, all: items.length };
      progress.report({ message: l10n.t("Comparing access: {done} of {all} files", count) });
      return work(item, at);
    });
  });
}
