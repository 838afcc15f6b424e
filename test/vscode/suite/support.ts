// What the suites share: opening documents of the workspace, and waiting for what the editor reports.
// Everything waits for an event; nothing waits for time to pass.
import * as assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import * as vscode from "vscode";

/** What the tests use of the extension's own interface, written down without importing its code. */
export interface Extension {
  client(): { serverProcess?: ChildProcess; readonly state: number } | undefined;
}

export function workspaceUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "the suites run in a workspace folder");
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceUri(name)));
}

export async function openUntitled(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

export function extension(): vscode.Extension<Extension> {
  const found = vscode.extensions.getExtension<Extension>("access-policy.access-policy");
  assert.ok(found, "the extension is installed");
  return found;
}

/** Waits until `look` gives something else than undefined, looking again at every event. */
export function until<Value>(
  what: string,
  event: vscode.Event<unknown>,
  look: () => Value | undefined,
): Promise<Value> {
  return new Promise((settle, fail) => {
    const now = look();
    if (now !== undefined) {
      settle(now);
      return;
    }
    const listening = event(() => {
      const value = look();
      if (value !== undefined) {
        clearTimeout(limit);
        listening.dispose();
        settle(value);
      }
    });
    const limit = setTimeout(() => {
      listening.dispose();
      fail(new Error(`waited in vain for ${what}`));
    }, 15_000);
  });
}

/**
 * Waits until the ids of a document's findings are exactly these, in the order of the text. What is said of a change
 * follows every edit of a file that git knows; the suite about reviews looks at it.
 */
export async function findings(uri: vscode.Uri, ids: readonly string[]): Promise<vscode.Diagnostic[]> {
  const present = () =>
    vscode.languages
      .getDiagnostics(uri)
      .filter((each) => each.source === "access-policy" && checkId(each) !== "access-widened")
      .sort((a, b) => a.range.start.compareTo(b.range.start));
  const what = `findings [${ids.join(", ")}] in ${uri}`;
  try {
    return await until(what, vscode.languages.onDidChangeDiagnostics, () => {
      const found = present();
      return found.map(checkId).join() === ids.join() ? found : undefined;
    });
  } catch (error) {
    throw new Error(`${what}; there are [${present().map(checkId).join(", ")}]`, { cause: error });
  }
}

function checkId({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Where a text begins, or where it ends, in a document. */
export function positionOf(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `"${text}" is in ${document.uri}`);
  return document.positionAt(start + offset);
}

export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

export async function proposalsAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return items;
}

export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

/** Replaces a text through the editor, as typing would. */
export async function replace(editor: vscode.TextEditor, old: string, text: string): Promise<void> {
  const { document } = editor;
  const range = new vscode.Range(positionOf(document, old), positionOf(document, old, old.length));
  assert.ok(await editor.edit((edit) => edit.replace(range, text)));
}

export async function codeActions(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    10,
  );
}

/** Takes the first fix that the editor offers for a finding. */
export async function applyFix(document: vscode.TextDocument, finding: vscode.Diagnostic): Promise<void> {
  const actions = await codeActions(document, finding);
  const fix = actions.find(({ edit }) => edit?.has(document.uri));
  assert.ok(fix?.edit, `one of [${actions.map(({ title }) => title).join(", ")}] changes the text`);
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
}

export async function closeAll(): Promise<void> {
  for (const { document } of vscode.window.visibleTextEditors) {
    if (document.isDirty) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    }
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}
