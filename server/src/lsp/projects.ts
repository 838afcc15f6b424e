// The project files of the workspace: which one applies to a document, and what it decides. An open project file
// counts as it is in the editor, saved or not; while it has an error, what it said before stays in force.
import {
  type Application,
  NO_PROJECT,
  PROJECT_FILE_NAME,
  type Project,
  type ProjectReading,
  readProject,
} from "../core/index.js";
import type { DocumentProject } from "../features/document.js";
import { fileNameOf, pathBelow, pathOf, uriBelow } from "./paths.js";
import { isOfWorkspace } from "./workspace-schemes.js";

export interface Projects {
  /** The nearest one upward from a document; or where one would be made. Undefined outside of all folders. */
  readonly of: (uri: string) => ProjectOfDocument | undefined;
  /**
   * What a project file says, and which project is in force because of it; undefined where there is none, and for a
   * version that was, as on the other side of a diff.
   */
  readonly read: (uri: string) => ProjectState | undefined;
  /** To be called when a project file was changed, opened, closed, made or deleted. Whether others notice. */
  readonly refresh: (uri: string) => boolean;
  /** The same for all of them: after changes of folders, and for clients that do not tell when files change. */
  readonly refreshAll: () => boolean;
}

export interface ProjectOfDocument {
  /** Of the project file. */
  readonly uri: string;
  /** From the folder of the project file. */
  readonly path: string;
  readonly project: Project;
}

export interface ProjectState {
  readonly reading: ProjectReading;
  /** As read, or as it was before an error came in. */
  readonly project: Project;
  /** Some text of it had no error. */
  readonly wasSound: boolean;
}

export interface ProjectTexts {
  /** URIs of the folders of the workspace. */
  readonly folders: () => readonly string[];
  readonly open: () => Iterable<{ readonly uri: string; readonly getText: () => string }>;
  /** From disk; undefined where there is no such file, or no disk. */
  readonly read: (uri: string) => string | undefined;
}

/** Of a document that lies in no folder of the workspace: nobody has decided anything. */
export const OUTSIDE = { path: "", project: NO_PROJECT } satisfies Pick<
  ProjectOfDocument,
  "path" | "project"
>;

export function isProjectFile(uri: string): boolean {
  return fileNameOf(uri) === PROJECT_FILE_NAME;
}

/** The document of a project file, however the editor spells the URI. */
export function openProject<Document extends { readonly uri: string }>(
  uri: string,
  open: Iterable<Document>,
): Document | undefined {
  const path = pathOf(uri);
  for (const document of open) {
    if (!isProjectFile(document.uri) || pathOf(document.uri) !== path) continue;
    if (isOfWorkspace(document.uri, [uri])) return document;
  }
  return undefined;
}

/** Who lists applications in a project file lists all that its policies may name. */
export function applicationsOf(
  own: ProjectOfDocument | undefined,
  others: readonly Application[],
): readonly Application[] {
  return own !== undefined && own.project.applications.length > 0 ? own.project.applications : others;
}

/** As features are told of it; `used` are the suppressions that silenced something in the document. */
export function documentProject(
  { uri, path, project }: ProjectOfDocument,
  projects: Projects,
  used: DocumentProject["used"],
): DocumentProject {
  return { uri, path, project, text: () => projects.read(uri)?.reading.text, used };
}

export function createProjects(texts: ProjectTexts): Projects {
  // All by the path of the project file.
  const files = new Map<string, { readonly uri: string; readonly text: string | undefined }>();
  const states = new Map<string, ProjectState>();
  /** By the URI of the document: asked for with each keystroke. */
  const found = new Map<string, ProjectOfDocument | undefined>();
  let folders: readonly string[] = [];

  function textOf(uri: string): string | undefined {
    const opened = openProject(uri, texts.open());
    if (opened !== undefined) return opened.getText();
    const path = pathOf(uri);
    const known = files.get(path) ?? { uri, text: texts.read(uri) };
    files.set(path, known);
    return known.text;
  }

  /** A version that was decides nothing. */
  function isInForce(uri: string): boolean {
    return isOfWorkspace(uri, [...texts.folders(), "file:"]);
  }

  function read(uri: string): ProjectState | undefined {
    if (!isInForce(uri)) return undefined;
    const path = pathOf(uri);
    const text = textOf(uri);
    if (text === undefined) {
      states.delete(path);
      return undefined;
    }
    const known = states.get(path);
    if (known?.reading.text === text) return known;
    const reading = readProject(text);
    const keeps = !reading.isSound && known?.wasSound === true;
    const state: ProjectState = {
      reading,
      project: keeps ? known.project : reading.project,
      wasSound: reading.isSound || keeps,
    };
    states.set(path, state);
    return state;
  }

  function find(uri: string): ProjectOfDocument | undefined {
    const path = pathOf(uri);
    const around = folders.filter((folder) => pathBelow(path, pathOf(folder)) !== undefined);
    // Where folders of the workspace lie in each other, the search goes on to the outer one.
    const [outer] = [...around].sort((a, b) => a.length - b.length);
    if (outer === undefined) return undefined;
    const parts = (pathBelow(path, pathOf(outer)) ?? "").split("/");
    for (let depth = parts.length - 1; depth >= 0; depth--) {
      const file = uriBelow(outer, [...parts.slice(0, depth), PROJECT_FILE_NAME].join("/"));
      const state = read(file);
      if (state !== undefined)
        return { uri: file, path: parts.slice(depth).join("/"), project: state.project };
    }
    const inner = around.reduce((one, other) => (other.length > one.length ? other : one));
    const below = pathBelow(path, pathOf(inner)) ?? "";
    return { uri: uriBelow(inner, PROJECT_FILE_NAME), path: below, project: NO_PROJECT };
  }

  return {
    read,
    of(uri) {
      const now = texts.folders();
      if (now !== folders) found.clear();
      folders = now;
      if (!found.has(uri)) found.set(uri, find(uri));
      return found.get(uri);
    },
    refresh(uri) {
      if (!isInForce(uri)) return false;
      const path = pathOf(uri);
      const before = states.get(path)?.project;
      files.delete(path);
      found.clear();
      return read(uri)?.project !== before;
    },
    refreshAll() {
      const before = [...files].map(([path, { uri }]) => ({ uri, project: states.get(path)?.project }));
      files.clear();
      found.clear();
      return before.filter(({ uri, project }) => read(uri)?.project !== project).length > 0;
    },
  };
}
