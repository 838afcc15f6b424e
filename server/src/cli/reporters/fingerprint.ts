// Says that a finding is still the same one after the lines of its file have moved. A fingerprint is made of the
// check, the path, the text that the finding is about, and a number where the same is found several times in one
// file; neither lines nor the words of the message are in it.
import type { Finding } from "../../core/index.js";

/** For the findings of one file, in the order of the text. */
export type Fingerprinter = (finding: Finding) => string;

/** How much of what follows tells one brace or comma from another. */
const CONTEXT = 64;

export function createFingerprinter(path: string, text: string): Fingerprinter {
  const seen = new Map<string, number>();
  return ({ check, span }) => {
    const identity = [check, path, subjectOf(text, span.start, span.end)].join("\0");
    const earlier = seen.get(identity) ?? 0;
    seen.set(identity, earlier + 1);
    return hash(earlier === 0 ? identity : `${identity}\0${earlier}`);
  };
}

/** Without blanks, so that it survives formatting. */
function subjectOf(text: string, start: number, end: number): string {
  const own = text.slice(start, end).replace(/\s+/g, "");
  if (/[\p{L}\p{N}]/u.test(own)) return own;
  // The brace of an object that lacks something says nothing; what stands in the object does, and only that:
  // another statement may come to stand behind it.
  const following = text.slice(end, end + CONTEXT * 8).replace(/\s+/g, "");
  return `${own}\0${following.slice(0, CONTEXT).replace(/\}.*$/, "")}`;
}

/** FNV-1a with 64 bits, over UTF-16 units. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, "0");
}
