// What the suites about reviews share: git, what is told of a change, and the page about it.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "./support.js";

export interface Git {
  readonly repositories: readonly { readonly rootUri: vscode.Uri }[];
  readonly onDidOpenRepository: vscode.Event<unknown>;
  openRepository(root: vscode.Uri): Promise<unknown>;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

export async function git(): Promise<Git> {
  const extension = vscode.extensions.getExtension("vscode.git");
  assert.ok(extension);
  const api: Git = (await extension.activate()).getAPI(1);
  await until("the git repository", api.onDidOpenRepository, () => api.repositories[0]);
  return api;
}

export async function configure(compareWith: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration("accessPolicy");
  await settings.update("compareWith", compareWith, vscode.ConfigurationTarget.Global);
}

/** Waits until so many strings of a document are told to grant more. */
export async function widened(uri: vscode.Uri, count: number): Promise<readonly vscode.Diagnostic[]> {
  const present = () =>
    vscode.languages.getDiagnostics(uri).filter(({ code }) => {
      const id = typeof code === "object" ? code.value : code;
      return id === "access-widened";
    });
  return until(`${count} findings access-widened in ${uri}`, vscode.languages.onDidChangeDiagnostics, () =>
    present().length === count ? present() : undefined,
  );
}

/** The titles of the lines about a change. No event tells of them, so they are asked for until there are some. */
export async function changeLenses(uri: vscode.Uri, beginning = "vs "): Promise<readonly string[]> {
  const end = performance.now() + 15_000;
  for (;;) {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      uri,
      50,
    );
    const titles = lenses.flatMap(({ command }) =>
      command?.title.startsWith(beginning) ? [command.title] : [],
    );
    if (titles.length > 0 || performance.now() > end) return titles;
  }
}

/** The text of the page that a command opens; the address of a page says what it is about. */
export async function shownPage(about: readonly string[], show: () => Thenable<unknown>): Promise<string> {
  await show();
  const document = await until(
    `the page about ${about.join(" ")}`,
    vscode.workspace.onDidOpenTextDocument,
    () => findPage(about),
  );
  // The browser of the tests has no previews, so there the text is shown.
  const isShown = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText
      ? input.uri.toString() === document.uri.toString()
      : input instanceof vscode.TabInputWebview && input.viewType.endsWith("markdown.preview");
  await until("the page in a tab", vscode.window.tabGroups.onDidChangeTabs, () =>
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isShown)) ? true : undefined,
  );
  return document.getText();
}

/** As long as the editor keeps it. */
export function findPage(about: readonly string[]): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    ({ uri }) =>
      uri.scheme === "access-policy-changes" &&
      about.every((each) => `${uri.path} ${uri.query}`.includes(each)),
  );
}
