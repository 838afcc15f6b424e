// Answers the custom request behind the status item.
import type { Catalog, Severity } from "../core/index.js";
import type { ServedDocument } from "../features/document.js";
import type { StatusResult } from "../protocol/status.js";

export function status(document: ServedDocument | undefined, catalog: Catalog): StatusResult | null {
  if (document === undefined) return null;
  const { dialect, foreign } = document.file;
  const count = (severity: Severity) =>
    document.findings().filter((finding) => finding.severity === severity).length;
  return {
    dialect: dialect?.id ?? null,
    title: dialect?.title ?? foreign?.vendor ?? "",
    catalogDate: catalog.date,
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    hints: count("hint"),
    suppressed: document.suppressed().length,
  };
}
