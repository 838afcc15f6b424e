// Text that a proposal inserts, with the places where the author goes on writing.
export type Body = readonly Piece[];

export type Piece = string | Stop;

/** A place for the cursor; 0 is the last one. */
export interface Stop {
  readonly stop: number;
  readonly preset?: string;
  readonly choices?: readonly string[];
}

export function stop(number: number, preset?: string): Stop {
  return { stop: number, ...(preset !== undefined && { preset }) };
}

export function choice(number: number, choices: readonly string[]): Stop {
  return { stop: number, choices };
}

export function hasStops(body: Body): boolean {
  return body.some((piece) => typeof piece !== "string");
}

/** For clients without snippets: what would be chosen first. */
export function plainText(body: Body): string {
  const [only] = body;
  if (body.length === 1 && typeof only === "string") return only;
  return body
    .map((piece) => (typeof piece === "string" ? piece : (piece.preset ?? piece.choices?.[0] ?? "")))
    .join("");
}

export function snippetText(body: Body): string {
  return body.map((piece) => (typeof piece === "string" ? escapeText(piece) : stopText(piece))).join("");
}

function stopText({ stop: number, preset, choices }: Stop): string {
  if (choices !== undefined) return `\${${number}|${choices.map(escapeChoice).join(",")}|}`;
  if (preset !== undefined) return `\${${number}:${escapeText(preset).replaceAll("}", "\\}")}}`;
  return `$${number}`;
}

function escapeText(text: string): string {
  return text.replace(/[\\$]/g, "\\$&");
}

function escapeChoice(text: string): string {
  return text.replace(/[\\$,|}]/g, "\\$&");
}
