// Turns the bytes of a file into text: UTF-8, or what can be read of it with a problem at the first wrong byte.
import { isAscii, isUtf8 } from "node:buffer";
import type { Problem } from "../core/index.js";

/** Policies have a few thousand characters; what is larger than this was never written as one. */
export const LARGEST = 50_000_000;

export interface FileText {
  readonly text: string;
  readonly problems: readonly Problem[];
}

export function decode(bytes: Uint8Array): FileText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Nearly all policies; several times faster than to decode them as UTF-8.
  if (isAscii(buffer)) return { text: buffer.toString("latin1"), problems: [] };
  const text = decodeUtf16(buffer) ?? buffer.toString("utf8");
  if (isUtf8(buffer)) return { text, problems: [] };
  const start = firstWrong(text, buffer);
  const span = { start, end: Math.min(start + 1, text.length) };
  return { text, problems: [{ kind: "not-utf-8", span, found: text.slice(start, start + 1) }] };
}

/** Old Windows programs save so. It is refused like other bytes, but what stands there can still be judged. */
function decodeUtf16(buffer: Buffer): string | undefined {
  const [first, second] = buffer;
  if (first === 0xff && second === 0xfe) return buffer.toString("utf16le");
  if (first !== 0xfe || second !== 0xff) return undefined;
  return Buffer.from(buffer.subarray(0, buffer.length & ~1))
    .swap16()
    .toString("utf16le");
}

/** The decoder writes U+FFFD for a wrong byte, but the text may also hold one that is meant. */
function firstWrong(text: string, buffer: Buffer): number {
  let bytes = 0;
  let from = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", from)) {
    bytes += Buffer.byteLength(text.slice(from, at));
    const isMeant = buffer[bytes] === 0xef && buffer[bytes + 1] === 0xbf && buffer[bytes + 2] === 0xbd;
    if (!isMeant) return at;
    bytes += 3;
    from = at + 1;
  }
  return 0;
}
