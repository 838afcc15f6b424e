// Writes a statement with the elements of its dialect, each list on as many lines as it needs.
import type { Dialect, ElementRole } from "../../core/index.js";
import { type Body, plainText } from "./body.js";
import type { Place } from "./insert.js";

export interface StatementParts {
  readonly effect: string;
  /** Contents of strings. */
  readonly actions: readonly Body[];
  /** Left out where the dialect can do without and it is every resource. */
  readonly resource: Body;
  readonly condition?: { readonly operator: string; readonly key: string; readonly value: Body };
}

export function statementBody(parts: StatementParts, dialect: Dialect, place: Place): Body {
  const { unit } = place.layout();
  const { effect, actions, resource, condition } = parts;
  const entries: Body[] = [
    [`"${nameOf(dialect, "effect")}": "${effect}"`],
    [`"${nameOf(dialect, "action")}": `, ...listOf(actions, unit)],
    ...(needsResource(dialect, resource)
      ? [[`"${nameOf(dialect, "resource")}": `, ...listOf([resource], unit)]]
      : []),
    ...(condition === undefined
      ? []
      : [
          [
            `"${nameOf(dialect, "condition")}": { "${condition.operator}": { "${condition.key}": ["`,
            ...condition.value,
            '"] } }',
          ],
        ]),
  ];
  return [
    "{",
    ...entries.flatMap((entry, at): Body => [at === 0 ? `\n${unit}` : `,\n${unit}`, ...entry]),
    "\n}",
  ];
}

/** A policy with what stands in its list of statements. */
export function policyBody(statements: Body, dialect: Dialect, place: Place): Body {
  const { unit } = place.layout();
  const indent = `\n${unit}${unit}`;
  const inner = statements.map((piece) =>
    typeof piece === "string" ? piece.replaceAll("\n", indent) : piece,
  );
  const version = `"${nameOf(dialect, "version")}": "${dialect.version.current}"`;
  return [
    `{\n${unit}${version},\n${unit}"${nameOf(dialect, "statement")}": [${indent}`,
    ...inner,
    `\n${unit}]\n}`,
  ];
}

/** One allowing statement over these actions and every resource, as the lines of an object. */
export function statementLines(actions: readonly string[], dialect: Dialect, place: Place): string {
  const { unit } = place.layout();
  const lines = actions.map((action) => `${unit}${unit}${JSON.stringify(action)}`).join(",\n");
  const resource = dialect.elements.statement.find(({ role, required }) => role === "resource" && required);
  return [
    `{\n${unit}"${nameOf(dialect, "effect")}": "${dialect.effects.allow}",\n`,
    `${unit}"${nameOf(dialect, "action")}": [\n${lines}\n${unit}]`,
    resource === undefined ? "" : `,\n${unit}"${resource.name}": "${dialect.anyResource}"`,
    "\n}",
  ].join("");
}

export function nameOf(dialect: Dialect, role: ElementRole): string {
  const rules = [...dialect.elements.policy, ...dialect.elements.statement];
  return rules.find((rule) => rule.role === role)?.name ?? role;
}

/** Lists up to this length stand on one line. */
const SHORT = 60;

function listOf(contents: readonly Body[], unit: string): Body {
  const strings = contents.map((content): Body => ['"', ...content, '"']);
  const [only] = strings;
  if (only !== undefined && strings.length === 1) return ["[", ...only, "]"];
  const line = strings.flatMap((text, at): Body => (at === 0 ? text : [", ", ...text]));
  if (plainText(line).length <= SHORT) return ["[", ...line, "]"];
  const gap = `\n${unit}${unit}`;
  return ["[", ...strings.flatMap((text, at): Body => [at === 0 ? gap : `,${gap}`, ...text]), `\n${unit}]`];
}

function needsResource({ elements, anyResource }: Dialect, resource: Body): boolean {
  const [only] = resource;
  const isAny = resource.length === 1 && only === anyResource;
  return !isAny || elements.statement.some(({ role, required }) => role === "resource" && required);
}
