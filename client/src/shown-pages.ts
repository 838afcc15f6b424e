// Pages that are made when somebody wants to read them: Markdown that can be read only, shown by VS Code's own preview,
// and made anew when what they are about changes.
import {
  type CancellationToken,
  commands,
  Disposable,
  EventEmitter,
  TabInputText,
  TabInputWebview,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { isGrantsFileName } from "../../server/src/protocol/candidate.js";
import { isJsonPath } from "./candidates.js";

export interface PageKind {
  /** Of the addresses of the pages. */
  readonly scheme: string;
  /** Who types does not want to read along. */
  readonly pauseMs: number;
  /** What else has the scheme is made each time that it is asked for. */
  readonly isPage: (address: Uri) => boolean;
  /** `last` is what was last given for the page. */
  readonly make: (address: Uri, token: CancellationToken, last: string | undefined) => Promise<string>;
}

export interface ShownPages extends Disposable {
  /** Has the pages that are concerned made anew, once it is quiet. */
  readonly renew: (isConcerned: (page: Uri) => boolean) => void;
}

export function createShownPages({ scheme, pauseMs, isPage, make }: PageKind): ShownPages {
  const changed = new EventEmitter<Uri>();
  /** What was last given for the pages that were shown. */
  const given = new Map<string, string>();
  const reopened = new Set<string>();
  const stale = new Set<string>();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function provideTextDocumentContent(address: Uri, token: CancellationToken): Promise<string> {
    const key = address.toString();
    const last = given.get(key);
    if (reopened.delete(key) && last !== undefined) return last;
    stale.delete(key);
    const text = await make(address, token, last);
    if (!token.isCancellationRequested && isPage(address)) given.set(key, text);
    return text;
  }

  async function remakeStale(): Promise<void> {
    if (!isAnyShown(scheme)) {
      forgetClosed();
      return;
    }
    const keys = [...stale];
    stale.clear();
    for (const key of keys.filter((each) => given.has(each))) {
      const page = Uri.parse(key);
      if (!isOpen(key)) {
        // The editor forgets documents that only a preview shows, and tells a preview of changes only: so what it shows
        // comes back first.
        reopened.add(key);
        await workspace.openTextDocument(page);
      }
      changed.fire(page);
    }
  }

  /** The editor keeps documents for a while that nobody sees: shown again, they are told to be made anew. */
  function forgetClosed(): void {
    for (const key of [...given.keys()].filter((each) => !isOpen(each))) {
      given.delete(key);
      stale.delete(key);
    }
  }

  const remakeShown = window.tabGroups.onDidChangeTabs(() => {
    if (stale.size > 0 && isAnyShown(scheme)) remakeSoon(0);
  });

  function remakeSoon(pause: number): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => void remakeStale(), pause);
  }

  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent,
  });
  return {
    renew(isConcerned) {
      for (const key of given.keys()) if (isConcerned(Uri.parse(key))) stale.add(key);
      if (stale.size > 0) remakeSoon(pauseMs);
    },
    dispose() {
      clearTimeout(waiting);
      Disposable.from(provider, changed, remakeShown).dispose();
    },
  };
}

/** An address that says what is asked. Not every preview looks at more than the path to tell pages apart. */
export function pageAddress(scheme: string, title: string, question: object): Uri {
  const query = JSON.stringify(question);
  return Uri.from({ scheme, path: `/${hashOf(query)}/${title.replaceAll("/", "∕")}.md`, query });
}

function hashOf(text: string): string {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash >>> 0).toString(36);
}

/** Whether a page about a document may say something else when a text is edited. */
export function mayDependOn(about: Uri, edited: Uri): boolean {
  // Any policy may be one that a grants file names.
  const mayBeNamed = isGrantsFileName(about.path) && isJsonPath(edited.path);
  return mayBeNamed || about.toString() === edited.toString();
}

export async function showPage(page: Uri): Promise<void> {
  try {
    await commands.executeCommand("markdown.showPreviewToSide", page);
  } catch {
    // Whoever has turned previews off reads the text.
    await window.showTextDocument(page, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  }
}

function isOpen(key: string): boolean {
  return workspace.textDocuments.some(({ uri }) => uri.toString() === key);
}

/** As a preview, or as text where there are no previews. */
function isAnyShown(scheme: string): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) =>
      input instanceof TabInputText
        ? input.uri.scheme === scheme
        : input instanceof TabInputWebview && input.viewType.endsWith("markdown.preview"),
    ),
  );
}
