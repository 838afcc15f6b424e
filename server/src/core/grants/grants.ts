// Who is attached to which policies, as a grants file says it: users, groups, and the names or paths of what an
// administrator has attached to each of them in the console. Every part has its place; what is broken is left out.
import type { Dialect } from "../policy/dialect.js";
import type { Problem } from "../text/problem.js";
import type { Entry, ListValue, StringValue, Value } from "../text/value.js";

const GRANTS_SUFFIX = ".grants.json";

/** Content is not asked: what a grants file says has no mark of its own. */
export function isGrantsFileName(path: string): boolean {
  return path.endsWith(GRANTS_SUFFIX);
}

export interface Grants {
  readonly root?: Value;
  /** Why the text is not strict JSON. */
  readonly problems: readonly Problem[];
  /** The one that the file names, or else the one whose presets it names; undefined where nothing tells. */
  readonly dialect?: Dialect;
  /** By name, in the order of the text; of a name that stands twice the last one, as JSON.parse reads it. */
  readonly groups: ReadonlyMap<string, Holder>;
  readonly users: ReadonlyMap<string, Holder>;
  /** All of them as they are written, those that another of the same name replaces among them. */
  readonly holders: readonly Holder[];
}

/** A user or a group. */
export interface Holder {
  readonly kind: "user" | "group";
  readonly name: string;
  readonly key: StringValue;
  readonly entry: Entry;
  readonly policies: readonly Attachment[];
  /** The list that the policies stand in. */
  readonly list?: ListValue;
  /** Names of groups, unknown ones too; groups have none. */
  readonly groups: readonly StringValue[];
}

/** What stands in a list of policies: the name that the cloud has for one, or the path of a file. */
export interface Attachment {
  readonly kind: "name" | "path";
  readonly text: string;
  readonly value: StringValue;
}

/** No cloud allows slashes in the name of a policy. */
export function isPath(text: string): boolean {
  return /[\\/]|\.jsonc?$/i.test(text);
}

/** A path from the folder of the grants file, without what leads nowhere: `./a/../b` is `b`. */
export function plainPath(path: string): string {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name === ".." && names.length > 0 && names.at(-1) !== "..") names.pop();
    else names.push(name);
  }
  return names.join("/");
}
