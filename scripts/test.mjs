// `npm test`: everything, from a fresh clone on. All steps run even when one fails.
// The last line is "N passed, N failed, N skipped"; the exit code is 1 when anything failed.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { binary, ensurePackages, root } from "./prepare.mjs";
import { lastLineCounts, runBeside, runStep } from "./steps.mjs";

const vsix = "access-policy.vsix";
const unitReport = join(root, "out", "test", "unit.json");

// What an earlier run has built must not stand in for what this one fails to build.
for (const name of [vsix, "client/dist", "server/dist", "out/test"]) {
  rmSync(join(root, name), { recursive: true, force: true });
}

/** @type {import("./steps.mjs").Result[]} */
const results = [];
if (ensurePackages()) {
  await runAll();
} else {
  results.push({ name: "packages", passed: 0, failed: 1, skipped: 0, seconds: 0 });
}
printSummary();

async function runAll() {
  // The host is downloaded while the processor is busy with other things.
  const host = runBeside({ name: "VS Code for the tests", words: ["test/vscode/choose.mjs"] });
  results.push(await runStep({ name: "build", words: ["esbuild.mjs", "--release"] }));
  results.push(
    ...(await Promise.all([
      runBeside({ name: "lint", words: [binary("@biomejs/biome", "biome"), "ci", "."] }),
      runBeside({ name: "types", words: [binary("typescript", "tsc"), "-b"] }),
    ])),
  );
  const unitReporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
  results.push(
    await runStep({
      name: "unit",
      words: [binary("vitest"), "run", ...unitReporters],
      counts: readUnitReport,
    }),
  );
  results.push(await runStep({ name: "package", words: ["scripts/vsix.mjs", vsix] }));
  results.push(await host);

  const editors = { name: "other editors", words: ["test/editors/main.mjs"], counts: lastLineCounts };
  results.push(await runStep(editors));
  const suite = "test/vscode/run.mjs";
  results.push(await runStep({ name: "VS Code, sources", words: [suite], counts: lastLineCounts }));
  const packaged = [suite, "--vsix", vsix];
  results.push(await runStep({ name: "VS Code, packaged", words: packaged, counts: lastLineCounts }));
  const web = ["test/vscode/web/run.mjs", "--vsix", vsix];
  results.push(await runStep({ name: "VS Code, browser", words: web, counts: lastLineCounts }));
  const user = ["test/vscode/user/main.mjs", vsix];
  results.push(await runStep({ name: "user", words: user, counts: lastLineCounts }));
}

/** @returns {import("./steps.mjs").Counts | undefined} */
function readUnitReport() {
  if (!existsSync(unitReport)) {
    return undefined;
  }
  const report = JSON.parse(readFileSync(unitReport, "utf8"));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function printSummary() {
  console.log();
  for (const { name, passed, failed, skipped, seconds } of results) {
    const figures = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    console.log(
      `${failed > 0 ? "✘" : "✔"} ${name.padEnd(22)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${figures}`,
    );
  }
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ kind) =>
    results.reduce((total, result) => total + result[kind], 0);
  if (sum("failed") > 0) {
    process.exitCode = 1;
  }
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
}
