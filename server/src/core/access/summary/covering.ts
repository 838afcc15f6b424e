// Which resources of a list lie within others of it. The time it takes grows with the list, not with its square.
import { coversScope, keyOf, type PatternScope, type Scope } from "./scope.js";

/** At most so many entries are compared of those that begin alike; more of them are no list of a person. */
const COMPARED = 50;

/** Each entry that another one covers, with that other one. Of two that cover each other the first stays. */
export function findCovered<Entry extends { readonly scope: Scope }>(
  entries: readonly Entry[],
): ReadonlyMap<Entry, Entry> {
  const covered = new Map<Entry, Entry>();
  const everything = entries.find(({ scope }) => scope.kind === "everything");
  const distinct = new Map<string, Entry>();
  for (const entry of entries) if (!distinct.has(keyOf(entry.scope))) distinct.set(keyOf(entry.scope), entry);
  if (distinct.size < 2) return covered;
  if (everything !== undefined) {
    for (const entry of distinct.values()) if (entry !== everything) covered.set(entry, everything);
    return covered;
  }
  const index = createIndex(distinct.values());
  for (const entry of distinct.values()) {
    const outer = index.find(entry);
    if (outer !== undefined) covered.set(entry, outer);
  }
  return covered;
}

/**
 * A pattern covers only what begins as it does before its first `*`, in each segment. Entries are looked up by
 * these beginnings: of the region, which is nearly always any, nothing needs to be known.
 */
function createIndex<Entry extends { readonly scope: Scope }>(entries: Iterable<Entry>) {
  const byHeads = new Map<string, Entry[]>();
  const order = new Map<Entry, number>();
  const lengths = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const entry of entries) {
    order.set(entry, order.size);
    if (entry.scope.kind !== "pattern" || !entry.scope.hasWildcard) continue;
    const heads = headsOf(entry.scope);
    for (const [at, head] of heads.entries()) lengths[at]?.add(head.length);
    const key = heads.join("\n");
    const known = byHeads.get(key);
    if (known === undefined) byHeads.set(key, [entry]);
    else if (known.length < COMPARED) known.push(entry);
  }
  const beginnings = (head: string, at: number) =>
    [...(lengths[at] ?? [])].filter((length) => length <= head.length).map((length) => head.slice(0, length));

  function covers(outer: Entry, inner: Entry): boolean {
    if (outer === inner || !coversScope(outer.scope, inner.scope)) return false;
    return !coversScope(inner.scope, outer.scope) || (order.get(outer) ?? 0) < (order.get(inner) ?? 0);
  }

  return {
    find(inner: Entry): Entry | undefined {
      if (inner.scope.kind !== "pattern") return undefined;
      const [services = [], accounts = [], names = []] = headsOf(inner.scope).map(beginnings);
      for (const service of services) {
        for (const account of accounts) {
          for (const name of names) {
            const candidates = byHeads.get(`${service}\n${account}\n${name}`);
            const outer = candidates?.find((candidate) => covers(candidate, inner));
            if (outer !== undefined) return outer;
          }
        }
      }
      return undefined;
    },
  };
}

function headsOf({ segments }: PatternScope): readonly string[] {
  const [service = "", , account = "", name = ""] = segments;
  return [service, account, name].map((segment) => segment.split("*", 1)[0] ?? "");
}
