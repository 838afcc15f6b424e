// The command "Open Page of a Check": shows the page that came with the extension, so that no network is needed.
import { commands, type Disposable, env, l10n, Uri, window, workspace } from "vscode";
import { OPEN_CHECK_PAGE } from "../../../server/src/protocol/client-commands.js";
import type { WithTranslation } from "../../../server/src/protocol/translation.js";
import { readText } from "../files.js";
import { readServerTexts } from "../translation.js";

export function registerOpenCheckPage(extensionUri: Uri): Disposable {
  return commands.registerCommand(OPEN_CHECK_PAGE, async (given?: unknown) => {
    const pages = await readPages(extensionUri);
    const id = typeof given === "string" ? given : await choose(pages, await readServerTexts(extensionUri));
    if (id === undefined) return;
    if (!Object.hasOwn(pages, id)) {
      window.showWarningMessage(l10n.t('There is no page about a check "{id}"', { id }));
      return;
    }
    await show(await pageOf(id, Uri.joinPath(extensionUri, "server/docs/checks")));
  });
}

/** In the language of the editor where there is one. */
async function pageOf(id: string, folder: Uri): Promise<Uri> {
  const translated = Uri.joinPath(folder, env.language, `${id}.md`);
  try {
    await workspace.fs.stat(translated);
    return translated;
  } catch {
    return Uri.joinPath(folder, `${id}.md`);
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

/** Markdown by the id of the check. */
async function readPages(extensionUri: Uri): Promise<Pages> {
  const file = Uri.joinPath(extensionUri, "server/dist/data/pages.json");
  return JSON.parse(await readText(file));
}

async function choose(pages: Pages, { translation }: WithTranslation): Promise<string | undefined> {
  const items = Object.entries(pages)
    .filter(([id]) => id !== LIST)
    .map(([label, page]) => ({ label, detail: titleOf(page, translation) }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Open Page of a Check"),
    placeHolder: l10n.t("Which check?"),
    matchOnDetail: true,
  });
  return chosen?.label;
}

/** The first paragraph, below the heading: the title of the check and a full stop. */
function titleOf(page: string, translation: WithTranslation["translation"]): string {
  const paragraph = page.split("\n").find((line) => /^\w/.test(line)) ?? "";
  return translation?.[paragraph.replace(/\.$/, "")] ?? paragraph;
}
