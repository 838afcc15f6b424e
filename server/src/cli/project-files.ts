// The project files of a run: the nearest one upward from a file applies to it, across work trees and up to the
// root of the file system. What is wrong with one is reported as a result of that file, once, at the end.
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import {
  expiredSuppressions,
  PROJECT_FILE_NAME,
  type ProjectReading,
  readProject,
  type Suppression,
  uselessSuppressions,
} from "../core/index.js";
import type { Disk } from "../disk/disk.js";
import { describeError, describeTooLarge } from "./failure.js";
import type { FoundFile, Target } from "./files.js";
import { decode, LARGEST } from "./read-file.js";
import type { FileResult } from "./reporters/report.js";

export interface ProjectFiles {
  /** Undefined where no project file applies. */
  readonly of: (file: FoundFile) => ProjectFile | undefined;
  /** To be called for a project file that was named or found, which is no policy. */
  readonly visit: (file: FoundFile) => void;
  /** Those with findings, and those that were named; complete when all files have been judged. */
  readonly results: () => Iterable<FileResult>;
}

export interface ProjectFile {
  readonly reading: ProjectReading;
  readonly pathOf: (file: FoundFile) => string;
  /** By their paths from the folder of the project file. */
  readonly judged: Set<string>;
  readonly used: Set<Suppression>;
}

export interface ProjectSearch {
  readonly cwd: string;
  readonly disk: Disk;
  readonly targets: readonly Target[];
  readonly today: () => string;
  /** `nearest` unless one was named, or none is wanted. */
  readonly wanted: "nearest" | "none" | { readonly path: string };
  /** Whether all checks run as they would without options: only then a suppression can be called useless. */
  readonly isWhole: boolean;
  /** Told why a project file could not be read. */
  readonly complain: (path: string, reason: string) => void;
}

interface Loaded extends ProjectFile {
  readonly folder: string;
  readonly place: string;
  /** As people are shown it. */
  path: string;
  /** By the user: then it is reported without findings too. */
  isNamed: boolean;
}

export function isProjectFile({ path }: FoundFile): boolean {
  return path.endsWith(PROJECT_FILE_NAME) && basename(path) === PROJECT_FILE_NAME;
}

export function createProjectFiles(search: ProjectSearch): ProjectFiles {
  const { cwd, disk, targets, today, wanted, isWhole, complain } = search;
  const loaded = new Map<string, Loaded | undefined>();
  /** What applies in a folder. */
  const nearest = new Map<string, Loaded | undefined>();
  const named = typeof wanted === "object" ? load(resolve(cwd, wanted.path), wanted.path) : undefined;

  function load(place: string, path: string): Loaded | undefined {
    if (!loaded.has(place)) loaded.set(place, read(place, path));
    return loaded.get(place);
  }

  function read(place: string, path: string): Loaded | undefined {
    const folder = dirname(place);
    const isNamed = typeof wanted === "object";
    try {
      if (!isNamed && disk.kindOf(place) !== "file") return undefined;
      const bytes = disk.read(place, LARGEST);
      if (bytes !== undefined) {
        const { text, problems } = decode(bytes);
        const reading = readProject(text, problems);
        const pathOf = (file: FoundFile) => pathBelow(folder, file);
        return { reading, pathOf, judged: new Set(), used: new Set(), folder, place, path, isNamed };
      }
      complain(path, describeTooLarge());
    } catch (error) {
      complain(path, describeError(error));
    }
    return undefined;
  }

  function nearestOf(folder: string, file: FoundFile): Loaded | undefined {
    if (nearest.has(folder)) return nearest.get(folder);
    const place = join(folder, PROJECT_FILE_NAME);
    const above = dirname(folder);
    const found =
      load(place, shownPath(place, file)) ?? (above === folder ? undefined : nearestOf(above, file));
    nearest.set(folder, found);
    return found;
  }

  /** Beside the path of a file that it applies to, as that one was given. */
  function shownPath(place: string, file: FoundFile): string {
    const below = pathBelow(dirname(place), file);
    if (file.place !== undefined && file.path.endsWith(below) && !below.startsWith("..")) {
      return file.path.slice(0, file.path.length - below.length) + PROJECT_FILE_NAME;
    }
    return withSlashes(relative(cwd, place));
  }

  function resultOf({ reading, folder, path, judged, used }: Loaded): FileResult {
    const { text, project, findings } = reading;
    const isComplete = targets.some(
      (target) => target.kind === "folder" && (target.place === folder || isBelow(folder, target.place)),
    );
    const all = [
      ...findings,
      ...expiredSuppressions(project, text, today()),
      ...(isWhole
        ? uselessSuppressions(project, text, { today: today(), paths: judged, used, isComplete })
        : []),
    ].sort((a, b) => a.span.start - b.span.start);
    return { path, dialect: null, text, findings: all, suppressed: [] };
  }

  return {
    of(file) {
      if (wanted === "none") return undefined;
      if (wanted !== "nearest") return named;
      return nearestOf(file.place === undefined ? cwd : dirname(file.place), file);
    },
    visit(file) {
      if (wanted !== "nearest" || file.place === undefined) return;
      const found = load(file.place, file.path);
      if (found === undefined) return;
      found.path = file.path;
      if (file.declared) found.isNamed = true;
    },
    *results() {
      for (const project of loaded.values()) {
        if (project === undefined) continue;
        const result = resultOf(project);
        if (project.isNamed || result.findings.length > 0) yield result;
      }
    },
  };
}

function pathBelow(folder: string, { path, place }: FoundFile): string {
  if (place === undefined) return path;
  if (!isBelow(place, folder)) return withSlashes(relative(folder, place));
  return withSlashes(place.slice(folder.endsWith(sep) ? folder.length : folder.length + 1));
}

function isBelow(place: string, folder: string): boolean {
  return place.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function withSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
