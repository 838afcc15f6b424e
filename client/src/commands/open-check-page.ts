// The command "Open Page of a Check": shows the page that came with the extension, so that no network is needed.
import { commands, type Disposable, env, l10n, Uri, window } from "vscode";
import { OPEN_CHECK_PAGE } from "../../../server/src/protocol/client-commands.js";
import { readText } from "../files.js";

export function registerOpenCheckPage(extensionUri: Uri): Disposable {
  return commands.registerCommand(OPEN_CHECK_PAGE, async (given?: unknown) => {
    const pages = await readPages(extensionUri);
    const id = typeof given === "string" ? given : await choose(pages);
    if (id === undefined) return;
    if (!Object.hasOwn(pages, id)) {
      window.showWarningMessage(l10n.t('There is no page about a check "{id}"', { id }));
      return;
    }
    await show(await pageOf(id, Uri.joinPath(extensionUri, "server/docs/checks")));
  });
}

/** In the language of the editor where there is one. Only reading tells: in a browser, every file has a `stat`. */
async function pageOf(id: string, folder: Uri): Promise<Uri> {
  const english = Uri.joinPath(folder, `${id}.md`);
  if (l10n.bundle === undefined) return english;
  const translated = Uri.joinPath(folder, env.language, `${id}.md`);
  try {
    await readText(translated);
    return translated;
  } catch {
    return english;
  }
}

/** Not every VS Code in a browser can show Markdown as a page. */
async function show(page: Uri): Promise<void> {
  try {
    await commands.executeCommand("markdown.showPreview", page);
  } catch {
    await window.showTextDocument(page, { preview: true });
  }
}

/** The page that lists the others. */
const LIST = "index";

type Pages = Readonly<Record<string, string>>;

/** Markdown by the id of the check. Where the extension has texts in the language of the editor, it has pages, too. */
async function readPages(extensionUri: Uri): Promise<Pages> {
  const name = l10n.bundle === undefined ? "pages.json" : `pages.${env.language}.json`;
  return JSON.parse(await readText(Uri.joinPath(extensionUri, "server/dist/data", name)));
}

async function choose(pages: Pages): Promise<string | undefined> {
  const items = Object.entries(pages)
    .filter(([id]) => id !== LIST)
    .map(([label, page]) => ({ label, detail: titleOf(page) }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Open Page of a Check"),
    placeHolder: l10n.t("Which check?"),
    matchOnDetail: true,
  });
  return chosen?.label;
}

/** The first paragraph, below the heading: the title of the check and a full stop. */
function titleOf(page: string): string {
  return page.split("\n").find((line) => line !== "" && !line.startsWith("#")) ?? "";
}
