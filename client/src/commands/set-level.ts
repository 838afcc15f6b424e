// The command behind "Set the level of … for the project": asks for the level, and has it written into the
// project file.
import { commands, type Disposable, l10n, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { SET_LEVEL } from "../../../server/src/protocol/client-commands.js";
import { LEVELS, type UndecidedLevel } from "../../../server/src/protocol/decision.js";
import { writeDecision } from "../write-decision.js";

export function registerSetLevel(running: () => BaseLanguageClient | undefined): Disposable {
  return commands.registerCommand(SET_LEVEL, async (undecided: UndecidedLevel) => {
    const items = LEVELS.map((level) => ({ label: level }));
    const chosen = await window.showQuickPick(items, {
      title: l10n.t("Level of {check} in this project", { check: undecided.check }),
    });
    const level = LEVELS.find((known) => known === chosen?.label);
    if (level !== undefined) await writeDecision(running(), { ...undecided, level });
  });
}
