// Text of a file as messages quote it: what is longer than a line is cut.

const QUOTED = 80;

export function shortened(text: string): string {
  if (text.length <= QUOTED) return text;
  // Half of a pair of code units is no character.
  const isPair = /[\ud800-\udbff]/.test(text.charAt(QUOTED - 1));
  return `${text.slice(0, isPair ? QUOTED - 1 : QUOTED)}…`;
}
