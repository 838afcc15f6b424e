// Wildcard patterns as lists of tokens, for conditions: `*` everywhere, `?` where an operator has it, with or
// without regard to case. Actions and resources know `*` alone and use catalog/pattern.ts.

export type Token = { readonly one: string } | "any-one" | "any-many";

export interface Glob {
  readonly tokens: readonly Token[];
  readonly ignoresCase: boolean;
}

export interface GlobOptions {
  /** The characters of the pattern that stand for others. */
  readonly wildcards?: "" | "*" | "*?";
  readonly ignoresCase?: boolean;
  /** The text may stand anywhere behind or before others: `StringStartWith`, `StringEndWith`. */
  readonly open?: "end" | "start";
}

export function globOf(text: string, { wildcards = "", ignoresCase = false, open }: GlobOptions): Glob {
  const tokens: Token[] = open === "start" ? ["any-many"] : [];
  for (const character of foldIf(ignoresCase, text)) {
    if (character === "*" && wildcards !== "") {
      // Two stars say what one says.
      if (tokens[tokens.length - 1] !== "any-many") tokens.push("any-many");
    } else if (character === "?" && wildcards === "*?") tokens.push("any-one");
    else tokens.push({ one: character });
  }
  if (open === "end") tokens.push("any-many");
  return { tokens, ignoresCase };
}

/** Whether the whole text fits. Goes back to the last star only, so that no pattern takes long. */
export function matchesGlob({ tokens, ignoresCase }: Glob, text: string): boolean {
  const characters = [...foldIf(ignoresCase, text)];
  let [at, token, star, resume] = [0, 0, -1, 0];
  while (at < characters.length) {
    const current = tokens[token];
    if (current === "any-many") {
      star = token++;
      resume = at;
    } else if (current === "any-one" || (current !== undefined && current.one === characters[at])) {
      at++;
      token++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++resume;
    } else return false;
  }
  while (tokens[token] === "any-many") token++;
  return token === tokens.length;
}

function foldIf(ignoresCase: boolean, text: string): string {
  return ignoresCase ? text.toLowerCase() : text;
}
