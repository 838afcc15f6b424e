// Works with policies in editors that are not VS Code, set up as the README says, and counts what they show.
// Usage: node test/editors/main.mjs [neovim] [emacs]. Builds nothing: `node esbuild.mjs` makes the server.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { ensureEditor } from "./install.mjs";
import { policies } from "./policies.mjs";
import { setUpOf } from "./readme.mjs";

/**
 * @typedef {object} Editor
 * @property {string} name
 * @property {string} program
 * @property {string[]} packages what Debian calls it
 * @property {() => string} heading of its set-up in the README
 * @property {string} setUp the file that the set-up is written to
 * @property {string} checks
 * @property {(checks: string) => string[]} words
 */

const SERVER = join(import.meta.dirname, "../../server/dist/server.js");
/** Far more than an editor takes; one that hangs is heard of. */
const LIMIT_MS = 60_000;

/** @type {Editor[]} */
const editors = [
  {
    name: "neovim",
    program: "nvim",
    packages: ["neovim"],
    heading: () => (isNewNeovim() ? "Neovim 0.11 or later" : "Neovim 0.7 to 0.10"),
    setUp: "init.lua",
    checks: "neovim/checks.lua",
    words: (checks) => ["--headless", "--clean", "-S", checks],
  },
  {
    name: "emacs",
    program: "emacs",
    packages: ["emacs-nox", "elpa-eglot"],
    heading: () => "Emacs",
    setUp: "init.el",
    checks: "emacs/checks.el",
    words: (checks) => ["--batch", "--no-init-file", "--load", checks],
  },
];

const asked = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;
for (const editor of editors.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const problem = ensureEditor(editor);
  if (problem === undefined) await work(editor);
  else skip(editor.name, problem);
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;

/** An editor that this machine has not, and cannot be given, says nothing about the server.
 * @param {string} name @param {string} problem */
function skip(name, problem) {
  skipped += 1;
  console.log(`SKIPPED: ${name}: ${problem}`);
}

/** It came by another way of telling it about servers. */
function isNewNeovim() {
  const { stdout } = spawnSync("nvim", ["--version"], { encoding: "utf8" });
  const [, minor = 0] = /^NVIM v0\.(\d+)/m.exec(stdout) ?? [];
  return Number(minor) >= 11;
}

/** @param {Editor} editor */
async function work({ name, program, heading, setUp, checks, words }) {
  const scratch = mkdtempSync(join(tmpdir(), `access-policy-${name}-`));
  try {
    const folder = join(scratch, "project");
    const commands = join(scratch, "bin");
    for (const each of [folder, commands]) mkdirSync(each);
    // As npm does it when the package is installed.
    symlinkSync(SERVER, join(commands, "access-policy-language-server"));
    writeFileSync(join(scratch, setUp), setUpOf(heading()));
    for (const [file, text] of Object.entries(policies)) writeFileSync(join(folder, file), text);
    const output = await run(program, words(join(import.meta.dirname, checks)), {
      cwd: folder,
      env: {
        ...process.env,
        HOME: scratch,
        XDG_CACHE_HOME: join(scratch, "cache"),
        XDG_CONFIG_HOME: join(scratch, "config"),
        XDG_STATE_HOME: join(scratch, "state"),
        XDG_DATA_HOME: join(scratch, "data"),
        PATH: commands + delimiter + process.env.PATH,
        SET_UP: join(scratch, setUp),
      },
    });
    read(name, output);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** @param {string} program @param {string[]} words @param {import("node:child_process").SpawnOptions} options */
async function run(program, words, options) {
  const child = spawn(program, words, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const limit = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
  await new Promise((settle) => child.once("close", settle).once("error", settle));
  clearTimeout(limit);
  return output;
}

/** Lines of the form `ok - diagnostics` and `not ok - hover: what it showed`, and `end` behind the last.
 * @param {string} name @param {string} output */
function read(name, output) {
  for (const line of output.split(/\r?\n/)) {
    const [, no, text] = /^(not )?ok - (.*)$/.exec(line) ?? [];
    if (text !== undefined) count({ isOk: no === undefined, text: `${name}: ${text}` });
  }
  if (!/^end$/m.test(output)) {
    count({ isOk: false, text: `${name} did not come to the end of its checks:\n${output}` });
  }
}

/** @param {{ isOk: boolean, text: string }} result */
function count({ isOk, text }) {
  console.log(`${isOk ? "✔" : "✘"} ${text}`);
  if (isOk) passed += 1;
  else failed += 1;
}
