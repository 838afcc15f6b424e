// Puts a summary of access into Markdown: what may be read and written, on what, and what stays unsure.
import {
  type AccessGroup,
  type Accounts,
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
  if (tooLarge) return "The policy is too large to say what it grants.";
  const naming = { facts, applications: services.applications, style: MARKDOWN };
  // The headline is about what is allowed, and about denies only where nothing is.
  const isCommon = haveCommonCondition(allowed.length > 0 ? allowed : denied);
  const lines = [`**${headline(summary, naming)}**`, ""];
  for (const group of allowed) lines.push(groupLine(group, naming, isCommon));
  if (denied.length > 0 && allowed.length > 0) lines.push("", "Denied of it:", "");
  for (const group of denied) lines.push(groupLine(group, naming, isCommon && allowed.length === 0));
  const { unknown, rest } = describeUnlisted(summary, services.catalog.date, NAMED_UNLISTED, MARKDOWN);
  if (unknown !== undefined) lines.push("", capitalized(unknown));
  if (rest !== undefined) lines.push("", `${capitalized(rest)}.`);
  return lines.join("\n");
}

function groupLine(group: AccessGroup, naming: Naming, isConditionSaid: boolean): string {
  const { service, product, write } = group;
  const name = service === "*" ? "Every service" : `${product ?? "Service"} \`${service}\``;
  const words = describeGroup(group, naming, { condition: isConditionSaid ? "left-out" : "said" });
  const writes = write.map(({ name: action }) => code(action));
  return `- **${name}**: ${words}${writes.length > 0 ? `  \n  writes: ${list(writes, NAMED_WRITES)}` : ""}`;
}

/** ` (main account)` for an account that the team has a name for; its number stands last: `uin/100012345678`. */
export function accountLabel(account: string, accounts: Accounts = {}): string {
  const number = account.slice(account.lastIndexOf("/") + 1);
  return Object.hasOwn(accounts, number) ? ` (${accounts[number]})` : "";
}
