// Finds the files of the workspace that may be policies, on disk.
import { promises } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { mayHoldPolicy } from "../protocol/candidate.js";
import type { WorkspaceText } from "./workspace.js";

/** Beyond these the scan stops: ids for completion are not worth a busy disk. */
const MOST_FILES = 2_000;
const MOST_BYTES = 200_000;

/** Folders of other schemes are passed over: their files are known when they are opened. */
export async function* readWorkspace(folderUris: readonly string[]): AsyncIterable<WorkspaceText> {
  // Loaded where it is needed: the server answers sooner at its start.
  const { glob } = await import("tinyglobby");
  for (const uri of folderUris.filter((folder) => folder.startsWith("file:"))) {
    const found = await glob(["**/*.json"], {
      cwd: fileURLToPath(uri),
      absolute: true,
      followSymbolicLinks: false,
      ignore: ["**/node_modules/**", "**/.git/**"],
    }).catch(() => []);
    for (const path of found.sort().slice(0, MOST_FILES)) {
      const text = await promises.readFile(path, "utf8").catch(() => "");
      if (text.length > MOST_BYTES || !mayHoldPolicy(text)) continue;
      yield { uri: pathToFileURL(path).href, fileName: basename(path), text };
    }
  }
}
