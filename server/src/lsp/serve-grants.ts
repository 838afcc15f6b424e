// Judges the text of a grants file as its project file and the settings want it. The policies that it names are those
// of the workspace as they are now: as an editor has them, or from disk.
import {
  createAttachedFiles,
  type FileText,
  indexLines,
  isGrantsFileName,
  judgeGrants,
  once,
  type PolicyFile,
  readGrants,
  settingsFor,
  suppress,
} from "../core/index.js";
import type { ServedDocument } from "../features/document.js";
import { grantsChangeOf, WHILE_TYPING } from "../features/grants/change.js";
import type { DocumentGrants } from "../features/grants/document-grants.js";
import { fileNameOf, pathFrom, pathOf } from "./paths.js";
import { applicationsOf, documentProject, isProjectFile, OUTSIDE } from "./projects.js";
import type { Source, Surroundings } from "./serve.js";

/** What is known of the files around a grants file. */
export interface AttachedSources {
  readonly read: (uri: string) => FileText;
  /** URIs of the policies of the workspace. */
  readonly policies: () => Iterable<string>;
}

/** By language, or by name. */
export function isGrants({ uri, languageId }: Pick<Source, "uri" | "languageId">): boolean {
  return languageId === "access-grants" || isGrantsFileName(fileNameOf(uri));
}

export function serveGrants(source: Source, around: Surroundings): ServedDocument {
  const { uri, version = null, text } = source;
  const { catalog, projects, settings, today } = around;
  const reading = readGrants(text, catalog);
  const { grants } = reading;
  const { root, problems, dialect } = grants;
  const file: PolicyFile = {
    ...{ problems, policies: [], embedded: [], isOurs: true },
    ...(root && { root }),
    ...(dialect && { dialect }),
  };
  const own = projects.of(uri);
  const attached = attachedTo(uri, around);
  const parted = once(() => {
    const wanted = own && settingsFor(own.project, own.path);
    const levels = { ...settings().checks, ...wanted?.levels };
    const { files, paths } = attached;
    const findings = judgeGrants(reading, { catalog, fileAt: files(), paths, levels });
    const { path, project } = own ?? OUTSIDE;
    return suppress(findings, { path, text, file }, project, today());
  });
  const base = around.baseOf?.(uri);
  const change =
    base &&
    once(() => {
      const applications = applicationsOf(own, settings().applications);
      // Where nobody knows what it names, nobody knows what that was.
      const isKnown = attached.uriOf("") !== undefined;
      const { files: _, ...bare } = base;
      const context = { catalog, applications, effort: WHILE_TYPING };
      return grantsChangeOf(isKnown ? base : bare, { text, grants, fileAt: attached.files() }, context);
    });
  return {
    ...{ uri, version, text, file },
    withText: (other) => serveGrants({ ...source, text: other }, around),
    lines: indexLines(text),
    findings: () => parted().findings,
    suppressed: () => parted().suppressed,
    grants: { grants, ...attached, ...(change && { change }) },
    ...(own && { project: documentProject(own, projects, () => parted().used) }),
  };
}

function attachedTo(uri: string, { catalog, attached }: Surroundings): Omit<DocumentGrants, "grants"> {
  // What follows a question mark says which version it is, and of which file only its editor knows.
  const folder = /[?#]/.test(uri) ? undefined : uri.slice(0, uri.lastIndexOf("/"));
  const uriOf = (path: string) => (folder === undefined ? undefined : uriFrom(folder, path));
  return {
    uriOf,
    files() {
      const read = (path: string): FileText => {
        const place = uriOf(path);
        return place === undefined || attached === undefined ? { kind: "unknown" } : attached.read(place);
      };
      return createAttachedFiles(read, catalog.dialects);
    },
    paths() {
      if (folder === undefined || attached === undefined) return [];
      const from = pathOf(folder).split("/");
      return [...attached.policies()]
        .filter((policy) => !isProjectFile(policy) && !isGrantsFileName(fileNameOf(policy)))
        .map((policy) => pathFrom(from, pathOf(policy).split("/")))
        .sort(byDistance);
    },
  };
}

/** The URI of a path that may lead upward. */
function uriFrom(folder: string, path: string): string {
  const names = folder.split("/");
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "." && name !== "") names.push(encodeURIComponent(name));
  }
  return names.join("/");
}

/** What lies near is probably meant. */
function byDistance(one: string, other: string): number {
  return one.split("/").length - other.split("/").length || (one < other ? -1 : 1);
}
