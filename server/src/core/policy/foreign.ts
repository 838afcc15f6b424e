// Recognizes policies of other clouds, so that one sentence can say so instead of thirty findings.
import { entryOf, isString, itemsOf, type MapValue, type StringValue, type Value } from "../text/value.js";
import type { ForeignPolicy } from "./model.js";

interface Vendor {
  readonly name: string;
  /** Versions that are this vendor's alone. */
  readonly versions: readonly string[];
  /** Versions that are also written by mistake: they count only together with another mark. */
  readonly sharedVersions: readonly string[];
  readonly resource: RegExp;
  readonly principal: RegExp | undefined;
}

const VENDORS: readonly Vendor[] = [
  {
    name: "AWS",
    versions: ["2012-10-17", "2008-10-17"],
    sharedVersions: [],
    resource: /^arn:/,
    principal: /^arn:|^AWS$/,
  },
  { name: "Alibaba Cloud", versions: [], sharedVersions: ["1"], resource: /^acs:/, principal: undefined },
  {
    name: "Huawei Cloud (identity policy 5.0)",
    versions: [],
    sharedVersions: ["5.0"],
    resource: /^[a-z]+:[^:]*:[^:]*:[^:]+:.+$/,
    principal: undefined,
  },
];

/** Marks of our own clouds: where one of them stands, the document is ours, and the rest is a mistake in it. */
const OWN_RESOURCE = /^qcs:/;
const OWN_VERSIONS = ["2.0", "1.1"];

export function foreignPolicy(map: MapValue): ForeignPolicy | undefined {
  const version = valueUnder(map, "version");
  const statements = itemsOf(valueUnder(map, "statement")).filter((value) => value.kind === "map");
  const resources = statements.flatMap((statement) => stringsUnder(statement, "resource"));
  const actions = statements.flatMap((statement) => stringsUnder(statement, "action"));
  if (resources.some((resource) => OWN_RESOURCE.test(resource.text))) return undefined;
  if (version?.kind === "string" && OWN_VERSIONS.includes(version.text)) {
    return undefined;
  }
  for (const vendor of VENDORS) {
    const mark = markOf(vendor, { version, resources, actions, statements });
    if (mark !== undefined) return { vendor: vendor.name, mark: mark.text, span: mark.span };
  }
  return undefined;
}

interface Content {
  readonly version: Value | undefined;
  readonly resources: readonly StringValue[];
  readonly actions: readonly StringValue[];
  readonly statements: readonly MapValue[];
}

function markOf(vendor: Vendor, content: Content): StringValue | undefined {
  const { version, resources, statements } = content;
  const resource = resources.find(({ text }) => vendor.resource.test(text));
  const versionText = version?.kind === "string" ? version : undefined;
  // A date as version is also the commonest slip of people who know AWS: our own actions outweigh it.
  if (versionText && vendor.versions.includes(versionText.text) && !writesOurActions(content))
    return versionText;
  if (versionText && vendor.sharedVersions.includes(versionText.text)) {
    if (resource !== undefined || hasOwnMarks(vendor, statements)) return versionText;
  }
  if (vendor.name === "AWS" && resource !== undefined) return resource;
  return undefined;
}

/** Elements and keys that Huawei's identity policies have and ours have not. */
function hasOwnMarks(vendor: Vendor, statements: readonly MapValue[]): boolean {
  if (!vendor.name.startsWith("Huawei")) return false;
  return statements.some((statement) => {
    if (entryOf(statement, "Sid") !== undefined || entryOf(statement, "NotResource") !== undefined)
      return true;
    const condition = valueUnder(statement, "condition");
    if (condition?.kind !== "map") return false;
    return condition.entries.some(
      (operator) =>
        operator.value?.kind === "map" &&
        operator.value.entries.some((key) =>
          /^g:(?:SourceVpc|SourceIp|EnterpriseProjectId)/.test(key.key.text),
        ),
    );
  });
}

/** `name/im:…`, or one of the three services: nobody writes those for another cloud. */
function writesOurActions({ actions }: Content): boolean {
  return actions.some(({ text }) => /^(?:name\/|(?:im|trtc):|ims:[^:]+:)/.test(text));
}

function valueUnder(map: MapValue, name: string): Value | undefined {
  return map.entries.find((entry) => entry.key.text.toLowerCase() === name)?.value;
}

function stringsUnder(map: MapValue, name: string): StringValue[] {
  return itemsOf(valueUnder(map, name)).filter(isString);
}
