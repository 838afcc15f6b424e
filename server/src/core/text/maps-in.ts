// Finds every object that a value holds, itself included.
import type { MapValue, Value } from "./value.js";

/** All maps, in no order; without recursion, for files of ten megabytes. */
export function* mapsIn(root: Value | undefined): Iterable<MapValue> {
  const pending = root === undefined ? [] : [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === "map") {
      yield value;
      for (const { value: inner } of value.entries) {
        if (inner?.kind === "map" || inner?.kind === "list") pending.push(inner);
      }
    } else if (value.kind === "list") {
      for (const item of value.items) if (item.kind === "map" || item.kind === "list") pending.push(item);
    }
  }
}
