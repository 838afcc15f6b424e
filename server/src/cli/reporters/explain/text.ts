// What policies let someone do, for people at a terminal: totals first, then each service with its resources.
import * as l10n from "@vscode/l10n";
import {
  type AccessGroup,
  capitalized,
  describeGroup,
  describeNames,
  describeOrigins,
  haveCommonCondition,
  list,
  type Naming,
  PLAIN,
} from "../../../core/index.js";
import type { Colors } from "../colors.js";
import { labelled, withNote } from "../phrases.js";
import { visible } from "../visible.js";
import {
  type ExplainedFile,
  type ExplainedPolicy,
  type ExplainOptions,
  type ExplainReporter,
  headlineOf,
  namingFor,
  unlistedNotes,
} from "./explained.js";

/** Names of actions that are spelled out before the rest is counted: a write is worth more room. */
const NAMED_WRITES = 12;
const NAMED_READS = 6;
const NAMED_POLICIES = 12;

export const explainText: ExplainReporter = (files, options) =>
  files.map((file) => explainFile(file, options)).join("\n");

function explainFile(file: ExplainedFile, options: ExplainOptions): string {
  const { colors } = options;
  const parts = file.policies.map((policy) => explainPolicy(policy, file, options));
  const notes = file.notes.map(({ line, text }) =>
    line === undefined ? text : l10n.t("line {line}: {text}", { line, text }),
  );
  return `${[...parts.flat(), ...section(l10n.t("Notes"), notes, colors)].map((line) => `${line}\n`).join("")}`;
}

function explainPolicy(
  one: ExplainedPolicy,
  file: ExplainedFile,
  options: ExplainOptions,
): readonly string[] {
  const { colors, catalog } = options;
  const { summary, line, holders } = one;
  const name = holders && `${file.path}: ${describeNames(holders.kind, holders.names)}`;
  const where = name ?? (file.policies.length > 1 ? `${file.path}:${line}` : file.path);
  const title = colors.bold(visible(where));
  // Behind the place of a text stands what terminals expect there.
  const placed = (text: string) => (holders ? labelled(title, text) : `${title}: ${text}`);
  if (summary.tooLarge) return [placed(l10n.t("the policy is too large to say what it grants"))];
  const naming = namingFor(one, file, options, PLAIN);
  const { allowed, denied } = summary;
  const own = allowed.length > 0 ? allowed : denied;
  const isCommon = haveCommonCondition(own);
  const lines = (groups: readonly AccessGroup[], isSaid: boolean) =>
    groups.flatMap((group) => groupLines(group, naming, isSaid, colors));
  return [
    placed(visible(headlineOf(one, naming))),
    ...lines(own, isCommon),
    ...(allowed.length > 0 && denied.length > 0
      ? [`  ${l10n.t("Denied of it:")}`, ...lines(denied, false).map((text) => `  ${text}`)]
      : []),
    ...attachedLine(one, colors),
    ...unlistedNotes(summary, catalog.date, PLAIN).map((note) => `  ${visible(capitalized(note))}`),
  ];
}

function attachedLine({ holders }: ExplainedPolicy, colors: Colors): readonly string[] {
  if (holders === undefined || holders.attached.length === 0) return [];
  return [`  ${colors.dim(visible(describeOrigins(holders.attached, NAMED_POLICIES)))}`];
}

function groupLines(group: AccessGroup, naming: Naming, isSaid: boolean, colors: Colors): readonly string[] {
  const { service, product, read, write } = group;
  const name =
    service === "*" ? l10n.t("Every service") : product === undefined ? service : withNote(product, service);
  const words = describeGroup(group, naming, { condition: isSaid ? "left-out" : "said" });
  const names = (actions: AccessGroup["read"], most: number) =>
    visible(
      list(
        actions.map((action) => action.name),
        most,
      ),
    );
  return [
    `  ${labelled(colors.bold(visible(name)), visible(words))}`,
    ...(write.length > 0
      ? [`    ${labelled(colors.yellow(l10n.t("writes")), names(write, NAMED_WRITES))}`]
      : []),
    ...(read.length > 0 ? [`    ${labelled(colors.dim(l10n.t("reads")), names(read, NAMED_READS))}`] : []),
  ];
}

function section(title: string, notes: readonly string[], colors: Colors): readonly string[] {
  if (notes.length === 0) return [];
  return [
    `  ${l10n.t("{title}:", { title: colors.bold(title) })}`,
    ...notes.map((note) => `    ${visible(note)}`),
  ];
}
