// Pages about access changes as documents that can be read only, shown by VS Code's own Markdown preview, and made anew
// when what they are about changes.
import {
  type CancellationToken,
  commands,
  Disposable,
  EventEmitter,
  TabInputWebview,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { emptyPage } from "./change-page.js";
import { findGit } from "./git.js";
import { makePage } from "./make-page.js";
import { PAGE_SCHEME, type PageRequest, pageUri, readPageUri, readVersionPath } from "./page-uri.js";
import { versionText } from "./version-text.js";

/** Who types does not want to read along. */
const PAUSE_MS = 500;

/** `client` starts the server where nothing has done so yet. */
export function servePages(client: () => Promise<BaseLanguageClient | undefined>): Disposable {
  const changed = new EventEmitter<Uri>();
  /** What was last given for the pages that were shown. */
  const given = new Map<string, string>();
  const reopened = new Set<string>();
  const stale = new Set<string>();
  const listening: Disposable[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  async function provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
    const request = readPageUri(uri);
    if (request === undefined) return emptyPage("", REASONS.unknownPage);
    const version = readVersionPath(uri);
    if (version !== undefined) return (await versionText(request, version)) ?? "";
    const key = uri.toString();
    const last = given.get(key);
    if (reopened.delete(key) && last !== undefined) return last;
    const running = await client();
    const page =
      running === undefined ? emptyPage("", REASONS.noServer) : await makePage(request, running, token);
    if (!token.isCancellationRequested) given.set(key, page);
    return page;
  }

  const look = (isConcerned: (request: PageRequest) => boolean) => {
    for (const key of given.keys()) {
      const request = readPageUri(Uri.parse(key));
      if (request !== undefined && isConcerned(request)) stale.add(key);
    }
    if (stale.size === 0) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void refresh(), PAUSE_MS);
  };

  async function refresh(): Promise<void> {
    const keys = [...stale];
    stale.clear();
    if (!hasPreview()) given.clear();
    for (const key of keys.filter((each) => given.has(each))) {
      const uri = Uri.parse(key);
      if (!workspace.textDocuments.some((document) => document.uri.toString() === key)) {
        // The editor forgets documents that only a preview shows, and tells a preview of changes only: so what it shows
        // comes back first.
        reopened.add(key);
        await workspace.openTextDocument(uri);
      }
      changed.fire(uri);
    }
  }

  listening.push(
    changed,
    workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent,
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (given.size === 0 || contentChanges.length === 0 || document.uri.scheme === PAGE_SCHEME) return;
      const uri = document.uri.toString();
      look((request) => request.kind === "files" && request.files.some((file) => isAbout(file, uri)));
    }),
    workspace.onDidSaveTextDocument(() => look(({ kind }) => kind === "repository")),
  );
  void findGit().then((git) => {
    if (isOver || git === undefined) return;
    const follow = ({ state }: (typeof git.repositories)[number]) =>
      void listening.push(state.onDidChange(() => look(() => true)));
    git.repositories.forEach(follow);
    listening.push(git.onDidOpenRepository(follow));
  });

  return new Disposable(() => {
    isOver = true;
    clearTimeout(waiting);
    for (const each of listening) each.dispose();
  });
}

export async function showPage(request: PageRequest): Promise<void> {
  const page = pageUri(request);
  try {
    await commands.executeCommand("markdown.showPreviewToSide", page);
  } catch {
    // Whoever has turned previews off reads the text.
    await window.showTextDocument(page, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  }
}

function hasPreview(): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith("markdown.preview")),
  );
}

function isAbout(
  { uri, base }: Extract<PageRequest, { kind: "files" }>["files"][number],
  changed: string,
): boolean {
  return uri === changed || (base?.kind === "document" && base.uri === changed);
}

const REASONS = {
  unknownPage: "the address says nothing about what to compare",
  noServer: "the language server is not running",
} as const;
