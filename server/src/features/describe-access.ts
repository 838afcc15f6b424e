// Puts a summary of access into words: what may be read and written, on what, and what stays unsure.
import type { AccessGroup, Action, Scope, Summary } from "../core/index.js";
import type { Application, Services } from "./document.js";

/** Names that are spelled out before the rest is counted. */
const NAMED_WRITES = 5;
const NAMED_SCOPES = 6;

/** Markdown: a headline, then one line for each group of actions that share their resources. */
export function describeSummary(summary: Summary, services: Services): string {
  const { allowed, denied, tooLarge } = summary;
  if (tooLarge) return "The policy is too large to say what it grants.";
  const lines = [`**${headline(summary)}**`, ""];
  for (const group of allowed) lines.push(`- ${describeGroup(group, services)}`);
  if (denied.length > 0 && allowed.length > 0) lines.push("", "Denied of it:", "");
  for (const group of denied) lines.push(`- ${describeGroup(group, services)}`);
  const unlisted = [...new Set([...allowed, ...denied].flatMap((group) => group.unlisted))];
  if (unlisted.length > 0) {
    const names = list(unlisted.map(code), NAMED_SCOPES);
    lines.push(
      "",
      `The catalog of ${services.catalog.date} does not know the access level of all that ${names} reaches.`,
    );
  }
  if (summary.incomplete) lines.push("", "Parts with errors are left out.");
  return lines.join("\n");
}

/** `Read only: 12 read actions`, `12 read, 3 write actions`, `Denies 2 write actions`. */
export function headline({ allowed, denied }: Summary): string {
  if (allowed.length > 0) {
    const { read, write, unlisted } = countActions(allowed);
    const readOnly = write === 0 && unlisted === 0;
    return `${readOnly ? "Read only" : "Allows"}: ${counts(read, write, unlisted)}${conditions(allowed)}`;
  }
  if (denied.length === 0) return "Grants nothing";
  const { read, write, unlisted } = countActions(denied);
  return `Denies: ${counts(read, write, unlisted)}${conditions(denied)}`;
}

function conditions(groups: readonly AccessGroup[]): string {
  return groups.every(({ conditional }) => conditional) ? ", under conditions" : "";
}

/** An action counts once, on however many resources it stands. */
export function countActions(groups: readonly AccessGroup[]): {
  read: number;
  write: number;
  unlisted: number;
} {
  const distinct = (actions: readonly Action[]) => new Set(actions.map(({ fullName }) => fullName)).size;
  return {
    read: distinct(groups.flatMap((group) => group.read)),
    write: distinct(groups.flatMap((group) => group.write)),
    unlisted: new Set(groups.flatMap((group) => group.unlisted)).size,
  };
}

function describeGroup(group: AccessGroup, services: Services): string {
  const { read, write, unlisted, on, except } = group;
  const name = group.service === "*" ? "Every service" : `${group.product ?? "Service"} \`${group.service}\``;
  const words = [
    `**${name}**: ${counts(read.length, write.length, unlisted.length)} on ${describeScopes(on, services)}`,
  ];
  if (except.length > 0) words.push(`except ${describeScopes(except, services)}`);
  if (group.conditional) words.push("(conditional)");
  if (group.partlyDenied) words.push("(some of it may be denied)");
  const writes =
    write.length > 0
      ? `  \n  writes: ${list(
          write.map(({ name: action }) => code(action)),
          NAMED_WRITES,
        )}`
      : "";
  return words.join(" ") + writes;
}

function describeScopes(scopes: readonly Scope[], services: Services): string {
  return list(
    scopes.map((scope) => describeScope(scope, services.applications)),
    NAMED_SCOPES,
  );
}

/** `everything`, `application 1400100200 (Live prod)`, `every application`, or the resource as written. */
export function describeScope(scope: Scope, applications: readonly Application[]): string {
  if (scope.kind === "everything") return "everything";
  const { type, path, account } = scope.parts;
  if (type !== "sdkappid") return code(scope.text);
  const owner = /^uin\/\d+$/.test(account) ? ` of ${account}` : "";
  if (path === "*") return `every application${owner}`;
  if (path.includes("*")) return `applications ${code(path)}${owner}`;
  const label = applications.find(({ sdkAppId }) => sdkAppId === path)?.label;
  return `application ${path}${label ? ` (${plain(label)})` : ""}`;
}

/** `12 read, 3 write actions`; zero parts are left out. */
export function counts(read: number, write: number, unlisted: number): string {
  const parts = [
    ...(read > 0 ? [`${read} read`] : []),
    ...(write > 0 ? [`${write} write`] : []),
    ...(unlisted > 0 ? [`${unlisted} unlisted`] : []),
  ];
  const total = read + write + unlisted;
  return total === 0 ? "no actions" : `${parts.join(", ")} ${total === 1 ? "action" : "actions"}`;
}

export function list(words: readonly string[], most: number): string {
  if (words.length <= most) return words.join(", ");
  return `${words.slice(0, most).join(", ")} and ${words.length - most} more`;
}

/** As Markdown code; a backtick inside would end it. */
export function code(text: string): string {
  return `\`${text.replaceAll("`", "'")}\``;
}

function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/g, "\\$&");
}
