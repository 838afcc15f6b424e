// Explains a grants file: what each user and group may do in the end. Those to whom the same is attached are explained
// together.
import { dirname, resolve } from "node:path";
import * as l10n from "@vscode/l10n";
import {
  alikeHolders,
  brokenIn,
  createAttachedFiles,
  describeBreak,
  describeGrantsGap,
  dialectFor,
  indexLines,
  isGrantsFileName,
  positionAt,
  readGrants,
  summarize,
  together,
} from "../core/index.js";
import { STDIN } from "./files.js";
import { readerIn } from "./grants-files.js";
import { type NoPolicies, readNamed, shownPath } from "./policy-files.js";
import type { ExplainedFile, ExplainedPolicy } from "./reporters/explain/explained.js";
import type { Shell } from "./shell.js";

export async function explainGrants(
  given: string,
  shell: Pick<Shell, "catalog" | "cwd" | "disk" | "readStdin">,
): Promise<Omit<ExplainedFile, "applications"> | NoPolicies> {
  const { catalog, cwd, disk } = shell;
  const path = shownPath(given);
  const read = await readNamed(given, shell);
  if ("failure" in read) return { path, ...read };
  const { text, problems } = read;
  const { grants } = readGrants(text, catalog, problems);
  const folder = dirname(resolve(cwd, given));
  const fileAt = createAttachedFiles(readerIn(folder, disk), catalog.dialects);
  const alike = alikeHolders(grants, { catalog, fileAt });
  const lines = indexLines(text);
  const lineOf = ({ start }: { readonly start: number }) => positionAt(lines, start).line + 1;
  if (alike.length === 0) return { path, failure: l10n.t("it names no users and no groups") };
  const notes = new Map<string, { readonly line: number; readonly text: string }>();
  const broken = brokenIn(grants);
  if (broken !== undefined) notes.set("", { line: lineOf(broken.span), text: describeBreak(broken) });
  const policies = alike.flatMap(({ effective, holders }): ExplainedPolicy[] => {
    const dialect = dialectFor(effective.policies, grants, catalog);
    const [first] = holders;
    if (dialect === undefined) return [];
    for (const gap of effective.gaps) {
      const line = lineOf(gap.span);
      notes.set(`${line} ${gap.text}`, { line, text: describeGrantsGap(gap) });
    }
    const policy = together(effective.policies, dialect);
    return [
      {
        policy,
        line: lineOf(first.key.span),
        summary: summarize(policy, catalog),
        holders: {
          kind: first.kind,
          names: holders.map(({ name }) => name),
          attached: effective.sources.map(({ attachment }) => attachment.text),
          isCertain: effective.gaps.length === 0,
        },
      },
    ];
  });
  return { path, policies, notes: [...notes.values()].sort((one, other) => one.line - other.line) };
}

/** Standard input is never one: nobody could say where its paths start. */
export function isExplainedAsGrants(given: string): boolean {
  return given !== STDIN && isGrantsFileName(given);
}
