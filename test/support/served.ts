// A document as the features are given it, made from a text.
import { type Application, indexLines, readPolicyFile, runChecks } from "../../server/src/core/index.js";
import type { ServedDocument, Services } from "../../server/src/features/document.js";
import { miniCatalog } from "./mini-catalog.js";

export function servedDocument(text: string, fileName = "a.policy.json"): ServedDocument {
  const file = readPolicyFile(text, { dialects: miniCatalog.dialects, fileName, declared: true });
  return {
    uri: `file:///project/${fileName}`,
    text,
    lines: indexLines(text),
    file,
    findings: () => runChecks(file, miniCatalog, { text }),
    suppressed: () => [],
    version: 1,
    withText: (changed) => servedDocument(changed, fileName),
  };
}

const APPLICATIONS: readonly Application[] = [
  { sdkAppId: "1400100200", label: "Live prod", account: "100012345678" },
  { sdkAppId: "1400100201" },
];

export const services: Services = { catalog: miniCatalog, applications: APPLICATIONS, snippets: true };
