// The open documents, each read once per version. The only cache of the program.
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Catalog,
  type CheckMemory,
  createCheckMemory,
  indexLines,
  isPolicyFileName,
  readPolicyFile,
  runChecks,
} from "../core/index.js";
import type { ServedDocument } from "../features/document.js";
import { mayHoldPolicy } from "../protocol/candidate.js";
import type { Settings } from "./settings.js";

export interface Documents {
  /** Undefined for documents that are not open, or not ours. */
  readonly get: (uri: string) => ServedDocument | undefined;
  /** Judges a text that is not open as if it were; kept nowhere. Undefined where it is not ours. */
  readonly serveText: (uri: string, text: string) => ServedDocument | undefined;
  readonly forget: (uri: string) => void;
  /** After a change of settings: findings are computed anew. */
  readonly forgetAll: () => void;
}

interface Cached {
  readonly version: number;
  readonly served: ServedDocument | undefined;
  /** Outlives the version: which statements need not be looked at again. */
  readonly memory: CheckMemory;
}

/** Who is attached to which policies: a kind of file of its own. */
const GRANTS_SUFFIX = ".grants.json";

export function createDocuments(
  open: (uri: string) => TextDocument | undefined,
  catalog: Catalog,
  settings: () => Settings,
): Documents {
  const cache = new Map<string, Cached>();
  return {
    get(uri) {
      const document = open(uri);
      if (document === undefined) return undefined;
      const known = cache.get(uri);
      if (known?.version === document.version) return known.served;
      const memory = known?.memory ?? createCheckMemory();
      const { languageId } = document;
      const served = serve({ uri, languageId, text: document.getText() }, catalog, settings(), memory);
      cache.set(uri, { version: document.version, served, memory });
      return served;
    },
    serveText: (uri, text) => serve({ uri, text }, catalog, settings(), createCheckMemory()),
    forget: (uri) => void cache.delete(uri),
    forgetAll: () => cache.clear(),
  };
}

interface Source {
  readonly uri: string;
  /** Absent for a file that no editor has opened: its name says what it is. */
  readonly languageId?: string;
  readonly text: string;
}

function serve(
  { uri, languageId, text }: Source,
  catalog: Catalog,
  settings: Settings,
  memory: CheckMemory,
): ServedDocument | undefined {
  const fileName = fileNameOf(uri);
  if (languageId === "access-grants" || fileName.endsWith(GRANTS_SUFFIX)) return undefined;
  const declared = languageId === "access-policy" || isPolicyFileName(fileName, catalog.dialects);
  if (!declared && !mayHoldPolicy(text)) return undefined;
  const file = readPolicyFile(text, { dialects: catalog.dialects, fileName, declared });
  if (!file.isOurs) return undefined;
  return {
    uri,
    text,
    file,
    lines: indexLines(text),
    findings: once(() => runChecks(file, catalog, { text, levels: settings.checks, memory })),
    suppressed: () => [],
  };
}

/** Works for every scheme: the name stands last in the path, which `git:` and its like keep. */
function fileNameOf(uri: string): string {
  const path = uri.replace(/[?#].*$/, "");
  const name = path.slice(path.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // A stray percent sign is no reason to know nothing.
  }
}

function once<Result>(compute: () => Result): () => Result {
  let known: { readonly result: Result } | undefined;
  return () => {
    known ??= { result: compute() };
    return known.result;
  };
}
