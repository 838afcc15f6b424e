// What happens when the language server dies: it is started again, and the person is told once per session.
// A server that dies over and over is left alone, and that is said too.
import { type LogOutputChannel, l10n, window } from "vscode";
import { CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient";

const restartLimit = 5;
const restartPeriod = 3 * 60_000;

let announced = false;

export function createErrorHandler(output: LogOutputChannel): ErrorHandler {
  const deaths: number[] = [];
  return {
    // A broken message is not the end of the server; if it is, `closed` hears of it.
    error: () => ({ action: ErrorAction.Continue, handled: true }),

    closed() {
      deaths.push(Date.now());
      const recent = deaths.filter((time) => Date.now() - time < restartPeriod);
      if (recent.length > restartLimit) {
        const message = l10n.t(
          "The Access Policy server stopped {count} times within {minutes} minutes and is not started again",
          { count: recent.length, minutes: restartPeriod / 60_000 },
        );
        tell("error", message, output);
        return { action: CloseAction.DoNotRestart, message, handled: true };
      }
      const message = l10n.t("The Access Policy server stopped unexpectedly and was started again");
      if (!announced) {
        announced = true;
        tell("warning", message, output);
      }
      return { action: CloseAction.Restart, message, handled: true };
    },
  };
}

/** Not waited for: the restart goes on while the message is on the screen. */
function tell(level: "warning" | "error", message: string, output: LogOutputChannel): void {
  const showOutput = l10n.t("Show Output");
  const answer =
    level === "error"
      ? window.showErrorMessage(message, showOutput)
      : window.showWarningMessage(message, showOutput);
  answer.then((choice) => {
    if (choice === showOutput) {
      output.show();
    }
  });
}
