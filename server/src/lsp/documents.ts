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
      const served = serve(document, catalog, settings(), memory);
      cache.set(uri, { version: document.version, served, memory });
      return served;
    },
    forget: (uri) => void cache.delete(uri),
    forgetAll: () => cache.clear(),
  };
}

function serve(
  document: TextDocument,
  catalog: Catalog,
  settings: Settings,
  memory: CheckMemory,
): ServedDocument | undefined {
  if (document.languageId === "access-grants") return undefined;
  const text = document.getText();
  const fileName = fileNameOf(document.uri);
  const declared = document.languageId === "access-policy" || isPolicyFileName(fileName, catalog.dialects);
  if (!declared && !mayHoldPolicy(text)) return undefined;
  const file = readPolicyFile(text, { dialects: catalog.dialects, fileName, declared });
  if (!file.isOurs) return undefined;
  return {
    uri: document.uri,
    text,
    file,
    lines: indexLines(text),
    findings: once(() => runChecks(file, catalog, { text, levels: settings.checks, memory })),
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
