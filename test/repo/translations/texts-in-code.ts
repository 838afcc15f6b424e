// Finds what code says to people: the texts that it has translated, and those that it says in English only.
import { getL10nJson } from "@vscode/l10n-dev";
import { parseAst } from "vite";

/** The English texts that `l10n.t` is called with, as the tools of VS Code collect them. */
export async function translatedTexts(sources: Iterable<string>): Promise<readonly string[]> {
  const files = [...sources]
    .filter((source) => source.includes("l10n"))
    .map((contents) => ({ contents, extension: ".ts" }));
  return Object.keys(await getL10nJson(files)).sort();
}

/** Texts that read like English and are not given to `l10n.t`. What is thrown or logged is for developers. */
export function untranslatedTexts(source: string): readonly string[] {
  const found: string[] = [];
  visit(parseAst(source, { lang: "ts" }), found);
  return found;
}

/** Two words, or a word beside a value. */
const ENGLISH = /[a-z]{2,}[,:;]? (?:[a-z]{2,}|\{\})|[A-Za-z]{2,}[,:]? [a-z]{2,}|\{\}[,:;]? [a-z]{2,}/;

function visit(node: unknown, found: string[]): void {
  if (Array.isArray(node)) for (const each of node) visit(each, found);
  if (!isNode(node) || isForDevelopers(node)) return;
  const text = textOf(node);
  if (text !== undefined && ENGLISH.test(text)) found.push(text);
  for (const child of Object.values(node)) visit(child, found);
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function isForDevelopers({ type, callee }: Node): boolean {
  if (type === "ThrowStatement" || type === "TSLiteralType" || type === "ImportDeclaration") return true;
  return type === "CallExpression" && isNode(callee) && isToldElsewhere(callee);
}

/** `l10n.t(…)`, and the log. */
function isToldElsewhere({ type, object, property }: Node): boolean {
  if (type !== "MemberExpression" || !isNode(property)) return false;
  const name = String(property.name);
  if (isNode(object) && object.name === "l10n") return name === "t";
  return ["error", "info", "warn", "debug", "log"].includes(name);
}

function textOf({ type, value, quasis }: Node): string | undefined {
  if (type === "Literal") return typeof value === "string" ? value : undefined;
  if (type !== "TemplateLiteral" || !Array.isArray(quasis)) return undefined;
  return quasis.map((quasi: { value: { cooked: string } }) => quasi.value.cooked).join("{}");
}
