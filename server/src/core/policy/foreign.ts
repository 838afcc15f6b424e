// Recognizes policies of other clouds, so that one sentence can say so instead of thirty findings.
import * as l10n from "@vscode/l10n";
import { entryOf, isString, itemsOf, type MapValue, type StringValue, type Value } from "../text/value.js";
import type { ForeignPolicy } from "./model.js";

/** What the marks of all vendors are looked for in. */
interface Content {
  readonly version: StringValue | undefined;
  readonly statements: readonly MapValue[];
  readonly actions: readonly StringValue[];
  readonly resources: readonly StringValue[];
  /** Elements are written as AWS and its followers write them: `Statement`, `Effect`. */
  readonly isCapitalized: boolean;
}

interface Vendor {
  readonly name: () => string;
  /** What gives a policy away as this vendor's; undefined where nothing does. */
  readonly mark: (content: Content) => StringValue | undefined;
}

const VENDORS: readonly Vendor[] = [
  { name: () => "AWS", mark: markOfAws },
  { name: () => l10n.t("Alibaba Cloud"), mark: markOfAlibaba },
  { name: () => l10n.t("Huawei Cloud (identity policy 5.0)"), mark: markOfHuawei },
];

const OWN_VERSIONS = ["2.0", "1.1"];

/** A policy of this version is no other vendor's, whatever stands in it. */
export function isOwnVersion(version: string): boolean {
  return OWN_VERSIONS.includes(version);
}

export function foreignPolicy(map: MapValue): ForeignPolicy | undefined {
  const version = valueUnder(map, "version");
  // Our own version settles it for nearly every policy, before anything is collected.
  if (version?.kind === "string" && isOwnVersion(version.text)) return undefined;
  const content = contentOf(map, version);
  if (isOurs(content)) return undefined;
  for (const { name, mark } of VENDORS) {
    const found = mark(content);
    if (found !== undefined) return { vendor: name(), mark: found.text, span: found.span };
  }
  return undefined;
}

/** Whether strings stand in the policy that only our clouds have. */
export function hasOwnMark(map: MapValue): boolean {
  return isOurs(contentOf(map, undefined));
}

function contentOf(map: MapValue, version: Value | undefined): Content {
  const statements = itemsOf(valueUnder(map, "statement")).filter((value) => value.kind === "map");
  return {
    version: version?.kind === "string" ? version : undefined,
    statements,
    actions: statements.flatMap((statement) => stringsUnder(statement, "action")),
    resources: statements.flatMap((statement) => stringsUnder(statement, "resource")),
    isCapitalized: entryOf(map, "Statement") !== undefined,
  };
}

/** Where a mark of our own clouds stands, the rest is a mistake in a policy of theirs. */
function isOurs({ actions, resources }: Content): boolean {
  if (resources.some(({ text }) => text.startsWith("qcs:"))) return true;
  return actions.some(({ text }) => /^(?:name\/|(?:im|trtc):)/.test(text));
}

/** A date as version is also the commonest slip of people who know AWS: our actions and names outweigh it. */
function markOfAws({ version, actions, resources, statements, isCapitalized }: Content) {
  const arn = resources.find(({ text }) => text.startsWith("arn:"));
  const isDated = version !== undefined && /^20(?:08|12)-10-17$/.test(version.text);
  if (isDated && (arn !== undefined || (isCapitalized && !actions.some(hasThreeParts)))) return version;
  return arn ?? firstKey(statements, /^aws:/);
}

function markOfAlibaba({ version, actions, resources, isCapitalized }: Content) {
  const acs = resources.find(({ text }) => text.startsWith("acs:"));
  if (version?.text !== "1") return acs;
  const isTheirs = isCapitalized && actions.length > 0 && actions.every(({ text }) => TWO_PARTS.test(text));
  return acs !== undefined || isTheirs ? version : undefined;
}

/** The version alone may be a slip: the two languages have the same elements and actions of three parts. */
function markOfHuawei({ version, statements, resources }: Content) {
  if (version?.text !== "5.0") return undefined;
  const hasMark =
    resources.some(({ text }) => /^[a-z]+:[^:]*:[^:]*:[^:]+:.+$/.test(text)) ||
    statements.some((statement) =>
      ["Sid", "NotResource", "Principal"].some((name) => entryOf(statement, name)),
    ) ||
    firstKey(statements, /^g:(?:EnterpriseProjectId|RequestTag|ResourceTag|SourceIp|SourceVpc)/) !==
      undefined;
  return hasMark ? version : undefined;
}

const TWO_PARTS = /^[^:]+:[^:]+$/;

/** As actions of Open Telekom Cloud have and those of AWS have not. */
function hasThreeParts({ text }: StringValue): boolean {
  return text.split(":").length === 3;
}

/** The first condition key that fits. */
function firstKey(statements: readonly MapValue[], pattern: RegExp): StringValue | undefined {
  for (const statement of statements) {
    const condition = valueUnder(statement, "condition");
    for (const operator of condition?.kind === "map" ? condition.entries : []) {
      const keys = operator.value?.kind === "map" ? operator.value.entries : [];
      const found = keys.find(({ key }) => pattern.test(key.text));
      if (found !== undefined) return found.key;
    }
  }
  return undefined;
}

function valueUnder(map: MapValue, name: string): Value | undefined {
  return map.entries.find((entry) => entry.key.text.toLowerCase() === name)?.value;
}

function stringsUnder(map: MapValue, name: string): StringValue[] {
  return itemsOf(valueUnder(map, name)).filter(isString);
}
