// Which combinations of patterns can a text fit, and what is the shortest text for each? Several patterns split all
// texts into cells: the texts that fit the same ones. The patterns are walked together, character by character; a
// place in the walk is where each of them stands (a product automaton), and every place is visited once, the
// nearest first, so that the first text that reaches a cell is its shortest.
import { type Budget, spend } from "./budget.js";
import type { Glob } from "./glob.js";

/**
 * One text for each cell, the empty text last; undefined when the budget is used up. Excluded texts stand for no
 * cell; where another text fits the same patterns, it is found in their stead.
 */
export function cellTexts(
  globs: readonly Glob[],
  budget: Budget,
  excluded: ReadonlySet<string> = new Set(),
): readonly string[] | undefined {
  const texts = new Map<string, string>();
  const start = globs.flatMap((glob, index) => [{ glob, index, places: settle([0], glob) }]);
  const beginnings = beginningsOf(excluded);
  // Long texts are not even looked up: that takes as long as they are.
  const longest = Math.max(0, ...Array.from(excluded, (text) => text.length));
  const isAmong = (texts: ReadonlySet<string>, text: string) => text.length <= longest && texts.has(text);
  const seen = new Set([keyOf(start)]);
  let front: Spot[] = [{ text: "", walkers: start }];
  while (front.length > 0) {
    const next: Spot[] = [];
    for (const { text, walkers } of front) {
      const cell = acceptedBy(walkers);
      if (text !== "" && !texts.has(cell) && !isAmong(excluded, text)) texts.set(cell, text);
      const characters = charactersAt(walkers);
      const places = walkers.reduce((sum, walker) => sum + walker.places.length, 1);
      if (!spend(budget, places * (characters.length + 1))) return undefined;
      for (const character of [...characters, otherThan(characters)]) {
        const moved = step(walkers, character);
        const longer = text + character;
        // On the way to an excluded text nothing is at the same place as anything else.
        const key = isAmong(beginnings, longer) ? `${keyOf(moved)} ${longer}` : keyOf(moved);
        // The first step leaves the empty text even where no pattern notices.
        if (seen.has(key) && text !== "") continue;
        seen.add(key);
        next.push({ text: longer, walkers: moved });
      }
    }
    front = next;
  }
  const empty = acceptedBy(start);
  if (!texts.has(empty) && !excluded.has("")) texts.set(empty, "");
  return [...texts.values()];
}

function beginningsOf(texts: ReadonlySet<string>): ReadonlySet<string> {
  const beginnings = new Set<string>();
  for (const text of texts) for (let end = 1; end <= text.length; end++) beginnings.add(text.slice(0, end));
  return beginnings;
}

interface Spot {
  readonly text: string;
  readonly walkers: readonly Walker[];
}

/** A pattern on its way, with the tokens that it may stand before. Patterns that cannot fit any more are dropped. */
interface Walker {
  readonly glob: Glob;
  readonly index: number;
  readonly places: readonly number[];
}

function step(walkers: readonly Walker[], character: string): Walker[] {
  const moved: Walker[] = [];
  for (const { glob, index, places } of walkers) {
    const met = glob.ignoresCase ? character.toLowerCase() : character;
    const next: number[] = [];
    for (const place of places) {
      const token = glob.tokens[place];
      if (token === "any-many") next.push(place);
      else if (token === "any-one" || (token !== undefined && token.one === met)) next.push(place + 1);
    }
    if (next.length > 0) moved.push({ glob, index, places: settle(next, glob) });
  }
  return moved;
}

/**
 * A star may stand for nothing, so the place behind it counts as well. Places before the last star that is reached
 * are forgotten: whatever would fit from there fits from the star too.
 */
function settle(places: readonly number[], { tokens }: Glob): readonly number[] {
  const reached = new Set<number>();
  for (let place of places) {
    reached.add(place);
    while (tokens[place] === "any-many") reached.add(++place);
  }
  const sorted = [...reached].sort((a, b) => a - b);
  const star = sorted.findLastIndex((place) => tokens[place] === "any-many");
  return star > 0 ? sorted.slice(star) : sorted;
}

function keyOf(walkers: readonly Walker[]): string {
  return walkers.map(({ index, places }) => `${index}:${places.join(",")}`).join(";");
}

function acceptedBy(walkers: readonly Walker[]): string {
  const fitting = walkers.filter(({ glob, places }) => places.includes(glob.tokens.length));
  return fitting.map(({ index }) => index).join(",");
}

/** The characters that some pattern waits for; all others lead to the same place. */
function charactersAt(walkers: readonly Walker[]): readonly string[] {
  const characters = new Set<string>();
  for (const { glob, places } of walkers) {
    for (const place of places) {
      const token = glob.tokens[place];
      if (typeof token !== "object") continue;
      characters.add(token.one);
      if (!glob.ignoresCase) continue;
      const upper = token.one.toUpperCase();
      if (upper.toLowerCase() === token.one) characters.add(upper);
    }
  }
  return [...characters];
}

const LIKELY = "x0abcdefghijklmnopqrstuvwyz123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./@";

/** A character that no pattern waits for, in either case. */
function otherThan(characters: readonly string[]): string {
  const taken = new Set(characters.flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]));
  for (const character of LIKELY) if (!taken.has(character)) return character;
  let code = 0x4e00;
  while (taken.has(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}
