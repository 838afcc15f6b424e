// What a hover says in a grants file: on a user or group what it may do in the end, on a preset and on the path of a
// policy what these grant.
import type { Hover, Position } from "vscode-languageserver-types";
import {
  code,
  describeGrantsGap,
  describeMoreGaps,
  describeOrigin,
  describeOrigins,
  type Effective,
  type Holder,
  MARKDOWN,
  type Policy,
  partOfString,
  spanOf,
  summarize,
  together,
} from "../../core/index.js";
import { describeSummary } from "../describe-access.js";
import type { ServedDocument, Services } from "../document.js";
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
  const inner = spanOf(0, target.value.text.length);
  const span = partOfString(target.value, inner, document.text);
  return { contents: { kind: "markdown", value }, range: toRange(document.lines, span) };
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

function pathText(path: string, { files }: DocumentGrants, services: Services): string {
  const file = files()(path);
  const title = `**${code(path)}**`;
  if (file.kind === "policy") return `${title}\n\n${summaryText(file.policies, services)}`;
  const reason = file.kind === "missing" ? "missing-file" : PATH_GAPS[file.kind];
  return `${title}\n\n${describeGrantsGap({ text: path, reason }, MARKDOWN)}`;
}

const PATH_GAPS = {
  foreign: "no-policy",
  "no-policy": "no-policy",
  "too-large": "unreadable-file",
  unknown: "unreadable-file",
  unreadable: "unreadable-file",
} as const;

function holderText(holder: Holder, own: DocumentGrants, services: Services): string {
  const effective = effectiveAccess(holder, own, services.catalog);
  const lines = [`**${code(holder.name)}**`, "", summaryText(effective.policies, services)];
  const origins = originsOf(effective);
  if (origins.length > 0) lines.push("", describeOrigins(origins, NAMED_ORIGINS));
  const gaps = effective.gaps.map((gap) => `- ${describeGrantsGap(gap, MARKDOWN)}`);
  if (gaps.length > 0) lines.push("", ...gaps.slice(0, NAMED_GAPS));
  if (gaps.length > NAMED_GAPS) lines.push(`- ${describeMoreGaps(gaps.length - NAMED_GAPS)}`);
  return lines.join("\n");
}

function summaryText(policies: readonly Policy[], services: Services): string {
  const policy = together(policies);
  if (policy === undefined) return `**${NOTHING}**`;
  const facts = services.catalog.of(policy.dialect);
  return describeSummary(summarize(policy, services.catalog), facts, services).trimEnd();
}

function originsOf({ sources }: Effective): readonly string[] {
  return sources.map(({ attachment, group }) => describeOrigin(code(attachment.text), group && code(group)));
}

/** As the headline of a summary says it of policies that allow nothing. */
const NOTHING = "Grants nothing";
