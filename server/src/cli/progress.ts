// Shows on a terminal that a long run is alive: nothing in the first second, then one line that is rewritten.
import * as l10n from "@vscode/l10n";
import type { Output, Shell } from "./shell.js";

export interface Progress {
  /** To be called for each file. */
  readonly step: () => void;
  /** Removes the line, before something else is written. */
  readonly clear: () => void;
}

const PATIENCE = 1000;
const INTERVAL = 100;
const CLEAR_LINE = "\r\u001b[2K";

export function createProgress(output: Output, now: Shell["now"]): Progress {
  let files = 0;
  let due = now() + PATIENCE;
  let visible = false;
  return {
    step() {
      files++;
      if (now() < due || output.isTTY !== true) return;
      due = now() + INTERVAL;
      visible = true;
      output.write(CLEAR_LINE + l10n.t("Checking … {files} files", { files }));
    },
    clear() {
      if (visible) output.write(CLEAR_LINE);
      visible = false;
    },
  };
}
