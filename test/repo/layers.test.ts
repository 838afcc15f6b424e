// Who may import whom. Adding an arrow here is a design decision: ARCHITECTURE.md changes with it.
//
// The core is text < policy < catalog < access < checks < grants < project, each of which knows those before it, and nothing else;
// a check never imports a check, and words stand beside the checks, above access. All others come in by the door
// `core/index`. Packages are named one by one, and Node is for the command line, the disk, the bundled data and the
// entries `*.node.ts`.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { checks } from "../../server/src/core/index.js";

interface Layer {
  readonly name: string;
  /** The files it is made of. */
  readonly files: RegExp;
  /** What they may import: files from the root of the repository, without extension, and packages. */
  readonly may: readonly RegExp[];
  /** The same in words, for whoever comes against it. */
  readonly words: string;
}

/** The words for people are in the language of the reader everywhere. */
const L10N = "@vscode/l10n";
const CORE = "server/src/core";
const DOOR = /^server\/src\/core\/index$/;
const DISK = /^server\/src\/disk\//;
const NODE = /^node:/;
const BUNDLED = /^server\/src\/bundled\//;
const LSP = /^server\/src\/(?:lsp|features)\//;
const MANIFEST = /^server\/package\.json$/;
const PROTOCOL = /^server\/src\/protocol\//;

/** The first layer that a file fits counts. */
const LAYERS: readonly Layer[] = [
  coreLayer("text", [], ["jsonc-parser"]),
  coreLayer("policy", ["text"]),
  coreLayer("catalog", ["text", "policy"]),
  coreLayer("access", ["text", "policy", "catalog"]),
  coreLayer("words", ["text", "policy", "catalog", "access"]),
  coreLayer("checks", ["text", "policy", "catalog", "access"]),
  coreLayer("grants", ["text", "policy", "catalog", "access", "checks"]),
  coreLayer("project", ["text", "policy", "catalog", "checks", "grants"]),
  layer("core/index", /^server\/src\/core\/index\.ts$/, [/^server\/src\/core\//], "the files of the core"),
  layer("disk", /^server\/src\/disk\//, [DISK, NODE, /^ignore$/], "disk, node:* and ignore"),
  layer("protocol", /^server\/src\/protocol\//, [PROTOCOL], "nothing outside protocol"),
  layer(
    "features",
    /^server\/src\/features\//,
    [/^server\/src\/features\//, DOOR, /^@vscode\/l10n$/, /^vscode-languageserver-(?:types|textdocument)$/],
    "features, core/index, @vscode/l10n, vscode-languageserver-types and vscode-languageserver-textdocument",
  ),
  layer(
    "lsp in a browser",
    /^server\/src\/lsp\/.*\.web\.ts$/,
    [
      LSP,
      DOOR,
      PROTOCOL,
      /^server\/src\/bundled\/catalog$/,
      /^vscode-languageserver(?:$|\/browser$)/,
      MANIFEST,
    ],
    "lsp, features, core/index, protocol, the bundled catalog, vscode-languageserver and server/package.json; never node:*",
  ),
  layer(
    "the entries of lsp",
    /^server\/src\/lsp\/server\.node\.ts$/,
    [LSP, DOOR, PROTOCOL, BUNDLED, NODE, /^vscode-languageserver(?:$|\/)/, MANIFEST],
    "lsp, features, core/index, protocol, bundled, node:*, vscode-languageserver and server/package.json",
  ),
  layer(
    "lsp on Node",
    /^server\/src\/lsp\/.*\.node\.ts$/,
    [LSP, DOOR, PROTOCOL, DISK, NODE, /^vscode-languageserver(?:$|\/)/],
    "lsp, features, core/index, protocol, disk, node:* and vscode-languageserver",
  ),
  layer(
    "lsp",
    /^server\/src\/lsp\//,
    [
      /^server\/src\/(?:lsp|features)\//,
      DOOR,
      PROTOCOL,
      /^@vscode\/l10n$/,
      /^vscode-languageserver(?:-types|-textdocument)?$/,
    ],
    "lsp, features, core/index, protocol, @vscode/l10n and vscode-languageserver",
  ),
  layer(
    "the entry of cli",
    /^server\/src\/cli\/main\.ts$/,
    [/^server\/src\/cli\//, DOOR, BUNDLED, DISK, NODE, MANIFEST],
    "cli, core/index, bundled, disk, node:* and server/package.json",
  ),
  layer(
    "cli",
    /^server\/src\/cli\//,
    [
      /^server\/src\/cli\//,
      DOOR,
      DISK,
      NODE,
      /^@vscode\/l10n$/,
      /^diff$/,
      /^tinyglobby$/,
      /^sarif$/,
      MANIFEST,
    ],
    "cli, core/index, disk, node:*, @vscode/l10n, diff, tinyglobby, the types of sarif and server/package.json; never features or lsp",
  ),
  layer(
    "bundled",
    /^server\/src\/bundled\//,
    [BUNDLED, DOOR, NODE, /^server\/data\/[a-z]+\.json$/],
    "core/index, server/data and node:*",
  ),
  layer(
    "client in a browser",
    /^client\/src\/.*\.web\.ts$/,
    [/^client\/src\//, PROTOCOL, /^vscode$/, /^vscode-languageclient(?:$|\/browser$)/],
    "client, protocol, vscode and vscode-languageclient; never node:*",
  ),
  layer(
    "client on Node",
    /^client\/src\/.*\.node\.ts$/,
    [/^client\/src\//, PROTOCOL, NODE, /^vscode$/, /^vscode-languageclient(?:$|\/)/],
    "client, protocol, vscode, vscode-languageclient and node:*",
  ),
  layer(
    "client",
    /^client\/src\//,
    [/^client\/src\//, PROTOCOL, /^vscode$/, /^vscode-languageclient$/],
    "client, protocol, vscode and vscode-languageclient: it does not know what a policy is",
  ),
];

const ROOT = join(import.meta.dirname, "../..");
const files = [...filesUnder("server/src"), ...filesUnder("client/src")];

test("every file belongs to a layer", () => {
  expect(files.filter((file) => layerOf(file) === undefined)).toEqual([]);
});

describe.each(LAYERS.map((each) => ({ name: each.name, layer: each })))("$name", ({ layer: each }) => {
  test(`imports only ${each.words}`, () => {
    const own = files.filter((file) => layerOf(file) === each);
    expect(own.flatMap((file) => faultsOf(file, readFileSync(join(ROOT, file), "utf8")))).toEqual([]);
  });
});

describe("a forbidden import is found", () => {
  test.each([
    [`${CORE}/checks/unknown-action.ts`, 'import { summarize } from "../../features/hover.js";'],
    [`${CORE}/checks/unknown-action.ts`, 'import { unknownEffect } from "./unknown-effect.js";'],
    [`${CORE}/policy/parse.ts`, 'import type { Catalog } from "../catalog/catalog.js";'],
    [`${CORE}/words/conditions.ts`, 'import { checks } from "../checks/index.js";'],
    [`${CORE}/checks/unknown-action.ts`, 'import { list } from "../words/lists.js";'],
    [`${CORE}/access/decide.ts`, 'import { list } from "../words/lists.js";'],
    [`${CORE}/text/span.ts`, 'import { readFileSync } from "node:fs";'],
    ["server/src/features/hover.ts", 'export {\n  parsePolicy,\n} from "../core/policy/parse.js";'],
    ["server/src/features/hover.ts", 'import type { Connection } from "vscode-languageserver";'],
    ["server/src/lsp/server.ts", 'const fs = await import("node:fs");'],
    ["server/src/lsp/server.ts", 'import { catalog } from "../bundled/catalog.js";'],
    ["server/src/lsp/workspace.ts", 'import { walk } from "../disk/walk.js";'],
    ["server/src/lsp/server.web.ts", 'import { join } from "node:path";'],
    ["server/src/lsp/server.web.ts", 'import { loadTexts } from "../bundled/texts.node.js";'],
    ["server/src/lsp/server.web.ts", 'import { walk } from "../disk/walk.js";'],
    ["client/src/extension.web.ts", 'import { LanguageClient } from "vscode-languageclient/node";'],
    ["server/src/disk/walk.ts", 'import type { Dialect } from "../core/index.js";'],
    ["server/src/cli/files.ts", 'import "../lsp/server.js";'],
    ["client/src/extension.ts", 'import { checks } from "../../server/src/core/index.js";'],
    ["server/src/protocol/status.ts", 'import { cursor } from "../../../test/support/cursor.js";'],
  ])("%s: %s", (file, source) => {
    expect(faultsOf(file, source)).toHaveLength(1);
  });
});

function layer(name: string, of: RegExp, may: readonly RegExp[], words: string): Layer {
  return { name, files: of, may, words };
}

function coreLayer(name: string, before: readonly string[], packages: readonly string[] = []): Layer {
  const allowed = [name, ...before];
  const may = [
    ...allowed.map((each) => `^${CORE}/${each}/`),
    ...[...packages, L10N].map((each) => `^${each}$`),
  ];
  return layer(
    `core/${name}`,
    new RegExp(`^${CORE}/${name}/`),
    may.map((each) => new RegExp(each)),
    [...allowed.map((each) => `core/${each}`), ...packages, L10N].join(", "),
  );
}

function layerOf(file: string): Layer | undefined {
  return LAYERS.find((each) => each.files.test(file));
}

/** A sentence for each import that the layer of the file does not allow. */
function faultsOf(file: string, source: string): string[] {
  const own = layerOf(file);
  if (own === undefined) return [];
  return importsOf(source)
    .map((name) => (name.startsWith(".") ? resolved(file, name) : name))
    .filter((name) => !own.may.some((pattern) => pattern.test(name)) || isCheckInCheck(file, name))
    .map((name) => `${file} imports ${name}; ${own.name} may import only ${own.words}`);
}

function isCheckInCheck(file: string, name: string): boolean {
  const ids = checks.map(({ id }) => `${CORE}/checks/${id}`);
  return ids.includes(file.replace(/\.ts$/, "")) && ids.includes(name);
}

function resolved(file: string, name: string): string {
  return posix.join(posix.dirname(file), name).replace(/\.[jt]s$/, "");
}

function importsOf(source: string): string[] {
  const code = source.replace(/^\s*\/\/.*$|\/\*[\s\S]*?\*\//gm, "");
  const forms =
    /^(?:import|export)\s(?:[^;"]*\sfrom\s)?\s*"([^"]+)"|\b(?:import|require)\(\s*"([^"]+)"\s*\)/gm;
  return [...code.matchAll(forms)].map(([, stated = "", called = ""]) => stated || called);
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.replaceAll("\\", "/")))
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .sort();
}
