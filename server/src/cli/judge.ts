// Judges one file as its project file wants it.
import {
  type Catalog,
  type CheckedText,
  checkText,
  type Dialect,
  settingsFor,
  suppress,
} from "../core/index.js";
import type { FoundFile } from "./files.js";
import type { ProjectFiles } from "./project-files.js";
import type { FileText } from "./read-file.js";
import type { FileResult } from "./reporters/report.js";

export interface Judging {
  readonly catalog: Catalog;
  /** Of all files, where the command says so. */
  readonly dialect: Dialect | undefined;
  readonly projects: ProjectFiles;
  readonly today: () => string;
}

/** Undefined for a file that is no policy. */
export function judge(
  found: FoundFile,
  { text, problems }: FileText,
  { catalog, dialect, projects, today }: Judging,
): FileResult | undefined {
  const own = projects.of(found);
  const { path: fileName } = found;
  const path = own?.pathOf(found) ?? fileName;
  const wanted = own && settingsFor(own.reading.project, path);
  const declared = found.declared || wanted?.isDeclared === true;
  const options = {
    ...{ fileName, declared, problems },
    ...(own && {
      levels: wanted?.levels ?? {},
      applications: own.reading.project.applications,
      accounts: own.reading.project.accounts,
    }),
  };
  let checked: CheckedText | undefined;
  // A dialect on the command line says how to judge policies, and makes none of other files.
  if (dialect === undefined || !declared) checked = checkText(text, catalog, options);
  if (checked?.file.isOurs === false) return undefined;
  if (dialect !== undefined) checked = checkText(text, catalog, { ...options, dialect });
  if (checked === undefined) return undefined;
  const { file, findings } = checked;
  const result = { path: fileName, dialect: file.dialect?.id ?? null, text };
  if (own === undefined) return { ...result, findings, suppressed: [] };
  const { project } = own.reading;
  own.judged.add(path);
  if (project.suppressions.length === 0) return { ...result, findings, suppressed: [] };
  const parted = suppress(findings, { path, text, file }, project, today());
  for (const suppression of parted.used) own.used.add(suppression);
  return { ...result, findings: parted.findings, suppressed: parted.suppressed };
}
