// Stands for the editor where tests look at the editor's side of the extension outside of an editor: as much of it as
// puts texts into another language. Whoever needs more makes it up.
import { t } from "@vscode/l10n";

export const l10n = { t };
