// Pages to read beside a policy: read-only Markdown that the server writes. The address of a page says what was asked,
// so that it can be asked again: when the policy changes, and when a window comes back.
import {
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
import type { BaseLanguageClient } from "vscode-languageclient";
import type { MarkdownResult } from "../../server/src/protocol/explain.js";

const SCHEME = "access-policy-page";

/** Who types is not disturbed. */
const PAUSE_MS = 300;

export interface Question {
  /** A custom request whose result has Markdown. */
  readonly method: string;
  readonly params: { readonly uri: string };
}

export interface Pages extends Disposable {
  /** `name` is the title of the tab, `anchor` the heading that is scrolled to. */
  readonly show: (name: string, question: Question, anchor?: string) => Promise<void>;
}

export function createPages(ready: () => Promise<BaseLanguageClient | undefined>): Pages {
  const changed = new EventEmitter<Uri>();
  /** What was last given for the pages that were shown. */
  const given = new Map<string, string>();
  const reopened = new Set<string>();
  const edited = new Set<string>();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function write(page: Uri): Promise<string> {
    const key = page.toString();
    const last = given.get(key);
    if (reopened.delete(key) && last !== undefined) return last;
    const question = questionOf(page);
    if (question === undefined) return "";
    await workspace.openTextDocument(Uri.parse(question.params.uri));
    const client = await ready();
    const result = await client?.sendRequest<MarkdownResult | null>(question.method, question.params);
    const markdown = result?.markdown ?? last ?? "";
    given.set(key, markdown);
    return markdown;
  }

  async function refresh(): Promise<void> {
    waiting = undefined;
    const sources = new Set(edited);
    edited.clear();
    if (!isAnyShown()) given.clear();
    for (const key of given.keys()) {
      const page = Uri.parse(key);
      if (!sources.has(questionOf(page)?.params.uri ?? "")) continue;
      if (!workspace.textDocuments.some(({ uri }) => uri.toString() === key)) {
        // A preview is told of changes only, so what it shows comes back first.
        reopened.add(key);
        await workspace.openTextDocument(page);
      }
      changed.fire(page);
    }
  }

  const listening = Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: write,
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (given.size === 0 || document.uri.scheme === SCHEME) return;
      edited.add(document.uri.toString());
      clearTimeout(waiting);
      waiting = setTimeout(() => void refresh(), PAUSE_MS);
    }),
  );
  return {
    async show(name, question, anchor = "") {
      const page = pageFor(name, question);
      try {
        await commands.executeCommand("markdown.showPreviewToSide", page.with({ fragment: anchor }));
      } catch {
        // Whoever has turned previews off reads the text.
        await window.showTextDocument(page, { viewColumn: ViewColumn.Beside, preserveFocus: true });
      }
    },
    dispose() {
      clearTimeout(waiting);
      listening.dispose();
    },
  };
}

/** Previews tell pages apart by their paths alone. */
function pageFor(name: string, question: Question): Uri {
  const query = JSON.stringify(question);
  const path = `/${hashOf(query)}/${name.replaceAll("/", "∕")}.md`;
  return Uri.from({ scheme: SCHEME, path, query });
}

function hashOf(text: string): string {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return (hash >>> 0).toString(36);
}

function questionOf({ query }: Uri): Question | undefined {
  try {
    const read: unknown = JSON.parse(query);
    return isQuestion(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Others can open any address: only requests of ours are sent. */
function isQuestion(read: unknown): read is Question {
  if (typeof read !== "object" || read === null || !("method" in read) || !("params" in read)) return false;
  const { method, params } = read;
  if (typeof method !== "string" || !method.startsWith("accessPolicy/")) return false;
  return typeof params === "object" && params !== null && "uri" in params && typeof params.uri === "string";
}

/** As a preview, or as text where there are no previews. */
function isAnyShown(): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) =>
      input instanceof TabInputText
        ? input.uri.scheme === SCHEME
        : input instanceof TabInputWebview && input.viewType.endsWith("markdown.preview"),
    ),
  );
}
