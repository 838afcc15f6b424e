// The list of all checks as a page, made from what the checks say about themselves.
import type { Category, Check } from "../src/core/index.js";

const CATEGORIES: readonly { readonly id: Category; readonly title: string }[] = [
  { id: "document", title: "Document" },
  { id: "statement", title: "Statement" },
  { id: "action", title: "Actions" },
  { id: "resource", title: "Resources" },
  { id: "condition", title: "Conditions" },
  { id: "meaning", title: "Meaning" },
];

export function renderCheckIndex(checks: readonly Check[]): string {
  const sections = CATEGORIES.flatMap(({ id, title }) => {
    const rows = checks.filter(({ category }) => category === id).map(rowOf);
    return rows.length === 0 ? [] : [[`## ${title}`, "", ...HEAD, ...rows].join("\n")];
  });
  return `${INTRODUCTION}\n\n${sections.join("\n\n")}\n`;
}

const INTRODUCTION = `# Checks

<!-- Written by server/scripts/build-check-index.ts: change the checks, not this page. -->

What Access Policy looks for in a policy.
An *error* is refused by the cloud or can have no effect, a *warning* is probably not meant or grants more than it seems, an *info* is worth knowing, and a *hint* makes a policy tidier.
A fix is *safe* where it changes no access, and *unsafe* where it changes access or is a guess; unsafe fixes are offered and never applied on their own.`;

const HEAD = ["| check | finds | severity | fix |", "| --- | --- | --- | --- |"];

function rowOf({ id, title, severity, fixable = [] }: Check): string {
  return `| [${id}](${id}.md) | ${title} | ${severity} | ${fixable.join(", ")} |`;
}
