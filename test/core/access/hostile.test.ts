// Policies built to explode get an answer, or hear which part is too much; in bounded time and memory.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HOSTILE_POLICIES } from "../../support/hostile-policies.js";

const ROOT = join(import.meta.dirname, "../../..");
/** The promise is 2 s; a busy machine may take longer, and the start of the process counts here. */
const CEILING = 10_000;
const MEGABYTES = 500;

test.each(Object.keys(HOSTILE_POLICIES))(
  "%s",
  (name) => {
    const script = join(ROOT, "test/support/compare-hostile.ts");
    const words = [`--max-old-space-size=${MEGABYTES}`, "--import", "tsx", script, name];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: ROOT,
      encoding: "utf8",
      timeout: CEILING,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const { verdict, undecided, megabytes } = JSON.parse(stdout);
    expect(megabytes).toBeLessThan(MEGABYTES);
    if (verdict !== "indeterminate") return;
    for (const { actions, reason } of undecided) {
      expect(reason).toMatch(/^(budget|mixed-types)$/);
      expect(actions).not.toEqual([]);
    }
    expect(undecided).not.toEqual([]);
  },
  2 * CEILING,
);
