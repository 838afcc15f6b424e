// Which resources can a comparison tell apart? Resource patterns split all resources into cells: those that fit the
// same patterns.
import type { DialectCatalog } from "../../catalog/catalog.js";
import { accountPrefix } from "../../catalog/resources.js";
import type { SegmentRole } from "../../policy/dialect.js";
import { type ResourcePattern, writeResource } from "../resource-pattern.js";
import { type Bits, bitAt, membersOf } from "./bits.js";
import type { Budget } from "./budget.js";
import { samplesFor, segmentCells } from "./segment-cells.js";

export interface ResourceCell {
  /** The patterns that fit, by their places in the list. */
  readonly fitting: Bits;
  /** One that fits these and no others; the dialect's `anyResource` for what only those for every resource fit. */
  readonly resource: string;
}

export interface ResourceSearch {
  /** Where only its own resources count. */
  readonly service: string | undefined;
  readonly facts: DialectCatalog;
  readonly budget: Budget;
}

/** Undefined when the budget is used up. */
export function resourceCells(
  patterns: readonly ResourcePattern[],
  { service, facts, budget }: ResourceSearch,
): readonly ResourceCell[] | undefined {
  let everything = 0n;
  const shapes = new Map<string, number[]>();
  for (const [at, { any, places }] of patterns.entries()) {
    if (any) everything |= bitAt(at);
    else {
      const shape = places.map(({ role }) => role).join();
      shapes.set(shape, [...(shapes.get(shape) ?? []), at]);
    }
  }
  const cells: ResourceCell[] = [{ fitting: everything, resource: facts.dialect.anyResource }];
  for (const indexes of shapes.values()) {
    const [example] = indexes.flatMap((index) => patterns[index] ?? []);
    if (example === undefined) continue;
    const found = segmentCells(
      indexes.map((index) => patterns[index]?.segments ?? []),
      (texts, place) => {
        const role = example.places[place]?.role ?? "resource";
        if (role === "service" && service !== undefined) return [service];
        const excluded = canBeEmpty(example, place, facts) ? NOTHING : EMPTY;
        const likely = (pattern: string) => likelyText(pattern, role, service, facts);
        return samplesFor(texts, likely, excluded, budget);
      },
      budget,
    );
    if (found === undefined) return undefined;
    for (const { fitting, segments } of found) {
      const own = membersOf(fitting).reduce((bits, at) => bits | bitAt(indexes[at] ?? 0), everything);
      cells.push({ fitting: own, resource: writeResource(example, segments) });
    }
  }
  return cells;
}

const NOTHING: ReadonlySet<string> = new Set();
const EMPTY: ReadonlySet<string> = new Set([""]);

function canBeEmpty(example: ResourcePattern, place: number, { resource }: DialectCatalog): boolean {
  const segments = example.segments.map((segment, at) => (at === place ? "" : segment));
  return resource(writeResource(example, segments)).kind === "resource";
}

const ID_LENGTH = 10;
const ID = "1".padEnd(ID_LENGTH, "0");

/** A text that fits a pattern and reads like that of a real request: ids of applications and accounts are numbers. */
function likelyText(
  pattern: string,
  role: SegmentRole,
  service: string | undefined,
  facts: DialectCatalog,
): string {
  if (pattern === "*") {
    if (role === "region") return "";
    if (role === "account") return `${accountPrefix(facts, service ?? "") ?? ""}${ID}`;
    const [type] = service === undefined ? [] : (facts.service(service)?.resourceTypes ?? []);
    return role === "resource" && type !== undefined ? `${type}/${ID}` : "x";
  }
  const before = pattern.slice(0, pattern.indexOf("*"));
  const digits = /\d*$/.exec(before)?.[0].length ?? 0;
  const filling = /[/\d]$/.test(before) ? "1".padEnd(Math.max(1, ID_LENGTH - digits), "0") : "x";
  return pattern.replace("*", filling).replaceAll("*", "0");
}
