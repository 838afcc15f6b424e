// What counts as a source of a fact: a web address, a public repository or a published package, each
// with an optional remark behind it.

import { fail, type Reader, text, uniqueListOf } from "./reader.js";

export const webAddress: Reader<string> = (value, place) => {
  const found = text(value, place);
  return isWebAddress(found)
    ? found
    : fail(place, `"${found}" is not a web address that starts with https://`);
};

export const source: Reader<string> = (value, place) => {
  const found = text(value, place);
  const [head = ""] = found.split(" ", 1);
  if (isWebAddress(head) || /^github:[\w.-]+\/[\w.-]+$/.test(head) || /^npm:\S+@\d\S*$/.test(head))
    return found;
  return fail(place, `"${found}" is no source: expected https://…, github:owner/name or npm:package@version`);
};

/** Every fact has at least one source. */
export const sources: Reader<readonly string[]> = (value, place) => {
  const found = uniqueListOf(source)(value, place);
  return found.length > 0 ? found : fail(place, "no source is given");
};

function isWebAddress(candidate: string): boolean {
  if (!candidate.startsWith("https://") || /\s/.test(candidate)) return false;
  return URL.canParse(candidate) && new URL(candidate).hostname.includes(".");
}
