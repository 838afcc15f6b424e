// Serves VS Code without any server behind it: the page, its files, the extension, and what the suite reports.
// All code of VS Code is in the offline host's package; nothing of it but files is used here.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { codeFolder } from "../host/parts.mjs";
import { quietSettings } from "../host/settings.mjs";

/**
 * @typedef {{ extension: string, suite: string, files: Record<string, string>, report: (text: string) => void }} Site
 *   `extension` and `suite` are folders; `files` is what the workspace holds
 */

const types = new Map([
  [".css", "text/css"],
  [".html", "text/html"],
  [".js", "text/javascript"],
  [".json", "application/json"],
  [".svg", "image/svg+xml"],
  [".ttf", "font/ttf"],
  [".wasm", "application/wasm"],
]);

/** A suite runs where the extension runs that it lies in. */
const suitePath = "/extension/suite/";

const workbench = "out/vs/code/browser/workbench/workbench.js";

/** The package is made to be connected to its server, which is added to VS Code in two places; here there is none. */
const connections = [
  { pattern: /,remoteAuthority:location\.host\}/g, alone: "}" },
  {
    // The person's settings lie in the browser then, and not on the server.
    pattern:
      /(userRoamingDataHome\(\)\{return \w+\(\w+\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote/g,
    alone: "$1vscodeUserData",
  },
];

/** @param {Site} site @returns {Promise<{ url: string, close(): void }>} */
export async function openSite({ extension, suite, files, report }) {
  /** @type {[string, string][]} the first that fits counts */
  const folders = [
    ["/code/", codeFolder],
    ["/files-extension/", join(import.meta.dirname, "files-extension")],
    [suitePath, suite],
    ["/extension/", extension],
  ];
  const alone = workbenchAlone();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname);
    if (path === "/") {
      response.setHeader("content-type", "text/html");
      response.end(pageOf(request.headers.host ?? ""));
    } else if (path === "/files-extension/files.json") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(files));
    } else if (path === "/report") {
      let text = "";
      request.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      request.on("end", () => {
        report(text);
        response.end();
      });
    } else if (path === `/code/${workbench}`) {
      response.setHeader("content-type", "text/javascript");
      response.end(alone);
    } else {
      const [start = "", folder] = folders.find(([start]) => path.startsWith(start)) ?? [];
      sendFile(response, folder, path.slice(start.length));
    }
  });
  await new Promise((settle) => server.listen(0, "127.0.0.1", () => settle(undefined)));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param {import("node:http").ServerResponse} response @param {string | undefined} folder @param {string} path */
function sendFile(response, folder, path) {
  const file = folder && normalize(join(folder, path));
  const isThere = file?.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile();
  if (!file || !isThere) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader("content-type", types.get(extname(file)) ?? "application/octet-stream");
  createReadStream(file).pipe(response);
}

function workbenchAlone() {
  return connections.reduce(
    (code, { pattern, alone }) => {
      if (code.match(pattern)?.length !== 1) {
        throw new Error(`Another version of the offline host: look for ${pattern} in ${workbench}`);
      }
      return code.replace(pattern, alone);
    },
    readFileSync(join(codeFolder, workbench), "utf8"),
  );
}

/** What VS Code's own page has, without a server to connect to. @param {string} host */
function pageOf(host) {
  const place = (/** @type {string} */ path) => ({ scheme: "http", authority: host, path });
  const configuration = {
    folderUri: { scheme: "test-files", authority: "", path: "/policies" },
    additionalBuiltinExtensions: [place("/files-extension")],
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [place("/extension")],
      extensionTestsPath: place(`${suitePath}index.js`),
    },
    configurationDefaults: quietSettings,
    // What the package wants to be told, whether it matters here or not.
    userDataPath: "/user",
    isEnabledCoderGettingStarted: false,
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    productConfiguration: { enableTelemetry: false },
  };
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${attribute(configuration)}">
    <link rel="stylesheet" href="/code/out/vs/code/browser/workbench/workbench.css">
  </head>
  <body aria-label=""></body>
  <script>globalThis._VSCODE_FILE_ROOT = new URL("/code/out/", location.href).href;</script>
  <script type="module" src="/code/out/nls.messages.js"></script>
  <script type="module" src="/code/out/vs/code/browser/workbench/workbench.js"></script>
</html>
`;
}

/** @param {unknown} value */
function attribute(value) {
  return JSON.stringify(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
