// A text that is changed several times over, and what all the changes come to as edits of the text as it was
// first: an editor that is given those keeps cursors and folds where nothing changed.
import type { TextEdit } from "./edit.js";
import { spanOf } from "./span.js";

export interface Draft {
  readonly original: string;
  readonly text: string;
  /** What the text is made of, in its order. */
  readonly pieces: readonly Piece[];
}

/** Characters of the original, or ones that were written since. */
type Piece = { readonly start: number; readonly end: number } | { readonly written: string };

export function startDraft(text: string): Draft {
  return { original: text, text, pieces: [{ start: 0, end: text.length }] };
}

/** `edits` are of the draft's text, do not overlap, and come in the order of the text. */
export function revise({ original, text, pieces }: Draft, edits: readonly TextEdit[]): Draft {
  const result: Piece[] = [];
  let revised = "";
  /** Offsets in the text: up to where it was taken over, and where the piece at `next` begins. */
  let at = 0;
  let begin = 0;
  let next = 0;

  function advance(end: number, isKept: boolean): void {
    if (isKept) revised += text.slice(at, end);
    while (at < end) {
      const piece = pieces[next];
      if (piece === undefined) return;
      const stop = Math.min(end, begin + lengthOf(piece));
      if (isKept && stop > at) result.push(part(piece, at - begin, stop - begin));
      at = stop;
      if (stop < begin + lengthOf(piece)) return;
      begin = stop;
      next++;
    }
  }

  for (const { span, text: written } of edits) {
    advance(span.start, true);
    advance(span.end, false);
    if (written === "") continue;
    revised += written;
    result.push({ written });
  }
  advance(text.length, true);
  return { original, text: revised, pieces: result };
}

/** Sorted, apart from each other, and none of them without effect. */
export function editsOf({ original, pieces }: Draft): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  let text = "";

  function closeGap(end: number): void {
    if (text !== original.slice(from, end)) edits.push({ span: spanOf(from, end), text });
    text = "";
  }

  for (const piece of pieces) {
    if ("written" in piece) {
      text += piece.written;
      continue;
    }
    closeGap(piece.start);
    from = piece.end;
  }
  closeGap(original.length);
  return edits;
}

function lengthOf(piece: Piece): number {
  return "written" in piece ? piece.written.length : piece.end - piece.start;
}

function part(piece: Piece, start: number, end: number): Piece {
  if ("written" in piece) return { written: piece.written.slice(start, end) };
  return { start: piece.start + start, end: piece.start + end };
}
