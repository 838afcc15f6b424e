// Puts a summary of access into Markdown: what may be read and written, on what, and what stays unsure.
import * as l10n from "@vscode/l10n";
import {
  type AccessGroup,
  capitalized,
  code,
  type DialectCatalog,
  describeGroup,
  describeUnlisted,
  haveCommonCondition,
  headline,
  list,
  MARKDOWN,
  type Naming,
  type Summary,
} from "../core/index.js";
import type { Services } from "./document.js";

/** Names that are spelled out before the rest is counted. */
const NAMED_WRITES = 5;
const NAMED_UNLISTED = 6;

/** A headline, then one line for each group of actions that share their resources and conditions. */
export function describeSummary(summary: Summary, facts: DialectCatalog, services: Services): string {
  const { allowed, denied, tooLarge } = summary;
  if (tooLarge) return l10n.t("The policy is too large to say what it grants.");
  const naming = { facts, applications: services.applications, style: MARKDOWN };
  // The headline is about what is allowed, and about denies only where nothing is.
  const isCommon = haveCommonCondition(allowed.length > 0 ? allowed : denied);
  const lines = [`**${headline(summary, naming)}**`, ""];
  for (const group of allowed) lines.push(groupLine(group, naming, isCommon));
  if (denied.length > 0 && allowed.length > 0) lines.push("", l10n.t("Denied of it:"), "");
  for (const group of denied) lines.push(groupLine(group, naming, isCommon && allowed.length === 0));
  const { unknown, rest } = describeUnlisted(summary, services.catalog.date, NAMED_UNLISTED, MARKDOWN);
  if (unknown !== undefined) lines.push("", capitalized(unknown));
  if (rest !== undefined) lines.push("", l10n.t("{sentence}.", { sentence: capitalized(rest) }));
  return lines.join("\n");
}

function groupLine(group: AccessGroup, naming: Naming, isConditionSaid: boolean): string {
  const { service, product, write } = group;
  const words = describeGroup(group, naming, { condition: isConditionSaid ? "left-out" : "said" });
  const writes = write.map(({ name: action }) => code(action));
  const line = l10n.t("**{service}**: {access}", { service: nameOf(service, product), access: words });
  if (writes.length === 0) return `- ${line}`;
  return `- ${line}  \n  ${l10n.t("writes: {actions}", { actions: list(writes, NAMED_WRITES) })}`;
}

function nameOf(service: string, product: string | undefined): string {
  if (service === "*") return l10n.t("Every service");
  return product === undefined
    ? l10n.t("Service {service}", { service: code(service) })
    : `${product} ${code(service)}`;
}
