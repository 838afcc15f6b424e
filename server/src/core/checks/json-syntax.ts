// Finds everything that is not strict JSON, and names the habit behind it. What the text was meant to be is
// decided in `text/read-json.ts`; this file only finds the words.

import type { TextEdit } from "../text/edit.js";
import { firstLine, quoteLine, wholeLines } from "../text/lines.js";
import type { Problem, ProblemKind } from "../text/problem.js";
import { defineCheck } from "./check.js";

/** Habits that are told apart within a kind of problem. */
type Habit = ProblemKind | "double-colon" | "fence";

export const jsonSyntax = defineCheck({
  id: "json-syntax",
  title: "Text is not strict JSON",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe", "unsafe"],
  needs: { file: true },
  messages: {
    "blank-character": "A character that is no JSON blank stands here: U+{code}",
    comment: '"{found}" is a comment, which JSON does not know',
    "conflict-marker": '"{found}" is left of a merge conflict',
    "control-character": '"{found}" holds a tab or control character as it is',
    "curly-quote": "{found} stands in curly quotes",
    "double-colon": "A second colon stands here",
    "empty-text": "The text is empty",
    "extra-comma": "A comma with nothing before it",
    "extra-content": '"{found}" stands behind the document',
    fence: "{found} is the fence of a Markdown page",
    "full-width-punctuation": 'The full-width "{found}" stands where JSON has "{meant}"',
    "further-document": "A further document begins here",
    "hash-comment": '"{found}" is a comment, which JSON does not know',
    "invalid-escape": '"{found}" holds a backslash before a character that needs none',
    "invalid-number": '"{found}" is no number of JSON',
    "leading-content": '"{found}" stands before the document',
    "list-without-brackets": 'The values of "{found}" are a list without brackets',
    "merge-conflict": '"{found}" begins a merge conflict that is not resolved',
    "misspelled-literal": '"{found}" is no word of JSON, which writes "{meant}"',
    "missing-colon": 'No colon stands after the key "{found}"',
    "missing-comma": "A comma is missing between this value and the next",
    "missing-key": '"{found}" stands where a key belongs',
    "missing-value": 'The key "{found}" has no value',
    "not-utf-8": "The text is not encoded as UTF-8",
    "single-quote": "{found} stands in single quotes",
    "stray-bracket": 'The bracket "{found}" closes nothing',
    "too-deep": "Brackets are nested more than 100 levels deep",
    "trailing-comma": "A trailing comma: nothing follows it",
    "unclosed-bracket": 'The bracket "{found}" is not closed',
    "unclosed-comment": "{found} begins a comment that is not closed",
    "unclosed-string": "The string {found} is not closed",
    "unopened-bracket": 'The key "{found}" belongs to an object without an opening brace',
    "unquoted-word": '"{found}" stands without quotes',
    "wrong-punctuation": '"{found}" stands where JSON has "{meant}"',
    blank: "Write an ordinary blank",
    brackets: "Put brackets around the values",
    insert: 'Insert "{meant}"',
    remove: "Remove it",
    write: "Write {meant}",
  },

  /** What stands behind the document and is one of its own is left to `several-documents`. */
  runFile: ({ problems }, { text }) =>
    reportProblems(
      problems.filter(({ kind }) => kind !== "further-document"),
      text,
    ),
});

/** Also for texts of other kinds that are to be strict JSON. */
export function* reportProblems(problems: readonly Problem[], text: string) {
  for (const problem of problems) {
    const habit = habitOf(problem);
    const fix = fixFor(problem, text);
    yield {
      span: firstLine(text, problem.span),
      message: habit,
      values: valuesOf(problem),
      ...(fix && { fixes: [fix] }),
    };
  }
}

function habitOf({ kind, found }: Problem): Habit {
  if (kind === "wrong-punctuation" && found === ":") return "double-colon";
  return found.startsWith("```") ? "fence" : kind;
}

function valuesOf({ found, repair }: Problem): Readonly<Record<string, string>> {
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  // Messages bring their own quotation marks.
  const bare = /^"[^"]*"$/.test(found) ? found.slice(1, -1) : found;
  return { found: quoteLine(bare), meant: quoteLine(repair?.edits[0]?.text ?? ""), code };
}

function fixFor({ kind, span, repair }: Problem, text: string) {
  const [first, second] = repair?.edits ?? [];
  if (repair === undefined || first === undefined) return undefined;
  if (kind === "comment" || kind === "hash-comment") {
    const edits = [{ span: wholeLines(text, span), text: "" }];
    return { title: "remove", safety: "safe", edits } as const;
  }
  // A text that breaks off may have lost a deny: what is left of it is for a person to judge.
  const safety = repair.safe && kind !== "unclosed-bracket" ? "safe" : "unsafe";
  return { title: second === undefined ? titleFor(first) : "brackets", safety, edits: repair.edits } as const;
}

function titleFor({ span, text }: TextEdit) {
  if (text === "") return "remove";
  if (text === " ") return "blank";
  return span.start === span.end ? "insert" : "write";
}
