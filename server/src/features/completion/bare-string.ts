// An action or resource that is typed without quotes: its colons make names and values of it when the text is
// read as JSON. Here it is one string again, of the list or element before it.
import { isClosed, type MapValue } from "../../core/index.js";
import { betweenTokens } from "./blanks.js";
import type { ItemSlot, Slot, ValueSlot } from "./slot.js";

export function bareStringAt(
  slot: Slot | undefined,
  text: string,
  offset: number,
): ItemSlot | ValueSlot | undefined {
  if (slot?.map === undefined || slot.opened) return undefined;
  const start = offset - (/[\w*:/.-]*$/.exec(text.slice(Math.max(0, offset - 300), offset))?.[0].length ?? 0);
  const end = offset + (/^[\w*:/.-]*/.exec(text.slice(offset, offset + 300))?.[0].length ?? 0);
  const run = text.slice(start, end);
  if (!/^[A-Za-z][^:]*:/.test(run)) return undefined;
  const written = {
    span: { start, end },
    text: run,
    at: offset - start,
    lead: "",
    opened: false,
    closed: false,
  };
  return ownerOf(slot.map, start, text, { ...written, lacksCommaAfter: false });
}

function ownerOf(
  map: MapValue,
  start: number,
  text: string,
  written: Omit<ItemSlot, "kind" | "list">,
): ItemSlot | ValueSlot | undefined {
  const at = map.entries.findIndex(({ key }) => key.span.start === start);
  const entry = map.entries[at - 1];
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (value === undefined) {
    return betweenTokens(text, entry.key.span.end, start).colonEnd === undefined
      ? undefined
      : { kind: "value", map, lacksColon: false, ...written, entry };
  }
  if (value.kind !== "list" || isClosed(text, value)) return undefined;
  const previous = value.items[value.items.length - 1];
  const lacksComma = previous !== undefined && betweenTokens(text, previous.span.end, start).commas === 0;
  return {
    kind: "item",
    list: value,
    map,
    ...written,
    entry,
    ...(lacksComma && { lacksCommaAt: previous.span.end }),
  };
}
