// The core as one file that other processes of the benchmark can load, with the facts that ship.
import { join } from "node:path";
import { build } from "esbuild";

/** @param {string} root @param {string} outfile */
export async function bundleCore(root, outfile) {
  await build({
    stdin: {
      contents: 'export * from "./core/index.js"; export * from "./bundled/catalog.js";',
      resolveDir: join(root, "server/src"),
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    minify: true,
    logLevel: "warning",
  });
}
