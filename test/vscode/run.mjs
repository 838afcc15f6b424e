// Runs the suites in a real VS Code, through @vscode/test-electron.
// Usage: node test/vscode/run.mjs [--vsix FILE]: the sources, or the packaged extension, installed as a person would.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from "@vscode/test-electron";
import { chooseVsCode } from "./choose.mjs";
import { changed, committed } from "./policies.mjs";
import { createWorkspace } from "./workspace.mjs";

const root = resolve(import.meta.dirname, "..", "..");
const { values } = parseArgs({ options: { vsix: { type: "string" } } });

// The temporary name is short because VS Code puts sockets into it, whose paths may not be long.
const scratch = mkdtempSync(join(tmpdir(), "ap-"));
const workspace = createWorkspace(committed, changed);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    remove();
    process.exit(130);
  });
}
try {
  const chosen = await chooseVsCode();
  console.log(`${values.vsix ? `The packaged ${values.vsix}` : "The sources"} in ${chosen.name}`);
  const executable = chosen.executable ?? (await downloadAndUnzipVSCode());
  const profile = [
    `--user-data-dir=${join(scratch, "user")}`,
    `--extensions-dir=${join(scratch, "extensions")}`,
  ];
  if (values.vsix) {
    install(executable, chosen.executable === undefined, [
      ...profile,
      "--install-extension",
      resolve(values.vsix),
    ]);
  }
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: values.vsix ? emptyExtension() : root,
    extensionTestsPath: join(root, "out", "test", "vscode", "suite", "index.js"),
    launchArgs: [workspace.folder, ...profile],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  remove();
}

function remove() {
  workspace.remove();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
}

/** A desktop has a command-line program beside the window's; the stand-in is both.
 * @param {string} executable @param {boolean} isDesktop @param {string[]} words */
function install(executable, isDesktop, words) {
  const [program = executable, ...first] = isDesktop
    ? resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true })
    : [executable];
  const done = spawnSync(program, [...first, ...words], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    throw new Error(`${values.vsix} could not be installed`);
  }
}

/** VS Code runs a suite only beside an extension under development; this one has nothing in it. */
function emptyExtension() {
  const folder = join(scratch, "nothing");
  mkdirSync(folder);
  const manifest = { name: "nothing", publisher: "test", version: "0.0.0", engines: { vscode: "*" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}
