// The settings `accessPolicy.*`, read from whatever an editor sends: what does not fit is left out.
import type { Application, Severity } from "../core/index.js";

export interface Settings {
  readonly applications: readonly Application[];
  /** Level of a check by id, where the user wants another than its own. */
  readonly checks: Readonly<Record<string, Severity | "off">>;
  /** Whether lines above policies and statements say what they let someone do. */
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  /** How many policies are judged that nobody has opened. */
  readonly workspaceLimit: number;
}

export const SETTINGS_SECTION = "accessPolicy";

export const DEFAULT_SETTINGS: Settings = {
  applications: [],
  checks: {},
  codeLens: true,
  inlayHints: true,
  workspaceLimit: 10_000,
};

const LEVELS: readonly string[] = ["error", "warning", "info", "hint", "off"] satisfies (Severity | "off")[];

/** Options of a start are that section, or all settings, where an editor is told both in one place. */
export function readInitialSettings(options: unknown): Settings {
  const section = isRecord(options) ? options[SETTINGS_SECTION] : undefined;
  return readSettings(isRecord(section) ? section : options);
}

/** `section` is the value of `accessPolicy`, not of all settings. */
export function readSettings(section: unknown): Settings {
  if (!isRecord(section)) return DEFAULT_SETTINGS;
  return {
    applications: Array.isArray(section.applications) ? section.applications.flatMap(readApplication) : [],
    checks: isRecord(section.checks)
      ? Object.fromEntries(
          Object.entries(section.checks).filter((entry): entry is [string, Severity | "off"] =>
            isLevel(entry[1]),
          ),
        )
      : {},
    codeLens: isSwitch(section.codeLens) ? section.codeLens : DEFAULT_SETTINGS.codeLens,
    inlayHints: isSwitch(section.inlayHints) ? section.inlayHints : DEFAULT_SETTINGS.inlayHints,
    workspaceLimit: isCount(section.workspaceLimit)
      ? section.workspaceLimit
      : DEFAULT_SETTINGS.workspaceLimit,
  };
}

function readApplication(value: unknown): Application[] {
  if (!isRecord(value)) return [];
  const { sdkAppId, label, account } = value;
  if (typeof sdkAppId !== "number" && typeof sdkAppId !== "string") return [];
  return [
    {
      sdkAppId: String(sdkAppId),
      ...(typeof label === "string" && { label }),
      ...((typeof account === "string" || typeof account === "number") && { account: String(account) }),
    },
  ];
}

function isSwitch(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isLevel(value: unknown): value is Severity | "off" {
  return typeof value === "string" && LEVELS.includes(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
