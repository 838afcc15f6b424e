// What `--fix --dry-run` prints: the changes as a unified diff, which `patch` and `git apply -p0` understand.
import type { Reporter } from "./report.js";

/** The package is loaded where it is needed: most runs print no diff, and start sooner. */
export async function loadDiffReporter(): Promise<Reporter> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  return function* (results) {
    for (const { path, fixes } of results) {
      if (fixes === undefined || fixes.before === fixes.after) continue;
      const { before, after } = fixes;
      yield createTwoFilesPatch(path, path, before, after, undefined, undefined, {
        headerOptions: FILE_HEADERS_ONLY,
      });
    }
  };
}
