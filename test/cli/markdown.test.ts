// The report for comments: what stands in it is neither Markdown, nor HTML, nor a call for somebody.
import { expect, test } from "vitest";
import { reportMarkdown } from "../../server/src/cli/reporters/markdown.js";
import type { Finding } from "../../server/src/core/index.js";
import { ODD_NAMES, report, resultOf } from "./report-results.js";
import { FAULTY } from "./run-cli.js";

test.each([
  ["a|b", "a\\|b"],
  ["`code` and **bold**", "\\`code\\` and \\*\\*bold\\*\\*"],
  ["<img src=x>", "\\<img src=x\\>"],
  ["&lt;", "\\&lt;"],
  ["a\\|b", "a\\\\\\|b"],
  ["two\nlines", "two<U+000A>lines".replace(/[<>]/g, "\\$&")],
  ["[text](https://example.com)", "\\[text\\](https:/&#8203;/example.com)"],
  ["www.example.com", "www&#8203;.example.com"],
  ["ask @admin about #12", "ask @&#8203;admin about #&#8203;12"],
  ["允许 $x$", "允许 \\$x\\$"],
])("the message %j is text", (message, written) => {
  const finding: Finding = {
    check: "unknown-effect",
    severity: "error",
    span: { start: 0, end: 1 },
    message,
  };
  const result = { path: "a.json", dialect: "cam", text: "{}", findings: [finding], suppressed: [] };
  const row = report(reportMarkdown, [result]).split("\n").at(-2);
  expect(row).toMatch(
    /^\| 1:1 \| error \| .* \| \[unknown-effect\]\(https:\/\/[^ ]*\/unknown-effect\.md\) \|$/,
  );
  expect(row?.slice("| 1:1 | error | ".length, row.indexOf(" | [unknown-effect]("))).toBe(written);
});

test("files of any name are headings on one line", () => {
  const results = ODD_NAMES.map((name) => resultOf(name, FAULTY));
  const headings = report(reportMarkdown, results).match(/^### .*$/gm);
  expect(headings).toEqual([
    "### `with blank.policy.json`",
    "### `qu\"ote's.policy.json`",
    "### `new<U+000A>line<U+000D>.policy.json`",
    "### `策略 🎉.policy.json`",
    "### `50%,a:b;c=d#e?.policy.json`",
    "### ```a|`b``<b>&*_c_[d](e).policy.json```",
    "### `<U+0001><U+001B>[2J.policy.json`",
  ]);
});

test("the figures come first, and what could not be read after them", () => {
  const unread = [{ path: "b.json", reason: "permission denied" }];
  const results = [resultOf("a.policy.json", FAULTY, "agreed")];
  expect(report(reportMarkdown, results, { unread })).toBe(
    "**Access Policy:** No findings in 1 file, 1 suppressed\n\n1 path could not be read:\n\n- `b.json`: permission denied\n",
  );
});
