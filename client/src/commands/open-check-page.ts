// The command "Open Page of a Check": shows the page that came with the extension, so that no network is needed.
import { commands, type Disposable, Uri, window, workspace } from "vscode";
import { OPEN_CHECK_PAGE } from "../../../server/src/protocol/client-commands.js";

export function registerOpenCheckPage(extensionUri: Uri): Disposable {
  return commands.registerCommand(OPEN_CHECK_PAGE, async (given?: unknown) => {
    const pages = await readPages(extensionUri);
    const id = typeof given === "string" ? given : await choose(pages);
    if (id === undefined) return;
    if (!Object.hasOwn(pages, id)) {
      window.showWarningMessage(`There is no page about a check "${id}"`);
      return;
    }
    const page = Uri.joinPath(extensionUri, "server/docs/checks", `${id}.md`);
    await show(page);
  });
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
  return JSON.parse(await workspace.decode(await workspace.fs.readFile(file), { encoding: "utf8" }));
}

async function choose(pages: Pages): Promise<string | undefined> {
  const items = Object.entries(pages)
    .filter(([id]) => id !== LIST)
    .map(([label, page]) => ({ label, detail: titleOf(page) }));
  const chosen = await window.showQuickPick(items, {
    title: "Open Page of a Check",
    placeHolder: "Which check?",
    matchOnDetail: true,
  });
  return chosen?.label;
}

/** The first paragraph, below the heading. */
function titleOf(page: string): string {
  return page.split("\n").find((line) => /^\w/.test(line)) ?? "";
}
