// Judges one grants file as its project file wants it.
import { dirname } from "node:path";
import {
  createAttachedFiles,
  judgeGrants as findInGrants,
  type PolicyFile,
  readGrants,
  settingsFor,
  suppress,
} from "../core/index.js";
import type { Disk } from "../disk/disk.js";
import type { FoundFile } from "./files.js";
import { readerIn } from "./grants-files.js";
import type { Judging } from "./judge.js";
import type { FileText } from "./read-file.js";
import type { FileResult } from "./reporters/report.js";

export function judgeGrants(
  found: FoundFile,
  { text, problems }: FileText,
  { catalog, projects, today }: Judging,
  { cwd, disk }: { readonly cwd: string; readonly disk: Disk },
): FileResult {
  const { path: shown, place } = found;
  const own = projects.of(found);
  const path = own?.pathOf(found) ?? shown;
  const reading = readGrants(text, catalog, problems);
  const { dialect, root } = reading.grants;
  const folder = place === undefined ? cwd : dirname(place);
  const fileAt = createAttachedFiles(readerIn(folder, disk), catalog.dialects);
  const levels = own ? settingsFor(own.reading.project, path).levels : {};
  const findings = findInGrants(reading, { catalog, fileAt, levels });
  const result = { path: shown, dialect: dialect?.id ?? null, text };
  if (own === undefined) return { ...result, findings, suppressed: [] };
  own.judged.add(path);
  const file: PolicyFile = {
    ...{ problems, policies: [], embedded: [], isOurs: true },
    ...(root && { root }),
  };
  const parted = suppress(findings, { path, text, file }, own.reading.project, today());
  for (const suppression of parted.used) own.used.add(suppression);
  return { ...result, findings: parted.findings, suppressed: parted.suppressed };
}
