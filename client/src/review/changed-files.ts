// Which files of a repository are others than in an earlier version, and could be policies.
import { RelativePattern, type Uri, workspace } from "vscode";
import { isGrantsFileName, isProjectFileName } from "../../../server/src/protocol/candidate.js";
import { isJsonPath } from "../candidates.js";
import type { KnownVersion } from "./base-text.js";
import type { Change, Repository } from "./git.js";

/** In the order of their paths, those that git does not know included. */
export async function changedFiles(
  repository: Repository,
  { ref }: KnownVersion,
): Promise<readonly Pick<Change, "uri" | "originalUri">[]> {
  const { state } = repository;
  // Compared with the index, the working tree is what the editor calls the changes.
  const known = ref === "" ? [] : await repository.diffWith(ref);
  const others = [...state.workingTreeChanges, ...(state.untrackedChanges ?? []), ...state.mergeChanges];
  const found = new Map<string, Pick<Change, "uri" | "originalUri">>();
  for (const { uri, originalUri, renameUri } of [...known, ...others]) {
    const now = renameUri ?? uri;
    if (found.has(now.toString()) || !mayBePolicy(now)) continue;
    found.set(now.toString(), { uri: now, originalUri });
  }
  return [...found.values()].sort((one, other) => (one.uri.path < other.uri.path ? -1 : 1));
}

/** Nobody keeps more of them. */
const MOST_GRANTS = 200;

/** Those that have not changed themselves: what they name may have. */
export async function grantsFiles(
  { rootUri }: Repository,
  changed: readonly Pick<Change, "uri">[],
): Promise<readonly Pick<Change, "uri" | "originalUri">[]> {
  const known = new Set(changed.map(({ uri }) => uri.toString()));
  const pattern = new RelativePattern(rootUri, "**/*.grants.json");
  const found = await workspace.findFiles(pattern, "**/node_modules/**", MOST_GRANTS);
  return found
    .filter((uri) => isGrantsFileName(uri.path) && !known.has(uri.toString()))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
    .map((uri) => ({ uri, originalUri: uri }));
}

function mayBePolicy({ path }: Uri): boolean {
  return isJsonPath(path) && !isProjectFileName(path);
}
