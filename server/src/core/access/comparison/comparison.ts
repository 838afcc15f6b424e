// What a change of policies grants and takes away, as data.
import type { By } from "../by.js";
import type { LeftOut } from "../compiled.js";
import type { AccessRequest } from "../question.js";

/**
 * `widened` allows something new and takes nothing away, `narrowed` the reverse, `changed` does both.
 * `indeterminate`: something could not be decided within the budget; what was found is given all the same.
 */
export type Verdict = "unchanged" | "narrowed" | "widened" | "changed" | "indeterminate";

export interface Comparison {
  readonly verdict: Verdict;
  /** Writes first, then unlisted actions, then reads. */
  readonly gained: readonly AccessItem[];
  readonly lost: readonly AccessItem[];
  /** What could not be decided; empty unless the verdict is `indeterminate`. */
  readonly undecided: readonly Undecided[];
  /** Parts of the policies that are broken and do not count; the comparison is incomplete then. */
  readonly leftOut: readonly LeftOut[];
}

/** Actions that one statement allows on one side of the change, and that the other side does not allow. */
export interface AccessItem {
  readonly access: "read" | "write" | "unlisted";
  /** Names of listed actions as `service:name`; patterns for actions that no list has. */
  readonly actions: readonly string[];
  /**
   * As written in the statement, or in the one of `deniedBy` where that is narrower; the dialect's `anyResource` where
   * resources do not count.
   */
  readonly resources: readonly string[];
  /** The statement that allows it: of the policies after the change for what is gained, else of those before. */
  readonly by: By;
  /** The statement that denies the witness on the other side, where one does. */
  readonly deniedBy?: By;
  /** One request that is allowed on one side only. */
  readonly witness: AccessRequest;
  /** No source tells whether these actions can be limited to resources. */
  readonly isUncertain?: true;
}

export interface Undecided {
  /** Some of the actions that it is about. */
  readonly actions: readonly string[];
  /** `budget`: it takes too many steps. `mixed-types`: one key is compared as values of several types. */
  readonly reason: "budget" | "mixed-types";
  /** The condition keys that it hangs on; empty where there are too many combinations of patterns. */
  readonly keys: readonly string[];
}
