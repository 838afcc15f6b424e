// Finds the files of the workspace that may be policies, on disk.
import { promises } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { disk } from "../disk/disk.js";
import { loadMatcher } from "../disk/ignored.js";
import { walk } from "../disk/walk.js";
import { mayHoldPolicy } from "../protocol/candidate.js";
import type { WorkspaceText } from "./workspace.js";

/** Beyond these the scan stops: ids for completion are not worth a busy disk. */
const MOST_FILES = 2_000;
const MOST_BYTES = 200_000;

/** Folders of other schemes are passed over: their files are known when they are opened. */
export async function* readWorkspace(folderUris: readonly string[]): AsyncIterable<WorkspaceText> {
  const matcher = await loadMatcher();
  for (const uri of folderUris.filter((folder) => folder.startsWith("file:"))) {
    let files = 0;
    for (const found of walk({ path: ".", place: fileURLToPath(uri) }, { disk, matcher })) {
      if (found.kind !== "file") continue;
      if (++files > MOST_FILES) break;
      const text = await promises.readFile(found.place, "utf8").catch(() => "");
      if (text.length > MOST_BYTES || !mayHoldPolicy(text)) continue;
      yield { uri: pathToFileURL(found.place).href, fileName: found.name, text };
    }
  }
}
