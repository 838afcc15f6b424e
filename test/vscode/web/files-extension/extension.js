// A file system in memory, as an extension for browsers may bring one: it can be read, written and listed, but not
// searched. What is in it comes from whoever serves the page.
const {
  Disposable,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  Uri,
  workspace,
} = require("vscode");

/** @type {Map<string, Uint8Array | null>} null for a folder, by path */
const entries = new Map();
const changes = new EventEmitter();

exports.activate = async (/** @type {import("vscode").ExtensionContext} */ context) => {
  const loaded = load(Uri.joinPath(context.extensionUri, "files.json"));
  context.subscriptions.push(
    workspace.registerFileSystemProvider("test-files", provider(loaded), { isCaseSensitive: true }),
  );
  await loaded;
};

/** @param {import("vscode").Uri} uri */
async function load(uri) {
  const files = await (await fetch(uri.toString(true))).json();
  entries.set("/policies", null);
  for (const [name, text] of Object.entries(files)) {
    entries.set(`/policies/${name}`, new TextEncoder().encode(text));
  }
}

/** @param {Promise<void>} loaded @returns {import("vscode").FileSystemProvider} */
function provider(loaded) {
  const at = async (/** @type {import("vscode").Uri} */ uri) => {
    await loaded;
    const entry = entries.get(uri.path);
    if (entry === undefined) throw FileSystemError.FileNotFound(uri);
    return entry;
  };
  const tell = (/** @type {import("vscode").Uri} */ uri, /** @type {number} */ type) =>
    changes.fire([{ uri, type }]);
  return {
    onDidChangeFile: changes.event,
    watch: () => new Disposable(() => {}),
    async stat(uri) {
      const entry = await at(uri);
      return {
        type: entry ? FileType.File : FileType.Directory,
        ctime: 0,
        mtime: entry ? versionOf(entry) : 0,
        size: entry?.length ?? 0,
      };
    },
    async readDirectory(uri) {
      await at(uri);
      const start = `${uri.path}/`;
      return [...entries].flatMap(([path, entry]) => {
        const name = path.startsWith(start) ? path.slice(start.length) : "";
        return name === "" || name.includes("/") ? [] : [[name, entry ? FileType.File : FileType.Directory]];
      });
    },
    async readFile(uri) {
      const entry = await at(uri);
      if (!entry) throw FileSystemError.FileIsADirectory(uri);
      return entry;
    },
    async createDirectory(uri) {
      entries.set(uri.path, null);
      tell(uri, FileChangeType.Created);
    },
    async writeFile(uri, content) {
      const type = entries.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
      entries.set(uri.path, content);
      tell(uri, type);
    },
    async delete(uri) {
      await at(uri);
      for (const path of entries.keys()) {
        if (path === uri.path || path.startsWith(`${uri.path}/`)) entries.delete(path);
      }
      tell(uri, FileChangeType.Deleted);
    },
    async rename(from, to) {
      await at(from);
      for (const [path, entry] of [...entries]) {
        if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
        entries.delete(path);
        entries.set(to.path + path.slice(from.path.length), entry);
      }
      tell(from, FileChangeType.Deleted);
      tell(to, FileChangeType.Created);
    },
  };
}

/** @type {WeakMap<Uint8Array, number>} */
const versions = new WeakMap();
let lastVersion = 1;

/** A new content has a new time, as the editor looks at that to see a change. @param {Uint8Array} content */
function versionOf(content) {
  const known = versions.get(content);
  if (known !== undefined) return known;
  versions.set(content, ++lastVersion);
  return lastVersion;
}
