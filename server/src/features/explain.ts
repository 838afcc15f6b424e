// What the policies of a document let someone do, as a page to read beside the text: the summary that a hover gives,
// then every action against every resource, and what of the text does not count.
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
  shortStatement,
  summarize,
} from "../core/index.js";
import type { ServedDocument, Services } from "./document.js";
import { tableOf } from "./explain/table.js";
import { policyText } from "./hover/access-text.js";

/** The address of a line of the document, from 1; undefined where the reader has nowhere to go. */
export type LinkTo = (line: number) => string | undefined;

/** `name` is the document's, for people. */
export function explain(
  { text, file }: ServedDocument,
  name: string,
  services: Services,
  linkTo: LinkTo = () => undefined,
): string {
  const read = policyTextOf(text, file);
  const title = `# ${WORDS.title(code(name))}`;
  if ("failure" in read) return `${title}\n\n${WORDS.nothing(read.failure)}\n`;
  const several = read.policies.length > 1;
  const parts = read.policies.flatMap((policy, index) => [
    ...(several ? [`## ${linked(WORDS.policy(index + 1), read.lineOf(policy, policy.span), linkTo)}`] : []),
    ...policyParts(policy, read, services, linkTo),
  ]);
  return `${[title, ...parts, ...gapParts(read, services, linkTo), WORDS.facts(services.catalog.date)].join("\n\n")}\n`;
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
      : [`**${WORDS.table}**`, tableOf(summary.allowed, naming)]),
    ...statementParts(policy, read, services, linkTo),
  ];
}

/** One statement is all that was said already. */
function statementParts(
  policy: Policy,
  { lineOf }: PolicyText,
  { applications, catalog }: Services,
  linkTo: LinkTo,
): readonly string[] {
  if (policy.statements.length < 2) return [];
  const lines = policy.statements.slice(0, MOST_STATEMENTS).map((statement) => {
    const label = WORDS.statement(statement.index + 1);
    const words = shortStatement(statement, policy, { catalog, applications });
    return `- ${linked(label, lineOf(policy, statement.span), linkTo)}: ${plain(words)}`;
  });
  const more = policy.statements.length - MOST_STATEMENTS;
  return [`**${WORDS.statements}**`, [...lines, ...(more > 0 ? [`- ${WORDS.more(more)}`] : [])].join("\n")];
}

const MOST_STATEMENTS = 50;

function gapParts(read: PolicyText, { catalog }: Services, linkTo: LinkTo): readonly string[] {
  const factsOf = ({ dialect }: Policy): DialectCatalog => catalog.of(dialect);
  const leftOut = read.policies.flatMap((policy) => compilePolicy(policy, factsOf(policy)).leftOut);
  const gaps = gapsIn(read, leftOut);
  if (gaps.length === 0) return [];
  const lines = gaps.map(({ line, text }) => {
    const words = plain(text);
    return line === undefined ? `- ${words}` : `- ${linked(WORDS.line(line), line, linkTo)}: ${words}`;
  });
  return [`**${WORDS.gaps}**`, lines.join("\n")];
}

function linked(words: string, line: number, linkTo: LinkTo): string {
  const target = linkTo(line);
  return target === undefined ? words : `[${words}](<${target}>)`;
}

const WORDS = {
  title: (name: string) => `What ${name} allows`,
  nothing: (why: string) => `Nothing can be said about it: ${why}.`,
  policy: (number: number) => `Policy ${number}`,
  table: "Actions by resource",
  statements: "Statement by statement",
  statement: (number: number) => `Statement ${number}`,
  more: (count: number) => (count === 1 ? "1 more statement" : `${count} more statements`),
  gaps: "What does not count",
  line: (number: number) => `line ${number}`,
  facts: (date: string) =>
    `*From the catalog of ${date}, this document alone; other policies of a user may allow or deny more.*`,
} as const;
