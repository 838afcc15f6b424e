// Writes a report that comes in small pieces: together to a file or pipe, each at once to a terminal, so that
// people can read along.
import type { Output } from "./shell.js";

export interface Writer {
  readonly write: (text: string) => void;
  /** Writes what is still kept back. */
  readonly end: () => void;
}

const CHUNK = 16_000;

/** `before` is called before anything is written. */
export function createWriter(output: Output, before: () => void): Writer {
  const patience = output.isTTY === true ? 0 : CHUNK;
  let kept = "";

  function end(): void {
    if (kept === "") return;
    before();
    output.write(kept);
    kept = "";
  }

  return {
    write(text) {
      kept += text;
      if (kept.length > patience) end();
    },
    end,
  };
}
