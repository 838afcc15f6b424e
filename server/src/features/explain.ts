// What the policies of a document let someone do, as a page to read beside the text: the summary that a hover gives,
// then every action against every resource, and what of the text does not count.
import * as l10n from "@vscode/l10n";
import type { Position } from "vscode-languageserver-types";
import {
  code,
  compilePolicy,
  type DialectCatalog,
  gapsIn,
  MARKDOWN,
  type Policy,
  type PolicyText,
  plain,
  policyTextOf,
  type Statement,
  summarize,
} from "../core/index.js";
import type { ServedDocument, Services } from "./document.js";
import { anchored, anchorOf, withAnchors } from "./explain/anchors.js";
import { explainGrants } from "./explain/grants.js";
import { type LinkTo, linked } from "./explain/links.js";
import { tableOf } from "./explain/table.js";
import { policyText, statementText } from "./hover/access-text.js";
import { toOffset } from "./to-lsp.js";

/** `name` is the document's, for people. */
export function explain(
  document: ServedDocument,
  name: string,
  services: Services,
  linkTo: LinkTo = () => undefined,
): string {
  const { grants, text, file } = document;
  if (grants !== undefined) return explainGrants(document, grants, name, services, linkTo);
  const read = policyTextOf(text, file);
  const title = `# ${WORDS.title(code(name))}`;
  if ("failure" in read) return `${title}\n\n${WORDS.nothing(read.failure)}\n`;
  const several = read.policies.length > 1;
  const parts = read.policies.flatMap((policy, index) => [
    ...(several ? [`## ${linked(WORDS.policy(index + 1), linkTo(read.lineOf(policy, policy.span)))}`] : []),
    ...policyParts(policy, read, services, linkTo),
  ]);
  const end = `*${WORDS.facts(services.catalog.date)}*`;
  return withAnchors(`${[title, ...parts, ...gapParts(read, services, linkTo), end].join("\n\n")}\n`);
}

function policyParts(
  policy: Policy,
  read: PolicyText,
  services: Services,
  linkTo: LinkTo,
): readonly string[] {
  const facts = services.catalog.of(policy.dialect);
  const summary = summarize(policy, services.catalog);
  const naming = { facts, applications: services.applications, style: MARKDOWN };
  return [
    `*${policy.dialect.title}*`,
    policyText(policy, services),
    ...(summary.tooLarge || summary.allowed.length === 0
      ? []
      : [`### ${WORDS.table()}`, tableOf(summary.allowed, naming)]),
    ...statementParts(policy, read, services, linkTo),
  ];
}

/** One statement is all that was said already. */
function statementParts(
  policy: Policy,
  { lineOf, policies }: PolicyText,
  services: Services,
  linkTo: LinkTo,
): readonly string[] {
  if (policy.statements.length < 2) return [];
  const more = policy.statements.length - MOST_STATEMENTS;
  return [
    ...policy.statements.slice(0, MOST_STATEMENTS).flatMap((statement) => {
      const heading = headingOf(statement, policy, policies);
      const link = linked(heading, linkTo(lineOf(policy, statement.span)));
      const anchor = anchorOf(statement, policy, policies);
      return [`### ${anchored(link, heading, anchor)}`, statementText(statement, policy, services)];
    }),
    ...(more > 0 ? [WORDS.more(more)] : []),
  ];
}

const MOST_STATEMENTS = 50;

function headingOf({ index }: Statement, policy: Policy, policies: readonly Policy[]): string {
  if (policies.length < 2) return WORDS.statement(index + 1);
  return WORDS.statementOf(index + 1, policies.indexOf(policy) + 1);
}

/** The heading of the statement around a position; undefined where there is none. */
export function anchorAt({ text, file, lines }: ServedDocument, position: Position): string | undefined {
  const read = policyTextOf(text, file);
  if ("failure" in read) return undefined;
  const offset = toOffset(lines, position);
  for (const policy of read.policies) {
    if (policy.statements.length < 2) continue;
    for (const statement of policy.statements.slice(0, MOST_STATEMENTS)) {
      const { start, end } = read.placeOf(policy, statement.span);
      if (start <= offset && offset <= end) return anchorOf(statement, policy, read.policies);
    }
  }
  return undefined;
}

function gapParts(read: PolicyText, { catalog }: Services, linkTo: LinkTo): readonly string[] {
  const factsOf = ({ dialect }: Policy): DialectCatalog => catalog.of(dialect);
  const leftOut = read.policies.flatMap((policy) => compilePolicy(policy, factsOf(policy)).leftOut);
  const gaps = gapsIn(read, leftOut);
  if (gaps.length === 0) return [];
  const lines = gaps.map(({ line, text }) => {
    const words = plain(text);
    return line === undefined ? `- ${words}` : `- ${WORDS.at(linked(WORDS.line(line), linkTo(line)), words)}`;
  });
  return [`### ${WORDS.gaps()}`, lines.join("\n")];
}

const WORDS = {
  title: (name: string) => l10n.t("What {name} allows", { name }),
  nothing: (why: string) => l10n.t("Nothing can be said about it: {why}.", { why }),
  policy: (number: number) => l10n.t("Policy {number}", { number }),
  table: () => l10n.t("Actions by resource"),
  statement: (number: number) => l10n.t("Statement {number}", { number }),
  statementOf: (number: number, policy: number) =>
    l10n.t("Statement {number} of policy {policy}", { number, policy }),
  more: (count: number) =>
    count === 1 ? l10n.t("1 more statement") : l10n.t("{count} more statements", { count }),
  gaps: () => l10n.t("What does not count"),
  line: (number: number) => l10n.t("line {number}", { number }),
  at: (place: string, what: string) => l10n.t("{place}: {what}", { place, what }),
  facts: (date: string) =>
    l10n.t(
      "From the catalog of {date}, this document alone; other policies of a user may allow or deny more.",
      { date },
    ),
} as const;
