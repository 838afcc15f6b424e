// Judges one text as its project file and the settings want it; undefined for a text that is no policy.
import {
  type Catalog,
  type CheckMemory,
  createCheckMemory,
  indexLines,
  isPolicyFileName,
  readPolicyFile,
  runChecks,
  settingsFor,
  suppress,
} from "../core/index.js";
import type { ServedDocument } from "../features/document.js";
import { mayHoldPolicy } from "../protocol/candidate.js";
import { once } from "./once.js";
import { fileNameOf } from "./paths.js";
import { isProjectFile, type ProjectOfDocument, type Projects } from "./projects.js";
import type { Settings } from "./settings.js";

/** What documents are judged by, as it is now. */
export interface Surroundings {
  readonly catalog: Catalog;
  readonly projects: Projects;
  readonly settings: () => Settings;
  readonly today: () => string;
}

/** Who is attached to which policies: a kind of file of its own. */
const GRANTS_SUFFIX = ".grants.json";

export interface Source {
  readonly uri: string;
  /** Absent for a file that no editor has opened: its name says what it is. */
  readonly languageId?: string;
  readonly version?: number;
  readonly text: string;
}

export function serve(source: Source, around: Surroundings, memory: CheckMemory): ServedDocument | undefined {
  const { uri, languageId, version = null, text } = source;
  const { catalog, projects, settings, today } = around;
  const fileName = fileNameOf(uri);
  if (languageId === "access-grants" || fileName.endsWith(GRANTS_SUFFIX) || isProjectFile(uri)) {
    return undefined;
  }
  const own = projects.of(uri);
  const wanted = own && settingsFor(own.project, own.path);
  const declared =
    languageId === "access-policy" ||
    isPolicyFileName(fileName, catalog.dialects) ||
    wanted?.isDeclared === true;
  if (!declared && !mayHoldPolicy(text)) return undefined;
  const file = readPolicyFile(text, { dialects: catalog.dialects, fileName, declared });
  if (!file.isOurs) return undefined;
  const parted = once(() => {
    const { applications, checks } = settings();
    const levels = { ...checks, ...wanted?.levels };
    const findings = runChecks(file, catalog, {
      ...{ text, levels, memory },
      // Who lists applications in a project file lists all that its policies may name.
      applications: own && own.project.applications.length > 0 ? own.project.applications : applications,
      accounts: own?.project.accounts ?? {},
    });
    if (own === undefined) return { findings, suppressed: [], used: new Set<never>() };
    return suppress(findings, { path: own.path, text, file }, own.project, today());
  });
  const projectOf = ({ uri: file, path, project }: ProjectOfDocument) => ({
    ...{ uri: file, path, project },
    text: () => projects.read(file)?.reading.text,
    used: () => parted().used,
  });
  return {
    uri,
    version,
    text,
    withText: (other) => serve({ ...source, text: other }, around, createCheckMemory()),
    file,
    lines: indexLines(text),
    findings: () => parted().findings,
    suppressed: () => parted().suppressed,
    ...(own && { project: projectOf(own) }),
  };
}
