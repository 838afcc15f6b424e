// Writes XML 1.0: escapes what has a meaning, and shows what must not stand in a document at all.

/** Everything but tab, line breaks and the characters that XML allows. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

type Attributes = Readonly<Record<string, string | number>>;

/** `content` is XML already: other elements, or what `xmlText` made of a text. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${attributeText(String(value))}"`,
  );
  const start = `<${name}${written.join("")}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** Elements as the content of another, each on a line of its own, `depth` levels deep. */
export function nested(elements: readonly string[], depth: number): string {
  if (elements.length === 0) return "";
  const indent = "  ".repeat(depth);
  return `\n${elements.map((each) => `${indent}${each}\n`).join("")}${indent.slice(2)}`;
}

export function xmlText(text: string): string {
  return (
    text
      .replace(FORBIDDEN, (character) => `<U+${codeOf(character)}>`)
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      // A bare one would be read as a line feed.
      .replaceAll("\r", "&#13;")
  );
}

/** Readers make a blank of a tab or line break that is not escaped. */
function attributeText(text: string): string {
  return xmlText(text).replaceAll('"', "&quot;").replaceAll("\t", "&#9;").replaceAll("\n", "&#10;");
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code.toString(16).toUpperCase().padStart(4, "0");
}
