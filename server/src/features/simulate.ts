// Would this request be allowed by the policies of a document? The decision with the statement that decided, and of a
// denial what would have to be otherwise, as a page to read beside the text.
import * as l10n from "@vscode/l10n";
import {
  type AccessRequest,
  code,
  compilePolicy,
  decide,
  describeNear,
  describeRequest,
  describeUnmatched,
  gapsIn,
  MARKDOWN,
  nearRequests,
  type PolicyText,
  plain,
  readRequest,
} from "../core/index.js";
import type { Services } from "./document.js";
import { type LinkTo, linked } from "./explain/links.js";
import { type AskedDocument, readAsked } from "./simulate/asked.js";

export interface Simulation {
  readonly markdown: string;
  /** Absent where nothing was decided. */
  readonly decision?: "allowed" | "denied";
}

/** What a person asks about; without a resource, a call that no single resource describes. */
export interface Asked {
  readonly action: string;
  readonly resource: string | undefined;
  readonly context: AccessRequest["context"];
}

/** `name` is the document's, for people. */
export function simulate(
  document: AskedDocument,
  asked: Asked,
  name: string,
  services: Services,
  linkTo: LinkTo = () => undefined,
): Simulation {
  const { applications, catalog } = services;
  const { held } = document;
  const read = readAsked(document);
  if ("failure" in read) return undecided(read.failure);
  const found = readRequest(asked, read.policies, catalog);
  if ("failure" in found) return undecided(found.failure);
  const { request, facts, warnings, notes } = found;
  const decided = decide(read.policies, request, catalog);
  const { decision, by } = decided;
  const near = describeNear(request, decided, nearRequests(read.policies, request, catalog), {
    facts,
    applications,
  });
  const place = (one: NonNullable<typeof by>) =>
    held?.placeOf(one.policy, one.statement) ?? placeOf(one, read, linkTo);
  const head =
    by === undefined
      ? WORDS.unmatched(plain(describeUnmatched(request, decided, facts)))
      : WORDS.decided[decision](place(by));
  const clauses = near.slice(0, MOST_NEAR).map(({ text: words, by: other }) => {
    const isSame = other.statement === by?.statement;
    return isSame ? `- ${plain(words)}` : `- ${WORDS.at(place(other), plain(words))}`;
  });
  const more = near.length - MOST_NEAR;
  const leftOut = read.policies.flatMap(
    (policy) => compilePolicy(policy, catalog.of(policy.dialect)).leftOut,
  );
  const gaps = (held?.gaps(leftOut) ?? gapsIn(read, leftOut)).map(({ line, text: gap }) =>
    line === undefined ? plain(gap) : WORDS.at(linked(WORDS.line(line), linkTo(line)), plain(gap)),
  );
  const remarks = [...warnings, ...notes].map(plain);
  const markdown = [
    `# ${WORDS.title[decision]()}`,
    WORDS.question(code(held?.name ?? name), describeRequest(request, facts, MARKDOWN)),
    head,
    ...section(WORDS.near(), [...clauses, ...(more > 0 ? [`- ${WORDS.more(more)}`] : [])]),
    ...section(
      WORDS.remarks(),
      [...remarks, ...gaps].map((line) => `- ${line}`),
    ),
    `*${(held ? WORDS.factsOfHolder : WORDS.facts)(catalog.date)}*`,
  ].join("\n\n");
  return { markdown: `${markdown}\n`, decision };
}

const MOST_NEAR = 5;

function undecided(why: string): Simulation {
  return { markdown: `# ${WORDS.undecided()}\n\n${plain(why)}\n` };
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`**${title}**`, lines.join("\n")];
}

function placeOf(
  {
    policy,
    statement,
  }: {
    readonly policy: PolicyText["policies"][number];
    readonly statement: {
      readonly index: number;
      readonly span: { readonly start: number; readonly end: number };
    };
  },
  { policies, lineOf }: PolicyText,
  linkTo: LinkTo,
): string {
  const number = statement.index + 1;
  const line = lineOf(policy, statement.span);
  const words =
    policies.length > 1 ? WORDS.statementOf(number, policies.indexOf(policy) + 1) : WORDS.statement(number);
  return WORDS.place(linked(words, linkTo(line)), WORDS.line(line));
}

const WORDS = {
  title: {
    allowed: () => l10n.t({ message: "Allowed", comment: ["heading: the answer to a request"] }),
    denied: () => l10n.t({ message: "Denied", comment: ["heading: the answer to a request"] }),
  },
  undecided: () => l10n.t("Not decided"),
  question: (name: string, request: string) => l10n.t("Asked of {name}: {request}", { name, request }),
  decided: {
    allowed: (place: string) => l10n.t("The request is **allowed** by {place}.", { place }),
    denied: (place: string) => l10n.t("The request is **denied** by {place}.", { place }),
  },
  unmatched: (why: string) => l10n.t("The request is **denied**: {why}.", { why }),
  near: () => l10n.t("What would have to be otherwise"),
  more: (count: number) =>
    count === 1 ? l10n.t("and 1 more statement") : l10n.t("and {count} more statements", { count }),
  remarks: () => l10n.t("To be borne in mind"),
  statement: (number: number) => l10n.t("statement {number}", { number }),
  statementOf: (number: number, policy: number) =>
    l10n.t("statement {number} of policy {policy}", { number, policy }),
  place: (statement: string, line: string) => l10n.t("{statement} ({line})", { statement, line }),
  line: (number: number) => l10n.t("line {number}", { number }),
  at: (place: string, what: string) => l10n.t("{place}: {what}", { place, what }),
  factsOfHolder: (date: string) =>
    l10n.t("From the catalog of {date}, and the files that are named here.", { date }),
  facts: (date: string) =>
    l10n.t(
      "From the catalog of {date}, by this document alone; other policies of a user may allow or deny more.",
      { date },
    ),
} as const;
