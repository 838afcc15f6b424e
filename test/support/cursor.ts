// Texts with one `|` where the cursor is, read as the language server reads them.

import {
  type Application,
  type Catalog,
  indexLines,
  readPolicyFile,
  runChecks,
} from "../../server/src/core/index.js";
import type { ServedDocument, Services } from "../../server/src/features/document.js";
import { miniCatalog } from "./mini-catalog.js";

export interface ServeOptions {
  readonly fileName?: string;
  readonly catalog?: Catalog;
}

export function splitCursor(source: string): { readonly text: string; readonly offset: number } {
  const offset = source.indexOf("|");
  if (offset < 0 || source.includes("|", offset + 1)) throw new Error(`one cursor is needed in: ${source}`);
  return { text: source.slice(0, offset) + source.slice(offset + 1), offset };
}

export function serve(
  text: string,
  { fileName = "a.policy.json", catalog = miniCatalog }: ServeOptions = {},
): ServedDocument {
  const file = readPolicyFile(text, { dialects: catalog.dialects, fileName, declared: true });
  return {
    uri: `file:///${fileName}`,
    text,
    file,
    lines: indexLines(text),
    findings: () => runChecks(file, catalog, { text }),
    suppressed: () => [],
    version: 1,
    withText: (changed) => serve(changed, { fileName, catalog }),
  };
}

export function servicesWith(
  applications: readonly Application[] = [],
  rest: Partial<Services> = {},
): Services {
  return { catalog: miniCatalog, applications, snippets: true, ...rest };
}
