// Builds everything that runs: one CommonJS bundle for each program that ships, and the editor tests.
// Usage: node esbuild.mjs [--release] [--watch]
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build, context } from "esbuild";

const release = process.argv.includes("--release");
const watch = process.argv.includes("--watch");

/**
 * The facts as a string for JSON.parse: the engine reads that several times faster than an object in code.
 * @type {import("esbuild").Plugin}
 */
const factsAsJson = {
  name: "facts-as-json",
  setup(build) {
    build.onLoad({ filter: /[\\/]data[\\/]catalog\.json$/ }, ({ path }) => {
      const json = JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(json)});`, watchFiles: [path] };
    });
  },
};

/**
 * The library of the server wants these at its start, for ways of connecting that ours does not have.
 * @type {import("esbuild").Plugin}
 */
const lateBuiltins = {
  name: "late-builtins",
  setup(build) {
    build.onResolve({ filter: /^(child_process|crypto)$/ }, ({ path }) => ({ path, namespace: "late" }));
    build.onLoad({ filter: /./, namespace: "late" }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require("node:${path}")[name] });`,
    }));
  },
};

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  // Packages that bring both kinds of module must give the one that can be bundled.
  mainFields: ["module", "main"],
  // Translations come as values; the part for Node would load modules of Node that read files.
  alias: { "@vscode/l10n": "@vscode/l10n/dist/browser.js" },
  // A package asks where it stands, to make a "require" of it; a CommonJS bundle knows that by another name.
  define: { "import.meta.url": "__filename" },
  minify: release,
  sourcemap: !release,
  legalComments: "none",
  logLevel: "warning",
};

/** For a worker of a browser, which has nothing of Node. */
const web = /** @satisfies {import("esbuild").BuildOptions} */ ({
  ...common,
  platform: "browser",
  target: "es2022",
  define: {},
});

/** @type {import("esbuild").BuildOptions[]} */
const programs = [
  {
    ...common,
    entryPoints: ["client/src/extension.node.ts"],
    outfile: "client/dist/extension.js",
    external: ["vscode"],
  },
  {
    ...web,
    entryPoints: ["client/src/extension.web.ts"],
    outfile: "client/dist/extension.web.js",
    external: ["vscode"],
  },
  {
    ...web,
    format: "iife",
    entryPoints: ["server/src/lsp/server.web.ts"],
    outfile: "server/dist/server.web.js",
    plugins: [factsAsJson],
  },
  { ...common, ...command("server/src/lsp/server.node.ts", "server/dist/server.js") },
  { ...common, ...command("server/src/cli/main.ts", "server/dist/cli.js") },
];

/** The suites run inside VS Code, beside the packages of this repository.
 * @type {import("esbuild").BuildOptions} */
const tests = {
  ...common,
  minify: false,
  sourcemap: "inline",
  entryPoints: readdirSync("test/vscode/suite")
    .filter((name) => name === "index.ts" || name.endsWith(".test.ts"))
    .map((name) => `test/vscode/suite/${name}`),
  outdir: "out/test/vscode/suite",
  external: ["vscode", "mocha"],
};

/** The suites for a browser's worker, in one file.
 * @type {import("esbuild").BuildOptions} */
const webTests = {
  ...web,
  minify: false,
  sourcemap: "inline",
  entryPoints: ["test/vscode/web/index.ts"],
  outfile: "out/test/vscode/web/index.js",
  external: ["vscode"],
  alias: { "node:assert/strict": "./test/vscode/web/assert.ts" },
  // Mocha's file for browsers takes the place of this program where it finds a module.
  define: { module: "undefined" },
};

/** In English; in each other language in a folder of its own. */
const PAGES = "server/docs/checks";

copyData();
const options = [...programs, tests, webTests];
if (watch) {
  const contexts = await Promise.all(options.map((option) => context(option)));
  await Promise.all(contexts.map((each) => each.watch()));
  console.log("Watching for changes …");
} else {
  try {
    await Promise.all(options.map((option) => build(option)));
  } catch {
    // What is wrong has been printed by then.
    process.exit(1);
  }
  for (const file of ["server/dist/server.js", "server/dist/cli.js"]) {
    chmodSync(file, 0o755);
  }
}

/** A program that npm links into PATH.
 * @param {string} entry @param {string} outfile @returns {import("esbuild").BuildOptions} */
function command(entry, outfile) {
  return {
    entryPoints: [entry],
    outfile,
    banner: { js: "#!/usr/bin/env node" },
    plugins: [factsAsJson, lateBuiltins],
  };
}

/** Texts and pages are read when somebody asks for them, so they stay out of the bundles. */
function copyData() {
  mkdirSync("server/dist/data", { recursive: true });
  if (existsSync("server/data/texts.json")) {
    cpSync("server/data/texts.json", "server/dist/data/texts.json");
  }
  for (const name of readdirSync("server/l10n")) cpSync(`server/l10n/${name}`, `server/dist/data/${name}`);
  const english = readPages(PAGES);
  writeFileSync("server/dist/data/pages.json", JSON.stringify(english));
  const folders = readdirSync(PAGES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: language } of folders) {
    // English for what nobody has translated yet.
    const pages = { ...english, ...readPages(`${PAGES}/${language}`) };
    writeFileSync(`server/dist/data/pages.${language}.json`, JSON.stringify(pages));
  }
}

/** The pages about the checks, by their ids: both programs can show them without a network.
 * @param {string} folder */
function readPages(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return Object.fromEntries(
    names.sort().map((name) => [name.slice(0, -".md".length), readFileSync(`${folder}/${name}`, "utf8")]),
  );
}
