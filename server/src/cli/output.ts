// The two outputs of the process. Node's streams are loaded when they are needed only: that alone takes longer
// than to check a file, and a report that goes to a pipe or file can be written without them.
import { fstatSync, writeSync } from "node:fs";
import type { Output } from "./shell.js";

const STDOUT = 1;

/** Asked for by few runs: most have nothing to say besides the report. */
export const stderr: Output = {
  get isTTY() {
    return process.stderr.isTTY;
  },
  write: (text) => process.stderr.write(text),
};

export function openStdout(): Output {
  return isPlain(STDOUT) ? createPlainOutput(STDOUT) : openStream();
}

/** Terminals have an encoding and a width, and Windows has pipes of its own kind: they are left to Node. */
function isPlain(file: number): boolean {
  if (process.platform === "win32") return false;
  try {
    const stat = fstatSync(file);
    return stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false; // It is closed; the stream knows what to make of that.
  }
}

function createPlainOutput(file: number): Output {
  let stream: NodeJS.WriteStream | undefined;
  return {
    write(text) {
      const rest = stream === undefined ? writeNow(file, Buffer.from(text)) : text;
      if (rest.length === 0) return;
      stream ??= openStream();
      stream.write(rest);
    },
  };
}

/** What could not be written, because the reader is slow and the pipe does not wait. */
function writeNow(file: number, bytes: Uint8Array): Uint8Array {
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(file, bytes, written);
  } catch (error) {
    if (codeOf(error) === "EPIPE") process.exit();
    if (codeOf(error) !== "EAGAIN") throw error;
  }
  return bytes.subarray(written);
}

function openStream(): NodeJS.WriteStream {
  // A reader that has seen enough, such as `head`, closes the pipe: no reason to complain.
  process.stdout.on("error", (error) => {
    if (codeOf(error) !== "EPIPE") throw error;
    process.exit();
  });
  return process.stdout;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
