// The texts of the server in the language of the editor.
import { env, l10n, Uri } from "vscode";
import type { WithTranslation } from "../../server/src/protocol/translation.js";
import { readText } from "./files.js";

/** Where this side has texts in the language of the editor, the server has some, too. */
export async function readServerTexts(extension: Uri): Promise<WithTranslation> {
  if (l10n.bundle === undefined) return {};
  const file = Uri.joinPath(extension, `server/dist/data/bundle.l10n.${env.language}.json`);
  return { translation: JSON.parse(await readText(file)) };
}
