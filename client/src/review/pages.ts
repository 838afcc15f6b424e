// Pages about access changes as documents that can be read only, made anew when what they are about changes.
import { Disposable, l10n, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isGrantsFileName } from "../../../server/src/protocol/candidate.js";
import { createShownPages } from "../shown-pages.js";
import { emptyPage } from "./change-page.js";
import { followRepositories } from "./git.js";
import { makePage } from "./make-page.js";
import { PAGE_SCHEME, type PagedFile, type PageRequest, readPageUri, readVersionPath } from "./page-uri.js";
import { versionText } from "./version-text.js";

const PAUSE_MS = 500;

/** `client` starts the server where nothing has done so yet. */
export function servePages(client: () => Promise<BaseLanguageClient | undefined>): Disposable {
  const shown = createShownPages({
    scheme: PAGE_SCHEME,
    pauseMs: PAUSE_MS,
    isPage: (address) => readPageUri(address) !== undefined && readVersionPath(address) === undefined,
    async make(address, token) {
      const request = readPageUri(address);
      if (request === undefined)
        return emptyPage("", l10n.t("the address says nothing about what to compare"));
      const version = readVersionPath(address);
      if (version !== undefined) return (await versionText(request, version)) ?? "";
      const running = await client();
      return running === undefined
        ? emptyPage("", l10n.t("the language server is not running"))
        : makePage(request, running, token);
    },
  });
  const renew = (isConcerned: (request: PageRequest) => boolean) =>
    shown.renew((page) => {
      const request = readPageUri(page);
      return request !== undefined && isConcerned(request);
    });

  return Disposable.from(
    shown,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || document.uri.scheme === PAGE_SCHEME) return;
      const uri = document.uri.toString();
      renew((request) => request.kind === "files" && request.files.some((file) => isAbout(file, uri)));
    }),
    workspace.onDidSaveTextDocument(() => renew(({ kind }) => kind === "repository")),
    followRepositories(() => renew(() => true)),
  );
}

/** Any policy may be one that a grants file names. */
function isAbout({ uri, base }: PagedFile, changed: string): boolean {
  const isAttached = isGrantsFileName(Uri.parse(uri).path) && /\.jsonc?$/i.test(Uri.parse(changed).path);
  return uri === changed || isAttached || (base?.kind === "document" && base.uri === changed);
}
