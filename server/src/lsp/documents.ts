// The open documents, each read once per version. The only cache of the program.
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Catalog,
  type CheckMemory,
  createCheckMemory,
  indexLines,
  isPolicyFileName,
  readPolicyFile,
  readProject,
  runChecks,
  settingsFor,
  suppress,
} from "../core/index.js";
import type { JudgedDocument, ServedDocument } from "../features/document.js";
import { mayHoldPolicy } from "../protocol/candidate.js";
import { fileNameOf, pathOf } from "./paths.js";
import { projectFindings } from "./project-findings.js";
import { isProjectFile, type ProjectOfDocument, type ProjectState, type Projects } from "./projects.js";
import type { Settings } from "./settings.js";

export interface Documents {
  /** Undefined for documents that are not open, or not policies. */
  readonly get: (uri: string) => ServedDocument | undefined;
  /** Project files too. */
  readonly judge: (uri: string) => JudgedDocument | undefined;
  /** Judges a text that is not open as if it were; kept nowhere. Undefined where it is not a policy. */
  readonly serveText: (uri: string, text: string) => ServedDocument | undefined;
  /** Project files too; these are judged as they are in force. */
  readonly judgeText: (uri: string, text: string) => JudgedDocument | undefined;
  readonly forget: (uri: string) => void;
  /** After a change of settings: findings are computed anew. */
  readonly forgetAll: () => void;
}

/** What documents are judged by, as it is now. */
export interface Surroundings {
  readonly catalog: Catalog;
  readonly open: {
    readonly get: (uri: string) => TextDocument | undefined;
    readonly all: () => readonly TextDocument[];
  };
  readonly projects: Projects;
  readonly settings: () => Settings;
  readonly today: () => string;
}

interface Cached {
  readonly version: number;
  readonly served: ServedDocument | undefined;
  /** Outlives the version: which statements need not be looked at again. */
  readonly memory: CheckMemory;
}

/** Who is attached to which policies: a kind of file of its own. */
const GRANTS_SUFFIX = ".grants.json";

export function createDocuments(around: Surroundings): Documents {
  const { open, projects, today } = around;
  const cache = new Map<string, Cached>();

  function get(uri: string): ServedDocument | undefined {
    const document = open.get(uri);
    if (document === undefined) return undefined;
    const known = cache.get(uri);
    if (known?.version === document.version) return known.served;
    const memory = known?.memory ?? createCheckMemory();
    const { languageId, version } = document;
    const served = serve({ uri, languageId, version, text: document.getText() }, around, memory);
    cache.set(uri, { version: document.version, served, memory });
    return served;
  }

  function serveText(uri: string, text: string): ServedDocument | undefined {
    return serve({ uri, text }, around, createCheckMemory());
  }

  function judgeProject(uri: string): JudgedDocument | undefined {
    const state = projects.read(uri);
    const path = pathOf(uri);
    const ofProject = () => {
      const documents = open.all().flatMap((document) => get(document.uri) ?? []);
      return documents.filter(({ project }) => project !== undefined && pathOf(project.uri) === path);
    };
    return state && projectDocument(uri, state, ofProject);
  }

  function projectDocument(
    uri: string,
    state: ProjectState,
    documents: () => readonly ServedDocument[],
  ): JudgedDocument {
    const { text } = state.reading;
    return {
      uri,
      version: open.get(uri)?.version ?? null,
      text,
      lines: indexLines(text),
      findings: once(() => projectFindings(state, documents(), today())),
      // For fixes: what is useless because of them is told when they have been made.
      withText: (other) => projectDocument(uri, { ...state, reading: readProject(other) }, () => []),
    };
  }

  return {
    get,
    serveText,
    judge: (uri) => (isProjectFile(uri) ? open.get(uri) && judgeProject(uri) : get(uri)),
    judgeText: (uri, text) => (isProjectFile(uri) ? judgeProject(uri) : serveText(uri, text)),
    forget: (uri) => void cache.delete(uri),
    forgetAll: () => cache.clear(),
  };
}

interface Source {
  readonly uri: string;
  /** Absent for a file that no editor has opened: its name says what it is. */
  readonly languageId?: string;
  readonly version?: number;
  readonly text: string;
}

function serve(source: Source, around: Surroundings, memory: CheckMemory): ServedDocument | undefined {
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

function once<Result>(compute: () => Result): () => Result {
  let known: { readonly result: Result } | undefined;
  return () => {
    known ??= { result: compute() };
    return known.result;
  };
}
