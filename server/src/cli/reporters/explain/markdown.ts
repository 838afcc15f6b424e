// What policies let someone do, for comments and documents.
import * as l10n from "@vscode/l10n";
import {
  type AccessGroup,
  describeGroup,
  describeNames,
  haveCommonCondition,
  list,
} from "../../../core/index.js";
import { code, escaped } from "../markdown-text.js";
import { labelled, sentence } from "../phrases.js";
import {
  type ExplainedFile,
  type ExplainedPolicy,
  type ExplainOptions,
  type ExplainReporter,
  headlineOf,
  namingFor,
  unlistedNotes,
} from "./explained.js";

const STYLE = { quoted: code, value: code, label: escaped };

/** Names of actions that are spelled out before the rest is counted. */
const NAMED = 12;

export const explainMarkdown: ExplainReporter = (files, options) =>
  files.map((file) => explainFile(file, options)).join("\n");

function explainFile(file: ExplainedFile, options: ExplainOptions): string {
  const parts = file.policies.map((policy) => explainPolicy(policy, file, options));
  const notes = file.notes.map(
    ({ line, text }) =>
      `- ${line === undefined ? escaped(text) : l10n.t("line {line}: {text}", { line, text: escaped(text) })}`,
  );
  if (notes.length > 0) parts.push([l10n.t("Notes:"), "", ...notes].join("\n"));
  return `### ${code(file.path)}\n\n${parts.join("\n\n")}\n`;
}

function explainPolicy(one: ExplainedPolicy, file: ExplainedFile, options: ExplainOptions): string {
  const { summary, line, holders } = one;
  const name = holders && describeNames(holders.kind, holders.names.map(code));
  const where = name ?? (file.policies.length > 1 ? l10n.t("Line {line}", { line }) : undefined);
  const placed = (text: string) => (where === undefined ? text : labelled(where, text));
  if (summary.tooLarge) return placed(sentence(l10n.t("the policy is too large to say what it grants")));
  const naming = namingFor(one, file, options, STYLE);
  const { allowed, denied } = summary;
  const own = allowed.length > 0 ? allowed : denied;
  const isCommon = haveCommonCondition(own);
  const lines = (groups: readonly AccessGroup[], isSaid: boolean) =>
    groups.map((group) => {
      const { service, product, write } = group;
      const shown = product === undefined ? l10n.t("Service") : escaped(product);
      const name = service === "*" ? l10n.t("Every service") : `${shown} ${code(service)}`;
      const words = describeGroup(group, naming, { condition: isSaid ? "left-out" : "said" });
      const writes = write.map((action) => code(action.name));
      const named = labelled(l10n.t("writes"), list(writes, NAMED));
      return `- ${labelled(`**${name}**`, words)}${writes.length > 0 ? `  \n  ${named}` : ""}`;
    });
  const notes = unlistedNotes(summary, options.catalog.date, STYLE).map((note) => `- ${note}`);
  return [
    placed(`**${headlineOf(one, naming)}**`),
    ...(own.length > 0 ? ["", ...lines(own, isCommon)] : []),
    ...(allowed.length > 0 && denied.length > 0
      ? ["", l10n.t("Denied of it:"), "", ...lines(denied, false)]
      : []),
    ...(notes.length > 0 ? ["", ...notes] : []),
  ].join("\n");
}
