// The list of all checks as a page, made from what the checks say about themselves.
import type { Category, CheckInfo } from "../src/core/index.js";

const CATEGORIES: readonly { readonly id: Category; readonly title: string }[] = [
  { id: "document", title: "Document" },
  { id: "statement", title: "Statement" },
  { id: "action", title: "Actions" },
  { id: "resource", title: "Resources" },
  { id: "condition", title: "Conditions" },
  { id: "meaning", title: "Meaning" },
  { id: "grants", title: "Grants files" },
  { id: "change", title: "Change" },
  { id: "project", title: "Project file" },
];

export function renderCheckIndex(checks: readonly CheckInfo[]): string {
  const sections = CATEGORIES.flatMap(({ id, title }) => {
    const rows = checks.filter(({ category }) => category === id).map(rowOf);
    return rows.length === 0 ? [] : [`## ${title}\n\n${table(rows)}`];
  });
  return `${INTRODUCTION}\n\n${sections.join("\n\n")}\n`;
}

const INTRODUCTION = `# Checks

<!-- Written by server/scripts/build-check-index.ts: change the checks, not this page. -->

What Access Policy looks for in a policy, and in the project file \`access-policy.config.json\`.
An _error_ is refused by the cloud or can have no effect, a _warning_ is probably not meant or grants more than it seems, an _info_ is worth knowing, and a _hint_ makes a policy tidier.
A fix is _safe_ where it changes no access, and _unsafe_ where it changes access or is a guess; unsafe fixes are offered and never applied on their own.`;

const HEAD = ["check", "finds", "severity", "fix"];

function rowOf({ id, title, severity, fixable = [] }: CheckInfo): readonly string[] {
  return [`[${id}](${id}.md)`, title, severity, fixable.join(", ")];
}

/** With columns of one width, as the formatter wants them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, at) => Math.max(...[HEAD, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [HEAD, rule, ...rows].map(line).join("\n");
}
