// `access-policy explain`: what do these policies let someone do?
import * as l10n from "@vscode/l10n";
import { compilePolicy, gapsIn, gapsOf, type Policy, summarize } from "../../core/index.js";
import { explainGrants, isExplainedAsGrants } from "../explain-grants.js";
import { createLabels } from "../labels.js";
import { eachOnce, type PolicyText, readPolicies } from "../policy-files.js";
import { createColors } from "../reporters/colors.js";
import type { ExplainedFile } from "../reporters/explain/explained.js";
import { visible } from "../reporters/visible.js";
import { complain, EXIT, type Shell, wantsColors } from "../shell.js";
import { complainAboutUsage } from "../usage.js";
import { type ExplainCommand, explainHelp, readExplainOptions } from "./explain-options.js";

export async function explain(argv: readonly string[], shell: Shell): Promise<number> {
  const { catalog, stdout } = shell;
  const command = readExplainOptions(argv, catalog.dialects);
  if (command === "help") {
    stdout.write(explainHelp(catalog.dialects));
    return EXIT.clean;
  }
  if ("usageError" in command) return complainAboutUsage(command, "explain", shell);
  return explainAll(command, shell);
}

async function explainAll(command: ExplainCommand, shell: Shell): Promise<number> {
  const { catalog, env, stdout } = shell;
  const labels = createLabels(command.project, shell);
  const given = eachOnce(command.paths, shell);
  const files: ExplainedFile[] = [];
  for (const path of given) {
    const read = isExplainedAsGrants(path)
      ? await explainGrants(path, shell)
      : await readPolicies(path, shell, command);
    if ("failure" in read) complain(shell, visible(`${read.path}: ${read.failure}`));
    else {
      const explained = "notes" in read ? read : explainFile(read, shell);
      files.push({ ...explained, applications: labels.applicationsFor(path) });
    }
  }
  if (files.length === 0) return EXIT.couldNotRun;
  stdout.write(command.reporter(files, { catalog, colors: createColors(wantsColors(stdout, env)) }));
  return files.length < given.length ? EXIT.couldNotRun : EXIT.clean;
}

function explainFile(read: PolicyText, { catalog }: Shell): Omit<ExplainedFile, "applications"> {
  const { path, policies, lineOf } = read;
  const explained = policies.map((policy) => ({
    policy,
    line: lineOf(policy, policy.span),
    summary: summarize(policy, catalog),
  }));
  const ineffective = policies.flatMap((policy) => ineffectiveIn(policy, read, { catalog }));
  const leftOut = policies.flatMap((policy) => compilePolicy(policy, catalog.of(policy.dialect)).leftOut);
  const notes = [...gapsIn(read, leftOut), ...ineffective].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { path, policies: explained, notes };
}

function ineffectiveIn(policy: Policy, { lineOf }: PolicyText, { catalog }: Pick<Shell, "catalog">) {
  return policy.statements.flatMap((statement) =>
    gapsOf(statement, policy, catalog.of(policy.dialect)).ineffective.map(({ text, span }) => ({
      line: lineOf(policy, span),
      text: l10n.t('"{text}" has no effect: it cannot be permitted on the resources of its statement', {
        text,
      }),
    })),
  );
}
