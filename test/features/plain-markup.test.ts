// Markdown of ours as editors show it that know none.
import { expect, test } from "vitest";
import { code, plain } from "../../server/src/core/words/style.js";
import { plainDocumentation, plainHover, plainMarkup } from "../../server/src/features/plain-markup.js";

test.each([
  ["**trtc:RemoveUser** · TRTC", "trtc:RemoveUser · TRTC"],
  [
    "- **TRTC `trtc`**: 1 write action  \n  writes: `RemoveUser`",
    "- TRTC trtc: 1 write action\n  writes: RemoveUser",
  ],
  ["[Source](https://example.com/a_b), catalog", "Source (https://example.com/a_b), catalog"],
  ["[`check` of \\[it\\]](https://example.com/)", "check of [it] (https://example.com/)"],
  ["```json\n{ }\n```", "{ }"],
  [`\`trtc:*\` and ${plain("Live *prod* [eu]")}`, "trtc:* and Live *prod* [eu]"],
  ["two \\\\ and `**` stay", "two \\ and ** stay"],
])("%j", (markdown, expected) => {
  expect(plainMarkup(markdown)).toBe(expected);
});

test.each(["a*b_c", "[x](y)", "**", "\\", "#1 <b> ~ | !"])("%j comes back as it was", (text) => {
  expect(plainMarkup(plain(text))).toBe(text);
  expect(plainMarkup(code(text))).toBe(text);
});

test("what is plain or absent is left as it is", () => {
  const contents = { kind: "plaintext", value: "**" } as const;
  expect(plainHover({ contents })).toEqual({ contents });
  expect(plainHover(null)).toBeNull();
  expect(plainDocumentation({ label: "a" })).toEqual({ label: "a" });
  expect(plainDocumentation({ label: "a", documentation: "**" })).toEqual({
    label: "a",
    documentation: "**",
  });
});
