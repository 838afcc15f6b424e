// A text with `${name}` for what is left open, as a snippet with tab stops. The same name is the same stop, so that
// an account is typed once.

/** Undefined where nothing is left open. */
export function snippetOf(text: string): string | undefined {
  const stops = new Map<string, number>();
  let snippet = "";
  let from = 0;
  for (const { 0: whole, 1: name = "", index } of text.matchAll(/\$\{(\w+)\}/g)) {
    const number = stops.get(name) ?? stops.size + 1;
    stops.set(name, number);
    snippet += `${escaped(text.slice(from, index))}\${${number}:${name}}`;
    from = index + whole.length;
  }
  return stops.size === 0 ? undefined : snippet + escaped(text.slice(from));
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
