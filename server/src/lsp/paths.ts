// URIs as paths: which folder a document lies in, whatever its scheme is. A document of `git:` lies where the
// file lies that it is a version of.

/** The path of a URI, decoded, without a slash at its end. */
export function pathOf(uri: string): string {
  const withoutScheme = uri.replace(/[?#].*$/, "").replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, "");
  // Windows: the same drive is written `c:`, `C:` and `c%3A`.
  const path = decode(withoutScheme).replace(/^\/[a-z]:/i, (drive) => drive.toLowerCase());
  return path.replace(/\/+$/, "");
}

/** The path below a folder; undefined where it is not there. */
export function pathBelow(path: string, folder: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The one spelling that a URI has among all that are read alike: as VS Code writes it, without a slash at its end. */
export function canonicalUri(uri: string): string {
  const [, scheme = "", authority = "", path = ""] = /^([^:/?#]+:)?(\/\/[^/?#]*)?([^?#]*)/.exec(uri) ?? [];
  const names = path
    .replace(/\/+$/, "")
    .split("/")
    .map((name) => encodeName(decode(name)));
  return scheme + authority + names.join("/");
}

/** A part of a path as VS Code writes it; other editors know how to read that. */
export function encodeName(name: string): string {
  const code = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  // Half a character, which Windows lets be part of a name, has no code.
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/[!'()*]/g, code);
}

/** The way from a folder to a file, both as names from one root. */
export function pathFrom(folder: readonly string[], to: readonly string[]): string {
  const apart = folder.findIndex((name, at) => name !== to[at]);
  const shared = apart < 0 ? folder.length : apart;
  return [...folder.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** The last part of the path. */
export function fileNameOf(uri: string): string {
  const path = pathOf(uri);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The URI of something in a folder; `path` has forward slashes. */
export function uriBelow(folder: string, path: string): string {
  return `${folder.replace(/\/+$/, "")}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign is no reason to know nothing.
  }
}
