// Matches paths against globs in a time that grows with the length of both, whatever a glob looks like: a project
// file may come from anybody, and must not be able to stall an editor.

/** Says of one character whether it fits. */
type Token = (character: string) => boolean;

/** `undefined` stands for a star: any number of what follows each other. */
type Name = readonly (Token | undefined)[];

/** Nobody writes more alternatives by hand. */
const MOST_ALTERNATIVES = 1_000;

/**
 * `*` and `?` within a name, `**` for any folders, `[a-z]`, `[!a]`, `{a,b}`; names may start with a dot. What
 * ends with a slash means everything below.
 */
export function compileGlob(glob: string): (path: string) => boolean {
  const patterns = expandBraces(glob).map((text) => {
    // A folder is no file: what is below it has a name.
    const below = text.replace(/^(?:\.\/)+/, "").replace(/\/(?:\*\*)?$/, "/**/*");
    return below.split("/").map((name) => (name === "**" ? undefined : readName(name)));
  });
  return (path) => {
    const names = path.split("/").map((name) => [...name]);
    return patterns.some((pattern) => matches(pattern, names, matchesName));
  };
}

function matchesName(name: Name, characters: readonly string[]): boolean {
  return matches(name, characters, (token, character) => token(character));
}

/** Of several stars only the last one has to be tried with more: what those before it took can stay. */
function matches<Part, Item>(
  pattern: readonly (Part | undefined)[],
  items: readonly Item[],
  fits: (part: Part, item: Item) => boolean,
): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let next = 0; next < items.length; ) {
    const part = pattern[at];
    const item = items[next];
    if (at < pattern.length && part === undefined) {
      star = at++;
      taken = next;
    } else if (part !== undefined && item !== undefined && fits(part, item)) {
      at++;
      next++;
    } else if (star >= 0) {
      at = star + 1;
      next = ++taken;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every((part) => part === undefined);
}

/** Within a name, two stars are one. */
function readName(text: string): Name {
  return [...text.matchAll(/\*+|\[[!^]?[^\]]+\]|[\s\S]/gu)].map(([part]) => {
    if (part.startsWith("*")) return undefined;
    if (part === "?") return () => true;
    return part.length > 1 && part.startsWith("[")
      ? readSet(part)
      : (character: string) => character === part;
  });
}

/** `[abc]`, `[a-z]`, `[!abc]`. */
function readSet(text: string): Token {
  const isNegated = /^\[[!^]/.test(text);
  const inner = text.slice(isNegated ? 2 : 1, -1);
  const ranges = [...inner.matchAll(/([\s\S])-([\s\S])|[\s\S]/gu)].map(
    ([whole, from = whole, to = whole]) => ({
      from,
      to,
    }),
  );
  return (character) => ranges.some(({ from, to }) => from <= character && character <= to) !== isNegated;
}

/** `a{b,c}` as `ab` and `ac`. What has no end, or too many of them, means itself. */
function expandBraces(glob: string): readonly string[] {
  let expanded = [glob];
  for (;;) {
    const next = expanded.flatMap(expandInnermost);
    if (next.length === expanded.length) return next;
    if (next.length > MOST_ALTERNATIVES) return [glob];
    expanded = next;
  }
}

function expandInnermost(text: string): readonly string[] {
  const found = /\{([^{}]*,[^{}]*)\}/.exec(text);
  if (found === null) return [text];
  const [whole, choices = ""] = found;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + whole.length);
  return choices.split(",").map((choice) => before + choice + after);
}
