// Pages to read beside a policy: read-only Markdown that the server writes. The address of a page says what was asked,
// so that it can be asked again: when the policy changes, and when a window comes back.
import { Disposable, Uri, workspace } from "vscode";
import type { MarkdownResult } from "../../server/src/protocol/explain.js";
import type { Ready } from "./server.js";
import { createShownPages, mayDependOn, pageAddress, showPage } from "./shown-pages.js";

const SCHEME = "access-policy-page";

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

export function createPages(ready: Ready): Pages {
  const shown = createShownPages({
    scheme: SCHEME,
    pauseMs: PAUSE_MS,
    isPage: (address) => questionOf(address) !== undefined,
    async make(address, _, last) {
      const question = questionOf(address);
      if (question === undefined) return "";
      await workspace.openTextDocument(Uri.parse(question.params.uri));
      const client = await ready();
      const result = await client.sendRequest<MarkdownResult | null>(question.method, question.params);
      return result?.markdown ?? last ?? "";
    },
  });
  const listening = Disposable.from(
    shown,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || document.uri.scheme === SCHEME) return;
      shown.renew((page) => {
        const about = questionOf(page)?.params.uri;
        return about !== undefined && mayDependOn(Uri.parse(about), document.uri);
      });
    }),
  );
  return {
    show: (name, question, anchor = "") =>
      showPage(pageAddress(SCHEME, name, question).with({ fragment: anchor })),
    dispose: () => listening.dispose(),
  };
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
