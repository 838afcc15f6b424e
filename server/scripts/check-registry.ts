// Adds a check to the text of `server/src/core/checks/index.ts`, in the order of the ids.

const WIDTH = 110;

/** The name of the constant that a check's file exports: `unknownEffect` for `unknown-effect`. */
export function constantOf(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Throws where the file does not look as this script leaves it. */
export function addToRegistry(source: string, id: string): string {
  const list = /export const checks: readonly Check\[\] = \[[^\]]*\];/.exec(source)?.[0];
  const firstImport = source.indexOf("import ");
  if (list === undefined || firstImport < 0) throw new Error("the registry has no list of checks to add to");
  const ids = [...source.matchAll(/^import \{ \w+ \} from "\.\/([a-z0-9-]+)\.js";$/gm)].map(
    ([, name = ""]) => name,
  );
  const all = [...new Set([...ids, id])].sort();
  const lines = all.map((name) => ({ name, line: `import { ${constantOf(name)} } from "./${name}.js";` }));
  const imports = [...lines, { name: "check", line: 'import type { Check } from "./check.js";' }]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ line }) => line);
  return `${source.slice(0, firstImport)}${imports.join("\n")}\n\n${listOf(all.map(constantOf))}\n`;
}

function listOf(names: readonly string[]): string {
  const start = "export const checks: readonly Check[] = [";
  const line = `${start}${names.join(", ")}];`;
  return line.length <= WIDTH ? line : `${start}\n${names.map((name) => `  ${name},\n`).join("")}];`;
}
