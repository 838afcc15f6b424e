// Runs the command line inside the test: the same `run` as the program's, with streams, folders and time of the
// test's own, on the small catalog.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { run } from "../../server/src/cli/run.js";
import { type Catalog, checks } from "../../server/src/core/index.js";
import { type Disk, disk } from "../../server/src/disk/disk.js";
import { CHINESE } from "../support/language.js";
import { miniCatalog } from "../support/mini-catalog.js";

export interface CliOptions {
  /** The small one unless given. */
  readonly catalog?: Catalog;
  readonly cwd?: string;
  readonly disk?: Partial<Disk>;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: () => number;
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly today?: string;
}

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function runCli(argv: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const written = { out: "", err: "" };
  const isTTY = options.terminal === true;
  const code = await run(argv, {
    catalog: options.catalog ?? miniCatalog,
    cwd: options.cwd ?? process.cwd(),
    disk: { ...disk, ...options.disk },
    env: options.env ?? {},
    loadTranslation: (language) => (language === "en" ? undefined : CHINESE),
    now: options.now ?? (() => 0),
    pages: (language) => (language === "en" ? PAGES : CHINESE_PAGES),
    readStdin: async () => Buffer.from(options.stdin ?? ""),
    stderr: { isTTY, write: (text) => (written.err += text) },
    stdout: { isTTY, write: (text) => (written.out += text) },
    today: () => options.today ?? "2026-11-21",
    version: "1.2.3",
  });
  return { code, ...written };
}

/** Pages of the form that all have, about every check, so that no test depends on the words of one. */
const PAGES: Readonly<Record<string, string>> = Object.fromEntries(
  checks.map(({ id, title }) => [
    id,
    `# ${id}\n\n${title}.\n\n## What it finds\n\nFaults like in \`a\`, see [index](index.md).\nAnd _others_.\n\n## Example\n\n\`\`\`json\n{}\n\`\`\`\n`,
  ]),
);

const CHINESE_PAGES: Readonly<Record<string, string>> = Object.fromEntries(
  checks.map(({ id, title }) => [
    id,
    `# ${id}\n\n${CHINESE[title]}。\n\n## 检查内容\n\n与 \`a\` 类似的错误，见 [列表](index.md)。以及其他。\n\n## 示例\n\n\`\`\`json\n{}\n\`\`\`\n`,
  ]),
);

/** A folder with these files in it, by their names; gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "access-policy-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** What the JSON report says about each file: its path and the checks that found something. */
export function judged({ out }: CliResult): Record<string, string[]> {
  const report: JsonReport = JSON.parse(out);
  return Object.fromEntries(
    report.files.map(({ path, findings }) => [path, findings.map(({ check }) => check)]),
  );
}

export interface JsonReport {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly dialect: string | null;
    readonly findings: readonly {
      readonly check: string;
      readonly severity: string;
      readonly message: string;
      readonly range: Readonly<Record<"start" | "end", { readonly line: number; readonly column: number }>>;
      readonly docs: string;
      readonly fixable?: string;
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

export const CLEAN = `{
  "version": "2.0",
  "statement": [{ "effect": "allow", "action": ["trtc:DescribeRoomInfo"], "resource": ["qcs::trtc::uin/1:sdkappid/2"] }]
}
`;

/** One finding: the error \`unknown-effect\`. */
export const FAULTY = CLEAN.replace('"allow"', '"grant"');

/** One finding: the warning \`unknown-action\`. */
export const DOUBTFUL = CLEAN.replace("DescribeRoomInfo", "DescribeRoomInf");
