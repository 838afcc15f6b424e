// Results as reporters are given them, for tests that need more than a folder of files can show.
import type { FileResult, Reporter, ReportOptions } from "../../server/src/cli/reporters/report.js";
import { checkText, type SuppressedFinding } from "../../server/src/core/index.js";
import { miniCatalog } from "../support/mini-catalog.js";

/** What the checks say of a text; `reason` suppresses all of it. */
export function resultOf(path: string, text: string, reason?: string): FileResult {
  const { file, findings } = checkText(text, miniCatalog, { fileName: path, declared: true });
  const dialect = file.dialect?.id ?? null;
  if (reason === undefined) return { path, dialect, text, findings, suppressed: [] };
  const suppressed = findings.map(
    (finding): SuppressedFinding => ({ ...finding, suppression: { reason, expires: "2027-06-30" } }),
  );
  return { path, dialect, text, findings: [], suppressed };
}

export function report(
  reporter: Reporter,
  results: readonly FileResult[],
  options: Partial<ReportOptions> = {},
): string {
  const defaults: ReportOptions = {
    colors: false,
    cwd: "/project",
    failing: ["error"],
    pages: () => ({}),
    unread: [],
    version: "1.2.3",
  };
  return [...reporter(results, { ...defaults, ...options })].join("");
}

/** Names that a file system takes and a format may stumble over. */
export const ODD_NAMES = [
  "with blank.policy.json",
  `qu"ote's.policy.json`,
  "new\nline\r.policy.json",
  "策略 🎉.policy.json",
  "50%,a:b;c=d#e?.policy.json",
  "a|`b``<b>&*_c_[d](e).policy.json",
  "\u0001\u001b[2J.policy.json",
];
