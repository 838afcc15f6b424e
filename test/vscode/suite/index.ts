// The entry that VS Code calls to run the suites: fails when a test fails, and when there was none.
import { appendFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import Mocha from "mocha";

/** Set by the offline host, which prints what the suite writes there; a desktop prints the console. */
const report = process.env.ACCESS_POLICY_TEST_REPORT;

export async function run(): Promise<void> {
  const print = (...words: unknown[]) =>
    report ? appendFileSync(report, `${format(...words)}\n`) : console.log(...words);
  Object.assign(Mocha.reporters.Base, { consoleLog: print });

  const mocha = new Mocha({ ui: "tdd", timeout: 20_000, color: false });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith(".test.js")) {
      mocha.addFile(join(__dirname, name));
    }
  }
  const { passes, failures, pending } = await new Promise<Mocha.Stats>((settle, fail) => {
    const runner = mocha.run(() =>
      runner.stats ? settle(runner.stats) : fail(new Error("Mocha has no figures")),
    );
  });
  print("%d passed, %d failed, %d skipped", passes, failures, pending);
  if (report) {
    // Without this mark the host does not believe that the suite came to its end.
    writeFileSync(`${report}.done`, "");
  }
  if (failures > 0 || passes === 0) {
    throw new Error(`${failures} tests failed, ${passes} passed`);
  }
}
