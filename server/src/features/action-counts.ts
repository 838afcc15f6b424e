// How many of some actions read, how many write, and of how many nobody knows, in words.
import { type Action, counts } from "../core/index.js";

export function actionCounts(actions: Iterable<Action>): string {
  let [read, write, unknown] = [0, 0, 0];
  for (const { access } of actions) {
    if (access === undefined) unknown++;
    else if (access === "write") write++;
    else read++;
  }
  return counts(read, write, unknown);
}
