// The command "Show Access Changes": what a policy, or all that has changed in a repository, allows more and less than
// the version that the setting names. The page opens beside the editor.
import { commands, type Disposable, window } from "vscode";
import { SHOW_ACCESS_CHANGES } from "../../../server/src/protocol/client-commands.js";
import { findGit } from "../review/git.js";
import { showPage } from "../review/pages.js";
import { choiceFor, sourceFor } from "../review/pairs.js";
import { rootOf, targetsOf } from "../review/targets.js";

export function registerShowAccessChanges(): Disposable {
  return commands.registerCommand(SHOW_ACCESS_CHANGES, async (...given: unknown[]) => {
    const root = rootOf(given);
    if (root !== undefined) {
      await showPage({ kind: "repository", root: root.toString(), choice: choiceFor(root) || "HEAD" });
      return;
    }
    const targets = targetsOf(given);
    if (targets.length === 0) {
      window.showInformationMessage(TEXTS.noTarget);
      return;
    }
    const git = await findGit();
    const files = targets.map((uri) => {
      const base = sourceFor(git, uri);
      // Without git, the page says so.
      return { uri: uri.toString(), base: base ?? ({ kind: "git", choice: choiceFor(uri) } as const) };
    });
    await showPage({ kind: "files", files });
  });
}

const TEXTS = { noTarget: "Open a policy to see what has changed in it" } as const;
