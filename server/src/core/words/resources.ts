// On what something is allowed: `app 1400100200 (Live prod)`, `2 applications`, `everything`.
import * as l10n from "@vscode/l10n";
import { type Scope, scopeOf } from "../access/summary/scope.js";
import { APPLICATION_TYPE, type Application } from "../catalog/applications.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { isPattern } from "../catalog/pattern.js";
import { fill } from "./fill.js";
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
  if (areEverything(resources, facts)) return everything();
  const ones = new Map<string, string>();
  const others = new Set<string>();
  for (const text of resources) {
    const reading = facts.resource(text);
    if (reading.kind !== "resource") {
      others.add(style.quoted(text));
      continue;
    }
    const words = describeScope(scopeOf(text, reading), applications, style);
    if (reading.type === APPLICATION_TYPE && NUMBER.test(reading.path)) ones.set(words, reading.path);
    else others.add(words);
  }
  const count = new Set(ones.values()).size;
  const counted = count > 1 ? [fill(l10n.t("{count} applications"), { count })] : ones.keys();
  const parts = [...counted, ...others];
  if (parts.length === 0) return l10n.t({ message: "nothing", comment: ["resources"] });
  return parts.length > NAMED ? list(parts, NAMED) : enumerate(parts);
}

/** Where there is no room for more. */
export function countResources(count: number): string {
  return count === 1 ? l10n.t("1 resource") : fill(l10n.t("{count} resources"), { count });
}

const NUMBER = /^\d+$/;

/** Whether one of them stands for all there is. */
export function areEverything(resources: readonly string[], facts: DialectCatalog): boolean {
  return resources.some((text) => {
    if (text === facts.dialect.anyResource) return true;
    const reading = facts.resource(text);
    return reading.kind === "resource" && reading.any;
  });
}

/** `everything`, `app 1400100200 (Live prod)`, `every application`, or the resource as written. */
export function describeScope(
  scope: Scope,
  applications: readonly Application[],
  style: Style = PLAIN,
): string {
  if (scope.kind === "everything") return everything();
  const { type, path, account, region } = scope.parts;
  if (type !== APPLICATION_TYPE || path === "") return style.quoted(scope.text);
  const what = inRegion(describeApplications(path, applications, style), region, style);
  const isOwner = /^uin\/\d+$/.test(account) && (path === "*" || isPattern(path));
  return isOwner ? fill(l10n.t("{applications} of {account}"), { applications: what, account }) : what;
}

function everything(): string {
  return l10n.t({ message: "everything", comment: ["resources"] });
}

function describeApplications(path: string, applications: readonly Application[], style: Style): string {
  if (path === "*") return l10n.t("every application");
  if (isPattern(path)) return fill(l10n.t("applications {pattern}"), { pattern: style.quoted(path) });
  const id = NUMBER.test(path) ? path : style.quoted(path);
  const label = applications.find(({ sdkAppId }) => sdkAppId === path)?.label;
  return label
    ? fill(l10n.t("app {id} ({label})"), { id, label: style.label(label) })
    : fill(l10n.t("app {id}"), { id });
}

function inRegion(applications: string, region: string, style: Style): string {
  if (region === "" || region === "*") return applications;
  return fill(l10n.t("{applications} in {region}"), { applications, region: style.value(region) });
}
