// Packs what was built into an extension package.
// Usage: node scripts/vsix.mjs FILE.vsix
import { spawnSync } from "node:child_process";
import { binary, root } from "./prepare.mjs";

const [file = "access-policy.vsix"] = process.argv.slice(2);
const options = [
  // The bundles hold all they need.
  "--no-dependencies",
  // The project has no public address yet; the pictures of the README are in the package.
  ...["--allow-missing-repository", "--no-rewrite-relative-links"],
  ...["--out", file],
];
const words = [binary("@vscode/vsce", "vsce"), "package", ...options];
process.exitCode = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" }).status ?? 1;
