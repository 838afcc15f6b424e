// Long work is done in slices, so that a keystroke is answered in between.

/** Nobody notices a server that is away for so long. */
export const SLICE_MS = 5;

export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
