// The command behind "Suppress … here" and "… in this file": asks why, and has the answer written into the
// project file.
import { commands, type Disposable, l10n, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { SUPPRESS } from "../../../server/src/protocol/client-commands.js";
import type { UndecidedSuppression } from "../../../server/src/protocol/decision.js";
import { writeDecision } from "../write-decision.js";

export function registerSuppress(running: () => BaseLanguageClient | undefined): Disposable {
  return commands.registerCommand(SUPPRESS, async (undecided: UndecidedSuppression, given?: string) => {
    const reason = given ?? (await askForReason(undecided.check));
    if (reason !== undefined) await writeDecision(running(), { ...undecided, reason });
  });
}

/** Undefined when the person thinks better of it. */
function askForReason(check: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t("Suppress {check}", { check }),
    prompt: l10n.t("Why is it all right? The reason stands in the project file, for those who come later."),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? l10n.t("A reason is needed") : undefined),
  });
}
