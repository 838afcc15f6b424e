// Where the parts of the offline host lie on this machine: VS Code's server, the Node that runs it, a browser.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export const versions = { "code-server": "4.139.1", node: "24.21.0" };

/** Everything that is downloaded goes here, and git does not see it. */
export const hostFolder = process.env.ACCESS_POLICY_HOST ?? join(import.meta.dirname, ".host");

const system = process.platform === "win32" ? "win" : process.platform;

/** VS Code's server needs a newer Node than the project does, so it gets one of its own from npm. */
export const nodePackage = `node-${system}-${process.arch}`;

export const nodeBinary = join(
  hostFolder,
  "node_modules",
  nodePackage,
  "bin",
  system === "win" ? "node.exe" : "node",
);

export const codeFolder = join(hostFolder, "node_modules", "code-server", "lib", "vscode");

export const serverMain = join(codeFolder, "out", "server-main.js");

/** A Chromium of the machine, or undefined. */
export function findBrowser() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const candidates = [
    ...(process.env.ACCESS_POLICY_BROWSER ? [process.env.ACCESS_POLICY_BROWSER] : []),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
  return candidates.find((file) => existsSync(file));
}
