// Who gains and loses what by a change of a grants file, or of the policies that it names: users to whom the same
// happens are told together. Groups count for themselves where no user is in them.
import { compare } from "../access/comparison/compare.js";
import type { Comparison } from "../access/comparison/comparison.js";
import type { Catalog } from "../catalog/catalog.js";
import type { AttachedFile } from "./attached-files.js";
import { createEffective, type Effective } from "./effective.js";
import { type Grants, type Holder, plainPath } from "./grants.js";

export interface GrantsSide {
  readonly grants: Grants;
  readonly fileAt: (path: string) => AttachedFile;
}

export interface HoldersChange {
  readonly kind: Holder["kind"];
  /** In the order of the later version. */
  readonly names: readonly string[];
  /** Of the first of them; absent where there was, or is, nobody of that name. */
  readonly before?: HeldAccess;
  readonly after?: HeldAccess;
  readonly comparison: Comparison;
}

export interface HeldAccess extends Effective {
  readonly holder: Holder;
}

export interface GrantsCompareOptions {
  /** The comparison of policies; another one where it may take less time. */
  readonly comparePolicies?: typeof compare;
}

/** Either side may be absent: there was, or is, no such file. Those whose access is the same come too. */
export function compareGrants(
  before: GrantsSide | undefined,
  after: GrantsSide | undefined,
  catalog: Catalog,
  { comparePolicies = compare }: GrantsCompareOptions = {},
): readonly HoldersChange[] {
  const [was, is] = [createSide(before, catalog), createSide(after, catalog)];
  const changes = new Map<string, { kind: Holder["kind"]; names: string[]; was?: Held; is?: Held }>();
  for (const kind of ["user", "group"] as const) {
    for (const name of new Set([...is.names(kind), ...was.names(kind)])) {
      if (kind === "group" && (was.hasMembers(name) || is.hasMembers(name))) continue;
      const [old, now] = [was.held(kind, name), is.held(kind, name)];
      const id = JSON.stringify([kind, old?.contents ?? null, now?.contents ?? null]);
      const known = changes.get(id);
      if (known !== undefined) known.names.push(name);
      else changes.set(id, { kind, names: [name], ...(old && { was: old }), ...(now && { is: now }) });
    }
  }
  return Array.from(changes.values(), ({ kind, names, was: old, is: now }) => ({
    ...{ kind, names },
    ...(old && { before: old.access }),
    ...(now && { after: now.access }),
    comparison:
      old?.contents === now?.contents
        ? UNCHANGED
        : comparePolicies(old?.access.policies ?? [], now?.access.policies ?? [], catalog),
  }));
}

const UNCHANGED: Comparison = { verdict: "unchanged", gained: [], lost: [], undecided: [], leftOut: [] };

interface Held {
  readonly access: HeldAccess;
  /** Equal where nothing can differ, on either side. */
  readonly contents: string;
}

function createSide(side: GrantsSide | undefined, catalog: Catalog) {
  const { groups, users } = side?.grants ?? NOBODY;
  const effectiveOf = side && createEffective(side.grants, { catalog, fileAt: side.fileAt });
  const contents = new Map<string, string>();
  const filled = new Set([...users.values()].flatMap((user) => user.groups.map(({ text }) => text)));

  /** A policy file may be another one under the same name. Most users have what others have. */
  function contentsOf({ key, sources }: Effective): string {
    const known = contents.get(key);
    if (known !== undefined) return known;
    const files = sources.flatMap(({ attachment: { kind, text } }) => {
      const file = kind === "path" ? side?.fileAt(text) : undefined;
      return file?.kind === "policy" ? [[plainPath(text), file.text]] : [];
    });
    const made = JSON.stringify([side?.grants.dialect?.id, key, files.sort()]);
    contents.set(key, made);
    return made;
  }

  return {
    names: (kind: Holder["kind"]) => (kind === "user" ? users : groups).keys(),
    hasMembers: (group: string) => filled.has(group),
    held(kind: Holder["kind"], name: string): Held | undefined {
      const holder = (kind === "user" ? users : groups).get(name);
      if (holder === undefined || effectiveOf === undefined) return undefined;
      const effective = effectiveOf(holder);
      return { access: { ...effective, holder }, contents: contentsOf(effective) };
    },
  };
}

const NOBODY: Pick<Grants, "groups" | "users"> = { groups: new Map(), users: new Map() };
