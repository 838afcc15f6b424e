// The open documents, each read once per version. What else is kept, and where, says ARCHITECTURE.md.
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type CheckMemory,
  createCheckMemory,
  type Finding,
  indexLines,
  once,
  readProject,
} from "../core/index.js";
import type { JudgedDocument, ServedDocument } from "../features/document.js";
import { pathOf } from "./paths.js";
import { type JudgedPolicy, projectFindings } from "./project-findings.js";
import { isProjectFile, type ProjectState } from "./projects.js";
import { type Surroundings, serve } from "./serve.js";

export interface Documents {
  /** Undefined for documents that are not open, or not policies. */
  readonly get: (uri: string) => ServedDocument | undefined;
  /** Project files too. */
  readonly judge: (uri: string) => JudgedDocument | undefined;
  /**
   * Judges the text of a file that is not open as if it were. Undefined where it is not a policy; which suppressions
   * it uses is kept.
   */
  readonly serveText: (uri: string, text: string) => ServedDocument | undefined;
  /** Reads any text of that name and leaves no trace. */
  readonly readText: (uri: string, text: string) => ServedDocument | undefined;
  /** Project files too; these are judged as they are in force. */
  readonly judgeText: (uri: string, text: string) => JudgedDocument | undefined;
  readonly forget: (uri: string) => void;
  /** Grants files are read anew: what they name has changed. */
  readonly forgetGrants: () => void;
  /** After a change of settings: findings are computed anew. */
  readonly forgetAll: () => void;
}

export interface OpenDocuments {
  readonly get: (uri: string) => TextDocument | undefined;
  readonly all: () => readonly TextDocument[];
}

interface Cached {
  readonly version: number;
  readonly served: ServedDocument | undefined;
  /** Outlives the version: which statements need not be looked at again. */
  readonly memory: CheckMemory;
}

export function createDocuments(open: OpenDocuments, around: Surroundings): Documents {
  const { projects, today, validatesJson = () => false } = around;
  const cache = new Map<string, Cached>();
  /** Files that are not open and were judged with suppressions, by their paths. */
  const closed = new Map<string, JudgedPolicy>();

  function get(uri: string): ServedDocument | undefined {
    const document = open.get(uri);
    if (document === undefined) return undefined;
    const known = cache.get(uri);
    if (known?.version === document.version) return known.served;
    const memory = known?.memory ?? createCheckMemory();
    const { languageId, version } = document;
    const served = serve({ uri, languageId, version, text: document.getText() }, around, memory);
    const told = served && validatesJson() && languageId === "json" ? withoutJson(served) : served;
    cache.set(uri, { version: document.version, served: told, memory });
    return told;
  }

  function serveText(uri: string, text: string): ServedDocument | undefined {
    const served = serve({ uri, text }, around, createCheckMemory());
    closed.delete(pathOf(uri));
    if (served?.project === undefined || served.project.project.suppressions.length === 0) return served;
    const { project } = served;
    return {
      ...served,
      findings() {
        const findings = served.findings();
        // Only what tells that a suppression is useless: the text is not kept.
        closed.set(pathOf(uri), { uri: project.uri, path: project.path, used: project.used() });
        return findings;
      },
    };
  }

  /** What is wrong inside a string, only we see. */
  function withoutJson(served: ServedDocument): ServedDocument {
    const strings = served.file.embedded.map(({ source }) => source.span);
    const isInString = ({ span }: Finding) =>
      strings.some(({ start, end }) => start <= span.start && span.end <= end);
    return { ...served, isToldByOthers: (finding) => isJsonFault(finding) && !isInString(finding) };
  }

  function judgeProject(uri: string): JudgedDocument | undefined {
    const state = projects.read(uri);
    const path = pathOf(uri);
    if (state !== undefined) return projectDocument(uri, state, () => judgedBy(path));
    const document = open.get(uri);
    if (document === undefined) return undefined;
    // What is not in force is judged by itself.
    const reading = readProject(document.getText());
    const { project, isSound } = reading;
    return projectDocument(uri, { reading, project, wasSound: isSound }, () => []);
  }

  /** What was judged with a project file, by the path of that. */
  function judgedBy(path: string): readonly JudgedPolicy[] {
    const opened = new Set(open.all().map(({ uri }) => pathOf(uri)));
    const files = open.all().flatMap((document): JudgedPolicy[] => {
      const project = get(document.uri)?.project;
      return project === undefined ? [] : [{ uri: project.uri, path: project.path, used: project.used() }];
    });
    for (const [file, judged] of closed) if (!opened.has(file)) files.push(judged);
    return files.filter(({ uri }) => pathOf(uri) === path);
  }

  function projectDocument(
    uri: string,
    state: ProjectState,
    judged: () => readonly JudgedPolicy[],
  ): JudgedDocument {
    const { text } = state.reading;
    return {
      uri,
      version: open.get(uri)?.version ?? null,
      text,
      lines: indexLines(text),
      findings: once(() => projectFindings(state, judged(), today())),
      ...(validatesJson() && open.get(uri)?.languageId === "json" && { isToldByOthers: isJsonFault }),
      // For fixes: what is useless because of them is told when they have been made.
      withText: (other) => projectDocument(uri, { ...state, reading: readProject(other) }, () => []),
    };
  }

  return {
    get,
    serveText,
    readText: (uri, text) => serve({ uri, text }, around, createCheckMemory()),
    judge: (uri) => (isProjectFile(uri) ? open.get(uri) && judgeProject(uri) : get(uri)),
    judgeText: (uri, text) => (isProjectFile(uri) ? judgeProject(uri) : serveText(uri, text)),
    forget: (uri) => void cache.delete(uri),
    forgetGrants() {
      for (const [uri, { served }] of cache) if (served?.grants !== undefined) cache.delete(uri);
    },
    forgetAll() {
      cache.clear();
      closed.clear();
    },
  };
}

/** The fault of a text that is no JSON, in the words of the standard. */
function isJsonFault({ check }: Finding): boolean {
  return check === "json-syntax";
}
