// Everything that is found in a grants file: its own faults, and what the checks say of what is attached.
import type { Catalog } from "../catalog/catalog.js";
import type { CheckInfo, Finding } from "../checks/check.js";
import { findingOf } from "../checks/running/run.js";
import type { AttachedFile } from "./attached-files.js";
import type { GrantsCheck, GrantsContext, Levels } from "./grants-check.js";
import { grantsFile } from "./grants-file.js";
import { missingPolicyFile } from "./missing-policy-file.js";
import { presetCase } from "./preset-case.js";
import { createPresetNames } from "./preset-name.js";
import type { GrantsReading } from "./read-grants.js";
import { renamedPreset } from "./renamed-preset.js";
import { roleDependencyMissing } from "./role-dependency-missing.js";
import { unknownPreset } from "./unknown-preset.js";

const RUN: readonly GrantsCheck[] = [
  missingPolicyFile,
  presetCase,
  renamedPreset,
  roleDependencyMissing,
  unknownPreset,
];

/** What can be found in a grants file. */
export const grantsChecks: readonly CheckInfo[] = [grantsFile, ...RUN];

export interface GrantsOptions {
  readonly catalog: Catalog;
  readonly fileAt: (path: string) => AttachedFile;
  readonly paths?: () => readonly string[];
  readonly levels?: Levels;
}

/** In the order of the text. */
export function judgeGrants(
  { text, grants, findings }: GrantsReading,
  { catalog, fileAt, paths = () => [], levels = {} }: GrantsOptions,
): readonly Finding[] {
  const facts = grants.dialect && catalog.of(grants.dialect);
  const own = facts && { facts, presetNamed: createPresetNames(facts) };
  const context: GrantsContext = { catalog, fileAt, paths, text, ...own };
  const all = levels[grantsFile.id] === "off" ? [] : [...findings(levels)];
  for (const check of RUN) {
    if (levels[check.id] === "off") continue;
    for (const report of check.run(grants, context)) all.push(findingOf(check, report, levels));
  }
  return all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
