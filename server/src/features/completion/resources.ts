// Proposals for a resource string, segment by segment: whole resources with the applications that are known,
// or, behind the first colon, what can stand in the segment under the cursor.

import * as l10n from "@vscode/l10n";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { type DialectCatalog, spanOf } from "../../core/index.js";
import { withAccountLabel } from "../account-label.js";
import type { StringContext } from "../cursor.js";
import { segmentWord } from "../segment-words.js";
import { type Body, stop } from "./body.js";
import { type Place, type Proposal, stringItem } from "./insert.js";
import { type Candidate, candidatesFor, rolesOf, segmentValues } from "./resource-candidates.js";
import { currentString } from "./slot.js";
import { hasNoResources, servicesOf } from "./statement-services.js";
import { offsetOf } from "./written.js";

export function resources(place: Place, context: StringContext): CompletionItem[] {
  const { policy, statement, slot } = context;
  const facts = place.services.catalog.of(policy.dialect);
  if (hasNoResources(statement, facts)) return [];
  const current = currentString(slot);
  const own = servicesOf(statement, facts, current);
  const taken = new Set(statement.resources.filter((other) => other !== current).map(({ text }) => text));
  const candidates = candidatesFor({ place, policy, current, facts, own });
  const isFirst = !slot.text.slice(0, slot.at).includes(":");
  return isFirst
    ? wholes(place, context, facts, { own, taken, candidates })
    : segments(place, context, facts, { own, taken, candidates });
}

interface Known {
  readonly own: ReadonlySet<string>;
  /** The other resources of the statement. */
  readonly taken: ReadonlySet<string>;
  readonly candidates: readonly Candidate[];
}

function wholes(
  place: Place,
  context: StringContext,
  facts: DialectCatalog,
  { own, taken, candidates }: Known,
): CompletionItem[] {
  const relevant = candidates.filter(({ service }) => own.size === 0 || own.has(service));
  const items = relevant
    .filter(({ text }) => !taken.has(text))
    .map((candidate, order) => {
      const proposal = { ...wholeProposal(candidate, relevant, place), order };
      return write(place, context, proposal, [candidate.text]);
    });
  const { anyResource } = facts.dialect;
  if (facts.resource(anyResource).kind === "resource" && !taken.has(anyResource)) {
    const proposal = {
      label: anyResource,
      kind: CompletionItemKind.Constant,
      detail: l10n.t("every resource"),
      rank: needsAny(context, facts) ? 0 : 3,
    };
    items.push(write(place, context, proposal, [anyResource]));
  }
  return [...items, ...templates(place, context, facts, own), ...starts(place, context, facts, own)];
}

/** Every action of the statement works on all resources only. */
function needsAny({ statement }: StringContext, facts: DialectCatalog): boolean {
  const reached = statement.actions.flatMap(({ text }) => facts.action(text).reached);
  return reached.length > 0 && reached.every(({ level }) => level === "operation");
}

/** With places to fill in: last, for ids that nobody has told us. */
function templates(
  place: Place,
  context: StringContext,
  facts: DialectCatalog,
  own: ReadonlySet<string>,
): CompletionItem[] {
  if (!place.services.snippets) return [];
  return [...facts.services.values()]
    .filter(({ code }) => own.size === 0 || own.has(code))
    .flatMap((service) =>
      service.resourceTemplates
        .filter((template) => template.includes("${"))
        .map((template) => {
          const detail = `${service.product} · ${l10n.t("fill in the ids")}`;
          const proposal = { label: template, kind: CompletionItemKind.Snippet, detail, rank: 4 };
          return write(place, context, proposal, templateBody(template));
        }),
    );
}

export function templateBody(template: string): Body {
  let count = 0;
  return template
    .split(/(\$\{[^}]*\})/)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const name = /^\$\{([^}]*)\}$/.exec(piece)?.[1];
      return name === undefined ? piece : stop(++count, name);
    });
}

/** Where no template helps, the first segment: a service of the statement. */
function starts(
  place: Place,
  context: StringContext,
  facts: DialectCatalog,
  own: ReadonlySet<string>,
): CompletionItem[] {
  if (rolesOf(facts)[0] !== "service") return [];
  return [...own]
    .filter((code) => (facts.service(code)?.resourceTemplates.length ?? 0) === 0)
    .map((code) => {
      const label = `${code}:*:*:`;
      const proposal = {
        ...{ label, kind: CompletionItemKind.Module, detail: l10n.t("any region and account"), rank: 2 },
        asksAgain: true,
      };
      return write(place, context, proposal, [label]);
    });
}

function segments(
  place: Place,
  context: StringContext,
  facts: DialectCatalog,
  { own, taken, candidates }: Known,
): CompletionItem[] {
  const { slot } = context;
  const { document } = place;
  const before = slot.text.slice(0, slot.at);
  const written = before.split(":").slice(0, -1);
  const roles = rolesOf(facts);
  const index = Math.min(written.length, roles.length - 1);
  const start = written.slice(0, index).join(":").length + 1;
  const colon = index === roles.length - 1 ? -1 : slot.text.indexOf(":", slot.at);
  const isLast = colon < 0;
  const end = isLast ? slot.span.end : offsetOf(slot, document.text, colon);
  const span = spanOf(offsetOf(slot, document.text, start), end);
  const head = slot.text.slice(0, start);
  const offered = new Map<string, Proposal>();
  for (const [order, candidate] of fitting(candidates, written.slice(0, index), roles, own).entries()) {
    const cut = candidate.text.split(":");
    const rest = isLast ? cut.slice(index).join(":") : (cut[index] ?? "");
    if (rest === "" || offered.has(rest) || (isLast && taken.has(head + rest))) continue;
    // Where the service is still to be chosen, those of others come after all of the statement's own.
    const isOther = own.size > 0 && !own.has(candidate.service);
    const role = roles[index];
    const word = role === undefined ? l10n.t("segment") : segmentWord(role);
    const detail = withAccountLabel(word, rest, place.services.accounts);
    const proposal = isLast ? { ...proposalOf(candidate, rest), order } : oneSegment(rest, detail, order);
    offered.set(rest, isOther ? { ...proposal, rank: proposal.rank + 2 } : proposal);
  }
  for (const { text, detail, rank } of segmentValues(roles[index], {
    place,
    policy: context.policy,
    current: currentString(slot),
    facts,
    own,
    written,
  })) {
    if (!offered.has(text)) offered.set(text, { label: text, kind: CompletionItemKind.Value, detail, rank });
  }
  return [...offered.values()].map((proposal) => write(place, context, proposal, [proposal.label], span));
}

/** In the middle of a resource, an account or service is not that of one application only. */
function oneSegment(label: string, detail: string, order: number): Proposal {
  return { label, kind: CompletionItemKind.Value, rank: 1, order, detail };
}

/** Candidates whose earlier segments say nothing else than what is written. */
function fitting(
  candidates: readonly Candidate[],
  written: readonly string[],
  roles: readonly string[],
  own: ReadonlySet<string>,
): readonly Candidate[] {
  const agree = (candidate: Candidate, but: string) => {
    const cut = candidate.text.split(":");
    return written.every((text, at) => {
      const role = roles[at];
      if (role === "region" || role === but || (role === "account" && (text === "" || text.includes("*"))))
        return true;
      return (
        cut[at] === text ||
        (role === "service" && text === "" && (own.size === 0 || own.has(candidate.service)))
      );
    });
  };
  const exact = candidates.filter((candidate) => agree(candidate, ""));
  // An account that nobody told us about may own any of the applications.
  return exact.length > 0 ? exact : candidates.filter((candidate) => agree(candidate, "account"));
}

/**
 * Lists of proposals are narrow: what all resources begin with would push their ids and names out of sight. Where the
 * name of the application can stand beside the label, the last segment is enough.
 */
function wholeProposal(candidate: Candidate, all: readonly Candidate[], { services }: Place): Proposal {
  const { text, detail } = candidate;
  const label = lastSegment(text);
  const isClear =
    services.labelDetails === true &&
    all.every((other) => other.text === text || lastSegment(other.text) !== label);
  if (!isClear) return proposalOf(candidate, text);
  const filter = candidate.label === undefined ? text : `${text} ${candidate.label}`;
  return { ...proposalOf(candidate, label), filter, mark: detail, detail: text };
}

function lastSegment(text: string): string {
  return text.slice(text.lastIndexOf(":") + 1);
}

function proposalOf({ detail, label, rank }: Candidate, text: string): Proposal {
  return {
    label: text,
    kind: CompletionItemKind.Value,
    detail,
    rank,
    // The name of an application finds its id.
    ...(label !== undefined && { filter: `${text} ${label}` }),
  };
}

function write(
  place: Place,
  { slot }: StringContext,
  proposal: Proposal,
  content: Body,
  span = slot.span,
): CompletionItem {
  return stringItem(place, slot, proposal, content, { span, inList: slot.kind === "value" });
}
