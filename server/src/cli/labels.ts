// What the team calls its applications, for the files that a command names: by the nearest project file of each.
import { resolve } from "node:path";
import * as l10n from "@vscode/l10n";
import type { Application } from "../core/index.js";
import { STDIN } from "./files.js";
import { shownPath } from "./policy-files.js";
import { createProjectFiles, type ProjectSearch } from "./project-files.js";
import { visible } from "./reporters/visible.js";
import { complain, type Shell, type UsageError } from "./shell.js";

export interface Labels {
  /** `given` is the path of a file, or `-` for standard input. */
  readonly applicationsFor: (given: string) => readonly Application[];
}

export function createLabels(wanted: ProjectSearch["wanted"], { cwd, disk, stderr, today }: Shell): Labels {
  const projects = createProjectFiles({
    ...{ cwd, disk, targets: [], today, wanted, isWhole: false },
    complain: (path, reason) => complain({ stderr }, `${visible(path)}: ${reason}`),
  });
  return {
    applicationsFor(given) {
      const place = given === STDIN ? {} : { place: resolve(cwd, given) };
      const file = { kind: "file", path: shownPath(given), declared: true, ...place } as const;
      return projects.of(file)?.reading.project.applications ?? [];
    },
  };
}

/** The two options about project files, as every command has them. */
export function readProjectOptions(values: {
  readonly project?: string | undefined;
  readonly "no-project"?: boolean | undefined;
}): { readonly project: ProjectSearch["wanted"] } | UsageError {
  const isUnwanted = values["no-project"] === true;
  if (values.project === undefined) return { project: isUnwanted ? "none" : "nearest" };
  if (!isUnwanted) return { project: { path: values.project } };
  return { usageError: l10n.t('"--project" and "--no-project" contradict each other') };
}
