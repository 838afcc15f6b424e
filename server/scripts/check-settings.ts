// The setting `accessPolicy.checks` in the manifest, with a property for each check: editors complete the ids
// and show what each check finds, in the language of their user.
import type { CheckInfo } from "../src/core/index.js";

const LEVELS = ["off", "hint", "info", "warning", "error"];

/** Of the texts about checks, in the files with the texts of the manifest. */
const PREFIX = "check.";

/** No property has a default: an editor would write all of them into the settings of its user. */
function checkProperties(checks: readonly CheckInfo[]): object {
  return Object.fromEntries(
    checks.map(({ id }) => [id, { type: "string", enum: LEVELS, description: `%${PREFIX}${id}%` }]),
  );
}

/** The text of `package.json` with the properties written anew. Throws where the setting is not found. */
export function withCheckProperties(manifest: string, checks: readonly CheckInfo[]): string {
  const parsed: unknown = JSON.parse(manifest, (key, value) =>
    key === "accessPolicy.checks" ? { ...value, properties: checkProperties(checks) } : value,
  );
  const text = written(parsed);
  if (!text.includes('"accessPolicy.checks"')) throw new Error("the manifest has no setting for checks");
  return text;
}

/** Says what a check finds, and which level it has unless somebody sets another one. */
export type DescribeCheck = (check: CheckInfo) => string;

export const inEnglish: DescribeCheck = ({ title, severity }) => `${title} (default: ${severity})`;

/** With the titles of checks in Chinese by the English ones. */
export function inChinese(titles: Readonly<Record<string, string>>): DescribeCheck {
  return ({ title, severity }) => `${titles[title] ?? title}（默认：${severity}）`;
}

/** The text of `package.nls.json`, or of the one in another language, with what it says about checks written anew. */
export function withCheckTexts(texts: string, checks: readonly CheckInfo[], describe: DescribeCheck): string {
  const parsed: Readonly<Record<string, string>> = JSON.parse(texts);
  const others = Object.entries(parsed).filter(([key]) => !key.startsWith(PREFIX));
  const own = checks.map((check) => [`${PREFIX}${check.id}`, describe(check)]);
  return written(Object.fromEntries([...others, ...own]));
}

function written(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
