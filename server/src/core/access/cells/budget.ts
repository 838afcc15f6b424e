// How much work an answer may take. Policies can be built whose comparison takes longer than anybody lives: work is
// counted, and what runs out of it is named instead of guessed.

export interface Budget {
  left: number;
}

/** Counts steps; false once there are none left. */
export function spend(budget: Budget, steps: number): boolean {
  budget.left -= steps;
  return budget.left >= 0;
}

/** Runs one part with a share of the budget, so that no part starves the others. */
export function withShare<Result>(budget: Budget, share: number, run: (part: Budget) => Result): Result {
  const given = Math.max(0, Math.min(budget.left, share));
  const part = { left: given };
  const result = run(part);
  budget.left -= given - Math.max(0, part.left);
  return result;
}
