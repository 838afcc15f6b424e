// Pages about access changes as documents that can be read only, made anew when what they are about changes.
import { Disposable, l10n, Uri, workspace } from "vscode";
import { State } from "vscode-languageclient";
import type { Ready } from "../server.js";
import { createShownPages, mayDependOn } from "../shown-pages.js";
import { emptyPage } from "./change-page.js";
import { followRepositories } from "./git.js";
import { makePage } from "./make-page.js";
import { PAGE_SCHEME, type PagedFile, type PageRequest, readPageUri, readVersionPath } from "./page-uri.js";
import { versionText } from "./version-text.js";

const PAUSE_MS = 500;

export function servePages(ready: Ready): Disposable {
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
      const client = await ready();
      return client.state === State.Stopped || client.state === State.StartFailed
        ? emptyPage("", l10n.t("the language server is not running"))
        : makePage(request, client, token);
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
      renew(
        (request) => request.kind === "files" && request.files.some((file) => isAbout(file, document.uri)),
      );
    }),
    workspace.onDidSaveTextDocument(() => renew(({ kind }) => kind === "repository")),
    followRepositories(() => renew(() => true)),
  );
}

function isAbout({ uri, base }: PagedFile, edited: Uri): boolean {
  const isBase = base?.kind === "document" && base.uri === edited.toString();
  return isBase || mayDependOn(Uri.parse(uri), edited);
}
