// Finds policies without statements: the element is absent, or the document is one statement, or no object.
import type { Dialect } from "../policy/dialect.js";
import { elementMeant, isLoneStatement, isMisnamed, ruleOf } from "../policy/element-names.js";
import { openingOf, placeOf } from "../policy/walk.js";
import type { TextEdit } from "../text/edit.js";
import { spanOf } from "../text/span.js";
import { isClosed } from "../text/style.js";
import type { Value } from "../text/value.js";
import { defineCheck } from "./check.js";

export const missingStatement = defineCheck({
  id: "missing-statement",
  title: "Policy has no statements",
  category: "document",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  needs: { slip: true },
  messages: {
    missing: 'The policy has no "{name}"',
    lone: 'The document is one statement, not a policy with "{version}" and "{name}"',
    list: 'The document is a list, not a policy with "{version}" and "{name}"',
    scalar: 'The document is {found}, not a policy with "{version}" and "{name}"',
    wrap: "Write the policy around it",
  },

  /** A document that is no object holds no policy, so nothing else would speak. */
  *runFile({ root, dialect, problems }, { text }) {
    if (root === undefined || root.kind === "map" || dialect === undefined) return;
    if (root.kind === "list") {
      const fixes = holdsStatements(root.items, dialect) && isClosed(text, root) ? [wrap(root, dialect)] : [];
      yield { span: placeOf(root), message: "list", values: namesOf(dialect), fixes };
    } else if (problems.length === 0) {
      // Words that are no JSON were named by the reader already.
      const found = root.kind === "string" ? JSON.stringify(root.text) : root.text;
      yield { span: root.span, message: "scalar", values: { ...namesOf(dialect), found } };
    }
  },

  *run(policy, { text }) {
    const { value, statement, elements, dialect } = policy;
    const rules = dialect.elements.policy;
    if (ruleOf("statement", rules)?.required !== true || statement !== undefined) return;
    if (isMisnamed("statement", elements, rules) || !isClosed(text, value)) return;
    const report = { span: openingOf(value.span), values: namesOf(dialect) };
    yield isLoneStatement(policy)
      ? { ...report, message: "lone", fixes: [wrap(value, dialect)] }
      : { ...report, message: "missing" };
  },
});

function namesOf({ elements }: Dialect): { readonly version: string; readonly name: string } {
  return {
    version: ruleOf("version", elements.policy)?.name ?? "version",
    name: ruleOf("statement", elements.policy)?.name ?? "statement",
  };
}

function holdsStatements(items: readonly Value[], { elements }: Dialect): boolean {
  return items.some(
    (item) =>
      item.kind === "map" && item.entries.some(({ key }) => elementMeant(key.text, elements.statement)),
  );
}

/** A policy around one statement, or around a list of them. */
function wrap({ kind, span }: Value, dialect: Dialect) {
  const { version, name } = namesOf(dialect);
  const head = `{ "${version}": ${JSON.stringify(dialect.version.current)}, "${name}": `;
  const [open, close] = kind === "list" ? ["", ""] : ["[", "]"];
  const edits: TextEdit[] = [
    { span: spanOf(span.start, span.start), text: `${head}${open}` },
    { span: spanOf(span.end, span.end), text: `${close} }` },
  ];
  return { title: "wrap", safety: "safe", edits } as const;
}
