// Which actions of a statement say nothing that another of its actions does not say: the same once more, or part
// of a pattern. A thousand actions take a thousand steps, unless they are all patterns that begin alike.
import type { StringValue } from "../text/value.js";
import { actionKey } from "./action-names.js";
import type { DialectCatalog } from "./catalog.js";
import { coversPattern, isPattern } from "./pattern.js";

/** For each action that repeats an earlier one of its statement, that one. */
export function repeatedActions(
  actions: readonly StringValue[],
  facts: DialectCatalog,
): ReadonlyMap<StringValue, StringValue> {
  const repeated = new Map<StringValue, StringValue>();
  if (actions.length < 2) return repeated;
  const first = new Map<string, StringValue>();
  for (const action of actions) {
    const key = keyOf(action, facts);
    if (key === undefined) continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, action);
    else repeated.set(action, earlier);
  }
  return repeated;
}

/** For each action that lies within a pattern of its statement, that pattern; repetitions are left out. */
export function coveredActions(
  actions: readonly StringValue[],
  { action, dialect }: DialectCatalog,
): ReadonlyMap<StringValue, StringValue> {
  const covered = new Map<StringValue, StringValue>();
  if (actions.length < 2 || !actions.some(({ text }) => isPattern(text))) return covered;
  const distinct = new Map<string, StringValue>();
  for (const value of actions) {
    const { reading } = action(value.text);
    if (reading.kind !== "action") continue;
    const key = actionKey(reading, dialect);
    if (!distinct.has(key)) distinct.set(key, value);
  }
  const heads = patternsByHead(distinct.keys());
  const lengths = [...new Set([...heads.keys()].map((head) => head.length))].sort((a, b) => a - b);
  for (const [key, value] of distinct) {
    const cover = coverOf(key, heads, lengths);
    const by = cover === undefined ? undefined : distinct.get(cover);
    if (by !== undefined) covered.set(value, by);
  }
  return covered;
}

/** Permissions that are no actions repeat each other as they are written; malformed ones are another's matter. */
function keyOf({ text }: StringValue, { action, dialect }: DialectCatalog): string | undefined {
  const { reading } = action(text);
  if (reading.kind === "action") return actionKey(reading, dialect);
  return reading.kind === "other" ? text : undefined;
}

type Heads = ReadonlyMap<string, readonly string[]>;

/** By what stands before the first star: whatever lies within a pattern begins so. */
function patternsByHead(keys: Iterable<string>): Heads {
  const heads = new Map<string, string[]>();
  for (const key of keys) {
    if (!isPattern(key)) continue;
    const head = key.slice(0, key.indexOf("*"));
    const others = heads.get(head);
    if (others === undefined) heads.set(head, [key]);
    else others.push(key);
  }
  return heads;
}

/** The pattern with the shortest beginning that covers it; of two that cover each other, the first stays. */
function coverOf(key: string, heads: Heads, lengths: readonly number[]): string | undefined {
  for (const length of lengths) {
    if (length > key.length) return undefined;
    const found = heads
      .get(key.slice(0, length))
      ?.find(
        (pattern) => pattern !== key && coversPattern(pattern, key) && !isEarlierTwin(key, pattern, heads),
      );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `x:Get*` and `x:Get**` are the same set; whichever stands first is kept. */
function isEarlierTwin(key: string, pattern: string, heads: Heads): boolean {
  if (!isPattern(key) || !coversPattern(key, pattern)) return false;
  const same = heads.get(key.slice(0, key.indexOf("*"))) ?? [];
  return same.indexOf(key) < same.indexOf(pattern);
}
