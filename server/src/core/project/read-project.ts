// Reads a project file and never fails: what is broken is said at its place and left out, all else holds.
// The file is strict JSON, as other programs read it by its schema; comments and trailing commas, of which
// nobody doubts what they mean, are only warned about.
import * as l10n from "@vscode/l10n";
import type { Finding } from "../checks/check.js";
import { readFields, spotOf } from "../checks/reading/file-parts.js";
import { isHarmless, syntaxFindings } from "../checks/reading/file-syntax.js";
import { findingOf } from "../checks/running/run.js";
import type { Problem } from "../text/problem.js";
import { quoted } from "../text/quoted.js";
import { readJson } from "../text/read-json.js";
import type { Value } from "../text/value.js";
import { NO_PROJECT, type Project } from "./project.js";
import { projectFile } from "./project-file.js";
import { createProjectLog, type ProjectLog } from "./project-log.js";
import { readLevels, readOverrides, readSuppressions } from "./read-checks.js";
import { readAccounts, readApplications } from "./read-estate.js";
import { readGlobs, readText } from "./read-parts.js";
import { projectLevels } from "./settings.js";

const PROJECT_KEYS = [
  "$schema",
  "version",
  "files",
  "accounts",
  "applications",
  "checks",
  "overrides",
  "suppressions",
];

export interface ProjectReading {
  readonly text: string;
  readonly project: Project;
  /** About the file itself; what suppressions are worth is asked of `expired-` and `useless-suppression.ts`. */
  readonly findings: readonly Finding[];
  /** Nothing had to be left out. */
  readonly isSound: boolean;
}

/** `known` is what was wrong before there was a text, such as bytes that are no characters. */
export function readProject(text: string, known: readonly Problem[] = []): ProjectReading {
  const { root, problems: found } = readJson(text);
  const problems = [...known, ...found];
  const log = createProjectLog();
  const project = root === undefined ? NO_PROJECT : readRoot(root, log);
  const levels = projectLevels(project);
  const findings = [
    ...syntaxFindings(projectFile, problems, text, levels),
    ...log.reports.map((report) => findingOf(projectFile, report, levels)),
  ];
  return {
    text,
    project,
    findings: levels[projectFile.id] === "off" ? [] : findings.sort((a, b) => a.span.start - b.span.start),
    isSound: problems.every(isHarmless) && log.reports.every(({ severity }) => severity === "warning"),
  };
}

function readRoot(root: Value, log: ProjectLog): Project {
  const fields = readFields(
    root,
    { what: () => l10n.t("The project file"), place: () => l10n.t("the project file"), keys: PROJECT_KEYS },
    log,
  );
  const valueUnder = (key: string) => fields.get(key)?.value;
  readVersion(valueUnder("version"), log);
  const schema = valueUnder("$schema");
  if (schema !== undefined) readText(schema, () => quoted("$schema"), log);
  const accounts = readAccounts(valueUnder("accounts"), log);
  return {
    files: readGlobs(valueUnder("files"), log),
    accounts,
    applications: readApplications(valueUnder("applications"), accounts, log),
    checks: readLevels(valueUnder("checks"), log),
    overrides: readOverrides(valueUnder("overrides"), log),
    suppressions: readSuppressions(valueUnder("suppressions"), log),
  };
}

/** There has been one version only; a file need not say it. */
function readVersion(version: Value | undefined, log: ProjectLog): void {
  if (version === undefined || (version.kind === "number" && Number(version.text) === 1)) return;
  if (version.kind === "map" || version.kind === "list") {
    log.report(spotOf(version), "no-number", { what: quoted("version") });
  } else {
    const text = version.kind === "string" ? JSON.stringify(version.text) : version.text;
    log.report(version.span, "unknown-version", { text });
  }
}
