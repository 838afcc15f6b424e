// Writes a new policy as its dialect wants it: the names of its elements, its version, and lists where lists are
// usual. What is in the statements is decided by others.
import type { Dialect, ElementRole } from "./dialect.js";

export interface NewStatement {
  readonly effect: "allow" | "deny";
  readonly actions: readonly string[];
  /** Absent: every resource, written where the dialect wants the element. */
  readonly resources?: readonly string[];
}

/** Lists of several entries that fit into this width stay on one line. */
const WIDTH = 90;
const UNIT = "  ";

export function writePolicy(statements: readonly NewStatement[], dialect: Dialect): string {
  const written = statements.map((statement) => `${UNIT}${UNIT}${writeStatement(statement, dialect)}`);
  const lines = [
    `${UNIT}"${nameOf(dialect, "policy", "version")}": ${JSON.stringify(dialect.version.current)}`,
    `${UNIT}"${nameOf(dialect, "policy", "statement")}": [\n${written.join(",\n")}\n${UNIT}]`,
  ];
  return `{\n${lines.join(",\n")}\n}\n`;
}

function writeStatement(statement: NewStatement, dialect: Dialect): string {
  const { effect, actions, resources = [dialect.anyResource] } = statement;
  const entry = (role: ElementRole, value: string) =>
    `${UNIT.repeat(3)}"${nameOf(dialect, "statement", role)}": ${value}`;
  const isWanted = (role: ElementRole) =>
    dialect.elements.statement.some((rule) => rule.role === role && rule.required);
  const hasResources = statement.resources !== undefined || isWanted("resource");
  const entries = [
    entry("effect", JSON.stringify(dialect.effects[effect])),
    entry("action", writeList(actions)),
    ...(hasResources ? [entry("resource", writeList(resources))] : []),
  ];
  return `{\n${entries.join(",\n")}\n${UNIT}${UNIT}}`;
}

function writeList(items: readonly string[]): string {
  const texts = items.map((item) => JSON.stringify(item));
  const line = texts.join(", ");
  if (texts.length < 2 || line.length <= WIDTH) return `[${line}]`;
  return `[\n${texts.map((text) => `${UNIT.repeat(4)}${text}`).join(",\n")}\n${UNIT.repeat(3)}]`;
}

function nameOf({ elements }: Dialect, level: "policy" | "statement", role: ElementRole): string {
  return elements[level].find((rule) => rule.role === role)?.name ?? role;
}
