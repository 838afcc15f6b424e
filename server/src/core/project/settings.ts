// How a project file wants one file judged.
import { matchesAny } from "./glob.js";
import { type Level, type Levels, PROJECT_FILE_NAME, type Project } from "./project.js";

export interface FileSettings {
  readonly levels: Levels;
  /** The file is a policy whatever it holds. */
  readonly isDeclared: boolean;
}

/** `path` is relative to the folder of the project file, with forward slashes. */
export function settingsFor(project: Project, path: string): FileSettings {
  const overrides = project.overrides.filter(({ files }) => matchesAny(files, path));
  const levels: Record<string, Level> = { ...project.checks };
  for (const { checks } of overrides) Object.assign(levels, checks);
  return { levels: overrides.length === 0 ? project.checks : levels, isDeclared: isDeclared(project, path) };
}

/** The project file's own findings have levels like those of any other file. */
export function projectLevels(project: Project): Levels {
  return settingsFor(project, PROJECT_FILE_NAME).levels;
}

function isDeclared({ files }: Project, path: string): boolean {
  return files.length > 0 && /\.jsonc?$/i.test(path) && matchesAny(files, path);
}
