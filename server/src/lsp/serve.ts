// Judges one text as its project file and the settings want it; undefined for a text that is no policy.
import {
  type Catalog,
  type CheckMemory,
  createCheckMemory,
  type Finding,
  indexLines,
  isPolicyFileName,
  once,
  readPolicyFile,
  runChecks,
  settingsFor,
  suppress,
} from "../core/index.js";
import { type Base, BUDGET_WHILE_TYPING, changeFindings, changeOf } from "../features/change.js";
import type { ServedDocument } from "../features/document.js";
import { mayHoldPolicy } from "../protocol/candidate.js";
import { fileNameOf } from "./paths.js";
import { applicationsOf, documentProject, isProjectFile, OUTSIDE, type Projects } from "./projects.js";
import { type AttachedSources, isGrants, serveGrants } from "./serve-grants.js";
import type { Settings } from "./settings.js";

/** What documents are judged by, as it is now. */
export interface Surroundings {
  readonly catalog: Catalog;
  readonly projects: Projects;
  readonly settings: () => Settings;
  readonly today: () => string;
  /** The earlier version that a document is compared with. */
  readonly baseOf?: (uri: string) => Base | undefined;
  /** Whether somebody else tells the faults of JSON texts. */
  readonly validatesJson?: () => boolean;
  /** For grants files; absent where no files are known. */
  readonly attached?: AttachedSources;
}

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
  if (isProjectFile(uri)) return undefined;
  if (isGrants(source)) return serveGrants(source, around);
  const own = projects.of(uri);
  const wanted = own && settingsFor(own.project, own.path);
  const declared =
    languageId === "access-policy" ||
    isPolicyFileName(fileName, catalog.dialects) ||
    wanted?.isDeclared === true;
  if (!declared && !mayHoldPolicy(text)) return undefined;
  const file = readPolicyFile(text, { dialects: catalog.dialects, fileName, declared });
  if (!file.isOurs) return undefined;
  const applications = () => applicationsOf(own, settings().applications);
  const base = around.baseOf?.(uri);
  const change = once(
    () =>
      base &&
      changeOf(base, { text, file }, { catalog, applications: applications(), budget: BUDGET_WHILE_TYPING }),
  );
  const parted = once(() => {
    const levels = { ...settings().checks, ...wanted?.levels };
    const checked = runChecks(file, catalog, {
      ...{ text, levels, memory },
      applications: applications(),
      accounts: own?.project.accounts ?? {},
    });
    const changed = changeFindings(change(), levels);
    const findings = changed.length === 0 ? checked : inOrder([...checked, ...changed]);
    const { path, project } = own ?? OUTSIDE;
    return suppress(findings, { path, text, file }, project, today());
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
    ...(base && { change }),
    ...(own && { project: documentProject(own, projects, () => parted().used) }),
  };
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
