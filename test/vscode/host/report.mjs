// Carries the suite's own words out of the extension host: a file that grows, and a mark that the suite came to its end.
// The workbench cannot be believed alone: it reports success also when its extension host was killed.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The suite's entry knows this variable by name; see test/vscode/suite/index.ts. */
export const reportVariable = "ACCESS_POLICY_TEST_REPORT";

/** Prints what the suite writes, while it writes. */
export function openReport() {
  const folder = mkdtempSync(join(tmpdir(), "access-policy-report-"));
  const file = join(folder, "report.txt");
  writeFileSync(file, "");
  let printed = 0;
  const print = () => {
    const bytes = readFileSync(file);
    process.stdout.write(bytes.subarray(printed));
    printed = bytes.length;
  };
  const printing = setInterval(print, 100);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

  return {
    file,
    suiteEnded: () => existsSync(`${file}.done`),
    close() {
      clearInterval(printing);
      print();
    },
  };
}
