// What a hover says in a grants file: on a user or group what it may do in the end, on a preset and on the path of a
// policy what these grant.
import type { Hover, Position } from "vscode-languageserver-types";
import {
  code,
  describeGrantsGap,
  describeMoreGaps,
  describeNothing,
  describeOrigin,
  describeOrigins,
  describeScopeOfPresets,
  dialectFor,
  type Effective,
  type Holder,
  MARKDOWN,
  type Policy,
  type Summary,
  summarize,
  together,
} from "../../core/index.js";
import { describeSummary } from "../describe-access.js";
import type { ServedDocument, Services } from "../document.js";
import { policyText } from "../hover/access-text.js";
import { presetText } from "../hover/name-text.js";
import { toOffset, toRange } from "../to-lsp.js";
import {
  type DocumentGrants,
  effectiveAccess,
  type GrantsTarget,
  grantsTargetAt,
} from "./document-grants.js";

/** Policies that are named before the rest is counted. */
const NAMED_ORIGINS = 12;
const NAMED_GAPS = 6;

export function grantsHover(
  document: ServedDocument,
  own: DocumentGrants,
  position: Position,
  services: Services,
): Hover | null {
  const target = grantsTargetAt(own, toOffset(document.lines, position));
  const value = target && textFor(target, own, services);
  if (target === undefined || value === undefined) return null;
  return { contents: { kind: "markdown", value }, range: toRange(document.lines, target.value.span) };
}

function textFor(target: GrantsTarget, own: DocumentGrants, services: Services): string | undefined {
  const { grants } = own;
  const { text } = target.value;
  switch (target.kind) {
    case "holder":
      return holderText(target.holder, own, services);
    case "group": {
      const group = grants.groups.get(text);
      return group === undefined ? undefined : holderText(group, own, services);
    }
    case "name": {
      const { dialects } = services.catalog;
      const preset = presetText(text, grants.dialect ? [grants.dialect] : dialects, services);
      return preset ?? describeGrantsGap({ text, reason: "unknown-preset" }, MARKDOWN);
    }
    case "path":
      return pathText(text, own, services);
    default:
      return target satisfies never;
  }
}

function pathText(path: string, own: DocumentGrants, services: Services): string {
  const { files, grants } = own;
  const file = files()(path);
  const title = `**${code(path)}**`;
  if (file.kind !== "policy") {
    return `${title}\n\n${describeGrantsGap({ text: path, reason: PATH_GAPS[file.kind] }, MARKDOWN)}`;
  }
  const isOther = grants.dialect && file.policies.every(({ dialect }) => dialect !== grants.dialect);
  const gap = isOther ? ["", describeGrantsGap({ text: path, reason: "other-dialect" }, MARKDOWN)] : [];
  const [only, second] = file.policies;
  const text =
    only !== undefined && second === undefined
      ? policyText(only, services)
      : summaryText(file.policies, true, own, services);
  return [title, ...gap, "", text].join("\n");
}

const PATH_GAPS = {
  foreign: "no-policy",
  missing: "missing-file",
  "no-policy": "no-policy",
  "too-large": "unreadable-file",
  unknown: "unreadable-file",
  unreadable: "unreadable-file",
} as const;

function holderText(holder: Holder, own: DocumentGrants, services: Services): string {
  const effective = effectiveAccess(holder, own, services.catalog);
  return `**${code(holder.name)}**\n\n${effectiveText(effective, own, services)}`;
}

/** What a holder may do in the end, because of what, and what of that does not count. */
export function effectiveText(effective: Effective, own: DocumentGrants, services: Services): string {
  const { policies, sources, gaps } = effective;
  const lines = [summaryText(policies, gaps.length === 0, own, services)];
  if (sources.length > 0) lines.push("", describeOrigins(originsOf(sources), NAMED_ORIGINS));
  if (sources.some(({ attachment }) => attachment.kind === "name")) lines.push("", describeScopeOfPresets());
  const told = gaps.map((gap) => `- ${describeGrantsGap(gap, MARKDOWN)}`);
  if (told.length > 0) lines.push("", ...told.slice(0, NAMED_GAPS));
  if (told.length > NAMED_GAPS) lines.push(`- ${describeMoreGaps(told.length - NAMED_GAPS)}`);
  return lines.join("\n");
}

function summaryText(
  policies: readonly Policy[],
  isCertain: boolean,
  { grants }: DocumentGrants,
  services: Services,
): string {
  const { catalog } = services;
  const dialect = dialectFor(policies, grants, catalog);
  const summary = dialect && summarize(together(policies, dialect), catalog);
  if (dialect === undefined || summary === undefined || isEmpty(summary))
    return `**${describeNothing(isCertain)}**`;
  return describeSummary(summary, catalog.of(dialect), services).trimEnd();
}

function isEmpty({ allowed, tooLarge }: Summary): boolean {
  return allowed.length === 0 && !tooLarge;
}

function originsOf(sources: Effective["sources"]): readonly string[] {
  return sources.map(({ attachment, group }) => describeOrigin(code(attachment.text), group && code(group)));
}
