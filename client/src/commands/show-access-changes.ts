// The command "Show Access Changes": what a policy, or all that has changed in a repository, allows more and less than
// the version that the setting names. The page opens beside the editor.
import { commands, type Disposable, l10n, window } from "vscode";
import { SHOW_ACCESS_CHANGES } from "../../../server/src/protocol/client-commands.js";
import { findGit } from "../review/git.js";
import { pageUri } from "../review/page-uri.js";
import { choiceFor, sourceFor } from "../review/pairs.js";
import { rootOf, targetsOf } from "../review/targets.js";
import { showPage } from "../shown-pages.js";

export function registerShowAccessChanges(): Disposable {
  return commands.registerCommand(SHOW_ACCESS_CHANGES, async (...given: unknown[]) => {
    const root = rootOf(given);
    if (root !== undefined) {
      const choice = choiceFor(root) || "HEAD";
      await showPage(pageUri({ kind: "repository", root: root.toString(), choice }));
      return;
    }
    const targets = targetsOf(given);
    if (targets.length === 0) {
      window.showInformationMessage(l10n.t("Open a policy to see what has changed in it"));
      return;
    }
    const git = await findGit();
    const files = targets.map((uri) => {
      const base = sourceFor(git, uri);
      // Without git, the page says so.
      return { uri: uri.toString(), base: base ?? ({ kind: "git", choice: choiceFor(uri) } as const) };
    });
    await showPage(pageUri({ kind: "files", files }));
  });
}
