// Collects what is wrong with a grants file while it is read.
import { createFileLog, type FileLog } from "../checks/reading/file-log.js";
import { nearest } from "../text/nearest.js";
import type { GrantsMessage } from "./grants-file.js";

export type GrantsLog = FileLog<GrantsMessage, "key" | "group">;

/** Names to compare for one file: a file of ten thousand users with groups that are gone is told of all the same. */
const MOST_COMPARED = 200_000;

/** Names of one or two letters are near to too many others. */
const SHORTEST = 3;

export function createGrantsLog(): GrantsLog {
  let compared = 0;
  return createFileLog((text, known) => {
    compared += known.length;
    return text.length >= SHORTEST && compared <= MOST_COMPARED ? nearest(text, known) : undefined;
  });
}
