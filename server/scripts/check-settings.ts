// The setting `accessPolicy.checks` in the manifest, with a property for each check: editors complete the ids
// and show what each check finds.
import type { CheckInfo } from "../src/core/index.js";

const LEVELS = ["off", "hint", "info", "warning", "error"];

/** No property has a default: an editor would write all of them into the settings of its user. */
export function checkProperties(checks: readonly CheckInfo[]): object {
  return Object.fromEntries(
    checks.map(({ id, title, severity }) => [
      id,
      { type: "string", enum: LEVELS, description: `${title} (default: ${severity})` },
    ]),
  );
}

/** The text of `package.json` with the properties written anew. Throws where the setting is not found. */
export function withCheckProperties(manifest: string, checks: readonly CheckInfo[]): string {
  const parsed: unknown = JSON.parse(manifest, (key, value) =>
    key === "accessPolicy.checks" ? { ...value, properties: checkProperties(checks) } : value,
  );
  const text = `${JSON.stringify(parsed, undefined, 2)}\n`;
  if (!text.includes('"accessPolicy.checks"')) throw new Error("the manifest has no setting for checks");
  return text;
}
