// Asks one thing after the other, with a way back. Each question is put by a function that may find that it need not
// be put at all.

/** `skipped`: there is nothing to ask. */
export type Answered = "answered" | "back" | "cancelled" | "skipped";

export type Step = () => Promise<Answered>;

/** What is asked may hang on what was answered: undefined where all is asked. True when it was answered. */
export async function askAll(stepAt: (at: number) => Promise<Step | undefined>): Promise<boolean> {
  let direction = 1;
  for (let at = 0; ; at += direction) {
    // Where nothing stands before the first question, it is put again.
    if (at < 0) [at, direction] = [0, 1];
    const step = await stepAt(at);
    if (step === undefined) return true;
    const answered = await step();
    if (answered === "cancelled") return false;
    if (answered !== "skipped") direction = answered === "back" ? -1 : 1;
  }
}
