// Ends the language server of the extension under test, as a crash would.
// Only a process that runs the server's file in this run's own extensions folder is meant.
import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** @param {string} extensionsFolder */
export function killServer(extensionsFolder) {
  const listed = execFileSync("ps", ["-axww", "-o", "pid=,args="], { encoding: "utf8" });
  const pids = listed
    .split("\n")
    .filter((line) => line.includes(extensionsFolder) && line.includes(join("server", "dist", "server.js")))
    .map((line) => Number.parseInt(line, 10));
  if (pids.length !== 1) {
    throw new Error(`There is one language server; found ${pids.length}`);
  }
  for (const pid of pids) {
    process.kill(pid, "SIGKILL");
  }
}
