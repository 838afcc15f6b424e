// The entry that VS Code calls to run the suites in a browser's worker, where there is neither a disk nor a process:
// what they say is sent to whoever serves the page.
import "mocha/mocha.js";
import * as vscode from "vscode";

export async function run(): Promise<void> {
  let lines = "";
  Object.assign(Mocha.reporters.Base, {
    consoleLog: (...words: unknown[]) => {
      lines += `${format(...words)}\n`;
    },
  });
  mocha.setup({ ui: "tdd", timeout: 20_000, color: false, reporter: "spec" });
  // They say to mocha what they test as soon as they are loaded, which mocha has to be ready for.
  await import("./suites.js");

  const { passes, failures, pending } = await new Promise<Mocha.Stats>((settle, fail) => {
    const runner = mocha.run(() =>
      runner.stats ? settle(runner.stats) : fail(new Error("Mocha has no figures")),
    );
  });
  await send(`${lines}${passes} passed, ${failures} failed, ${pending} skipped\n`);
  if (failures > 0 || passes === 0) {
    throw new Error(`${failures} tests failed, ${passes} passed`);
  }
}

async function send(body: string): Promise<void> {
  const extension = vscode.extensions.getExtension("access-policy.access-policy");
  if (!extension) throw new Error("the extension is not there");
  const place = extension.extensionUri.with({ path: "/report" });
  await fetch(place.toString(true), { method: "POST", body });
}

/** Mocha writes for a console, which fills in the values. */
function format(text: unknown = "", ...values: unknown[]): string {
  return String(text).replace(/%[sdo]/g, () => String(values.shift()));
}
