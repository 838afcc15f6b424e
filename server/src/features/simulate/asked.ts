// Whose policies a request is put to: those of a document, or in a grants file all that is attached to one user or
// group, which the clouds evaluate together.
import * as l10n from "@vscode/l10n";
import {
  type Catalog,
  code,
  createEffective,
  dialectFor,
  heldGaps,
  heldSide,
  type LeftOut,
  type NoPolicies,
  type Policy,
  type PolicyText,
  policyTextIn,
  policyTextOf,
  type Statement,
  together,
} from "../../core/index.js";
import type { ServedDocument } from "../document.js";
import { type LinkTo, linked } from "../explain/links.js";
import { toPosition } from "../to-lsp.js";
import type { ChoiceGroup } from "./choices.js";

export interface AskedDocument extends Pick<ServedDocument, "text" | "file"> {
  readonly held?: HeldText;
}

/** All that is attached to somebody. */
export interface HeldText {
  /** Of the user or group. */
  readonly name: string;
  /** At least one; an empty one where nothing is attached. */
  readonly policies: readonly Policy[];
  readonly lineOf: PolicyText["lineOf"];
  /** Where a statement is, as Markdown with a link. */
  readonly placeOf: (policy: Policy, statement: Statement) => string;
  /** What does not count. */
  readonly gaps: (
    leftOut: readonly LeftOut[],
  ) => readonly { readonly line?: number; readonly text: string }[];
}

export function readAsked({ text, file, held }: AskedDocument): PolicyText | NoPolicies {
  if (held === undefined) return policyTextOf(text, file);
  const { policies, lineOf } = held;
  return { text, file, policies, lineOf, placeOf: (_, span) => span };
}

const KINDS = ["user", "group"] as const;

/** Undefined where policies are asked themselves. */
export function holderChoices({
  grants,
}: Pick<ServedDocument, "grants">): readonly ChoiceGroup[] | undefined {
  if (grants === undefined) return undefined;
  const { users, groups } = grants.grants;
  return KINDS.map((kind) => ({
    heading: WORDS[kind](),
    choices: [...(kind === "user" ? users : groups).keys()].map((name) => ({
      value: `${kind} ${name}`,
      label: name,
    })),
  })).filter(({ choices }) => choices.length > 0);
}

/** `holder` is the value of a choice. Undefined where there is nobody, or nobody is said. */
export function askedOf(
  document: ServedDocument,
  holder: string | undefined,
  catalog: Catalog,
  linksTo: (uri: string) => LinkTo,
): AskedDocument | undefined {
  const { grants: own, lines, text, file, uri } = document;
  if (own === undefined) return document;
  const { grants, files, uriOf } = own;
  const kind = KINDS.find((one) => holder?.startsWith(`${one} `));
  if (kind === undefined || holder === undefined) return undefined;
  const name = holder.slice(kind.length + 1);
  const found = (kind === "user" ? grants.users : grants.groups).get(name);
  const fileAt = files();
  const effective = found && createEffective(grants, { catalog, fileAt })(found);
  const dialect = effective && dialectFor(effective.policies, grants, catalog);
  if (effective === undefined || dialect === undefined) return undefined;
  const version = { lines, problems: grants.problems, textAt: (path: string) => policyTextIn(fileAt(path)) };
  const { lineOf, originOf } = heldSide(effective, version);
  return {
    ...{ text, file },
    held: {
      ...{ name, lineOf },
      policies: effective.policies.length > 0 ? effective.policies : [together([], dialect)],
      placeOf(policy, { index, span }) {
        const origin = originOf(policy);
        if (origin === undefined) return WORDS.statement(index + 1);
        const { attachment } = origin.source;
        if (origin.text === undefined) {
          const line = toPosition(lines, attachment.value.span.start).line + 1;
          return linked(code(origin.name), linksTo(uri)(line));
        }
        const place = uriOf(attachment.text);
        const line = lineOf(policy, span);
        const words = linked(WORDS.statement(index + 1), place && linksTo(place)(line));
        return WORDS.of(words, code(origin.name), line);
      },
      gaps: (leftOut) =>
        heldGaps("after", effective, version, leftOut).map(({ line, reason }) => ({
          ...(line !== undefined && { line }),
          text: reason,
        })),
    },
  };
}

const WORDS = {
  user: () => l10n.t("Users"),
  group: () => l10n.t("Groups"),
  statement: (number: number) => l10n.t("statement {number}", { number }),
  of: (statement: string, file: string, line: number) =>
    l10n.t("{statement} of {file} (line {line})", { statement, file, line }),
} as const;
