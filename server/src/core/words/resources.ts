// On what something is allowed: `app 1400100200 (Live prod)`, `2 applications`, `everything`.
import { type Scope, scopeOf } from "../access/summary/scope.js";
import { APPLICATION_TYPE, type Application } from "../catalog/applications.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { isPattern } from "../catalog/pattern.js";
import { enumerate, list } from "./lists.js";
import { PLAIN, type Style } from "./style.js";

/** Resources that are spelled out before the rest is counted. */
const NAMED = 3;

/** In few words: one application is named, several are counted; what is no resource is shown as it stands. */
export function describeResources(
  resources: readonly string[],
  facts: DialectCatalog,
  applications: readonly Application[],
  style: Style = PLAIN,
): string {
  const ones = new Map<string, string>();
  const others = new Set<string>();
  for (const text of resources) {
    if (text === facts.dialect.anyResource) return "everything";
    const reading = facts.resource(text);
    if (reading.kind !== "resource") {
      others.add(style.quoted(text));
      continue;
    }
    if (reading.any) return "everything";
    const words = describeScope(scopeOf(text, reading), applications, style);
    if (reading.type === APPLICATION_TYPE && NUMBER.test(reading.path)) ones.set(words, reading.path);
    else others.add(words);
  }
  const count = new Set(ones.values()).size;
  const parts = [...(count > 1 ? [`${count} applications`] : ones.keys()), ...others];
  if (parts.length === 0) return "nothing";
  return parts.length > NAMED ? list(parts, NAMED) : enumerate(parts);
}

const NUMBER = /^\d+$/;

/** `everything`, `app 1400100200 (Live prod)`, `every application`, or the resource as written. */
export function describeScope(
  scope: Scope,
  applications: readonly Application[],
  style: Style = PLAIN,
): string {
  if (scope.kind === "everything") return "everything";
  const { type, path, account, region } = scope.parts;
  if (type !== APPLICATION_TYPE || path === "") return style.quoted(scope.text);
  const owner = /^uin\/\d+$/.test(account) ? ` of ${account}` : "";
  const place = region === "" || region === "*" ? "" : ` in ${style.value(region)}`;
  const where = `${place}${owner}`;
  if (path === "*") return `every application${where}`;
  if (isPattern(path)) return `applications ${style.quoted(path)}${where}`;
  const label = applications.find(({ sdkAppId }) => sdkAppId === path)?.label;
  const name = NUMBER.test(path) ? path : style.quoted(path);
  return `app ${name}${label ? ` (${style.label(label)})` : ""}${place}`;
}
