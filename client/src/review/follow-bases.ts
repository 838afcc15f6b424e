// Tells the server with what each open policy or grants file is compared, and again when that changes: with a commit,
// another branch, another setting, a diff that is opened. Findings and the line above the policy follow from it.
import { Disposable, type TextDocument, type Uri, window, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { isProjectFileName } from "../../../server/src/protocol/candidate.js";
import { BASE_NOTIFICATION, type BaseParams, type BaseText } from "../../../server/src/protocol/compare.js";
import { isCandidate } from "../candidates.js";
import { withAttached } from "./attached-texts.js";
import { readChoice } from "./base-choice.js";
import { isBase, type KnownVersion, type NoBase, previousUri, textIn, versionOf } from "./base-text.js";
import { followRepositories, type Git, repositoryOf } from "./git.js";
import { type BaseSource, readBase, sourceFor } from "./pairs.js";

/** Many events come at once: a commit changes HEAD, the index and the working tree. */
const PAUSE_MS = 100;

export function followBases(client: BaseLanguageClient): Disposable {
  /** What the server was told, and of which version it is the text. */
  const told = new Map<string, { readonly base: BaseText | null; readonly id: string | undefined }>();
  /** What documents of a diff are compared with. */
  let otherSides: ReadonlySet<string> = new Set();
  let git: Git | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let round = Promise.resolve();
  let isOver = false;

  const soon = (pause = PAUSE_MS) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      // One after another, so that what was asked later is told later.
      round = round.then(tellAll).catch(() => {});
    }, pause);
  };

  async function tellAll(): Promise<void> {
    if (isOver || client.state !== State.Running) return;
    const versions = new Map<string, Promise<KnownVersion | NoBase>>();
    const documents = workspace.textDocuments.filter(isCompared);
    otherSides = new Set(documents.flatMap(({ uri }) => otherSideOf(sourceFor(git, uri))));
    for (const document of documents) await tell(document, versions);
  }

  async function tell(
    document: TextDocument,
    versions: Map<string, Promise<KnownVersion | NoBase>>,
  ): Promise<void> {
    const uri = document.uri.toString();
    const known = told.get(uri);
    const source = sourceFor(git, document.uri);
    const { base, id } =
      source === undefined ? NOTHING : await look(document.uri, source, known?.id, versions);
    if (isOver || document.isClosed || (id !== undefined && id === known?.id)) return;
    told.set(uri, { base, id });
    const before = known?.base ?? null;
    if (JSON.stringify(before) === JSON.stringify(base)) return;
    const params: BaseParams = { uri: client.code2ProtocolConverter.asUri(document.uri), base };
    await client.sendNotification(BASE_NOTIFICATION, params);
  }

  /** A commit is asked once for all documents, and its texts never change. */
  async function look(
    uri: Uri,
    source: BaseSource,
    knownId: string | undefined,
    versions: Map<string, Promise<KnownVersion | NoBase>>,
  ): Promise<{ readonly base: BaseText | null; readonly id: string | undefined }> {
    const repository = source.kind === "git" ? repositoryOf(git, uri) : undefined;
    if (repository === undefined || source.kind !== "git") {
      const base = await readBase(git, uri, source);
      return { base: isBase(base) ? await withAttached(client, uri, base) : null, id: undefined };
    }
    const key = `${repository.rootUri} ${source.choice}`;
    const asked = versions.get(key) ?? versionOf(repository, readChoice(source.choice));
    versions.set(key, asked);
    const version = await asked;
    if ("reason" in version) return NOTHING;
    const previous = previousUri(repository, uri);
    // Git may find out later that a file has been renamed.
    const id = version.id && `${version.name} ${version.id} ${previous ?? ""}`;
    if (id !== undefined && id === knownId) return { base: null, id };
    return { base: await withAttached(client, uri, await textIn(repository, version, uri, previous)), id };
  }

  const listening = [
    client.onDidChangeState(({ newState }) => {
      // A server that was started again knows nothing.
      if (newState !== State.Running) return;
      told.clear();
      soon(0);
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (isCompared(document)) soon(0);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => void told.delete(uri.toString())),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && otherSides.has(document.uri.toString())) soon();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("accessPolicy.compareWith")) soon();
    }),
    window.tabGroups.onDidChangeTabs(() => soon()),
    followRepositories((found) => {
      git = found;
      soon();
    }),
  ];
  soon(0);

  return new Disposable(() => {
    isOver = true;
    clearTimeout(waiting);
    for (const each of listening) each.dispose();
  });
}

const NOTHING = { base: null, id: undefined };

function isCompared(document: TextDocument): boolean {
  return !isProjectFileName(document.uri.path) && isCandidate(document);
}

function otherSideOf(source: BaseSource | undefined): string[] {
  return source?.kind === "document" ? [source.uri] : [];
}
