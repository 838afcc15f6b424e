// Offers to write the actions that a pattern reaches in its place. Where the list of the service is complete, nothing
// is allowed or denied that was not before; where it is not, the title says so.
import * as l10n from "@vscode/l10n";
import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import { expandActions, type PolicyFile, type Span, type TextEdit } from "../core/index.js";
import type { ServedDocument, Services } from "./document.js";
import { type ActionRequest, isAskedFor } from "./findings-at.js";
import { toSpan } from "./to-lsp.js";
import { type ActionAbilities, workspaceEdit } from "./workspace-edit.js";

export const EXPAND_KIND = `${CodeActionKind.RefactorRewrite}.expandWildcard`;

/** One for all patterns of a statement that the range touches. */
export function expandWildcard(
  document: ServedDocument,
  { range, context }: ActionRequest,
  abilities: ActionAbilities,
  services: Pick<Services, "catalog">,
): CodeAction[] {
  if (!isAskedFor(EXPAND_KIND, context)) return [];
  const { start, end } = toSpan(document.lines, range);
  const outer: Place = {
    ...{ file: document.file, text: document.text },
    outside: (span) => span,
    carry: (edit) => edit,
  };
  const found = expandIn(outer, (span) => span.start <= end && start <= span.end, services);
  if (found === undefined) return [];
  const { count, edits, isExact } = found;
  if (isOffered(document, edits) && isAskedFor(CodeActionKind.QuickFix, context)) return [];
  const title = isExact ? WORDS.exact(count) : WORDS.listed(count, services.catalog.date);
  return [{ title, kind: EXPAND_KIND, edit: workspaceEdit(document, edits, abilities) }];
}

/** Some check warns of the pattern, and its fix is the same. */
function isOffered(document: ServedDocument, edits: readonly TextEdit[]): boolean {
  const same = JSON.stringify(edits);
  return document
    .findings()
    .some(({ fixes = [] }) => fixes.some((fix) => JSON.stringify(fix.edits) === same));
}

/** A file, or a text that stands as a string in one. */
interface Place {
  readonly file: PolicyFile;
  readonly text: string;
  readonly outside: (span: Span) => Span;
  readonly carry: (edit: TextEdit) => TextEdit;
}

interface Expanded {
  readonly edits: readonly TextEdit[];
  /** Actions that are written. */
  readonly count: number;
  /** What is written reaches all that the patterns do. */
  readonly isExact: boolean;
}

function expandIn(
  { file, text, outside, carry }: Place,
  touches: (span: Span) => boolean,
  { catalog }: Pick<Services, "catalog">,
): Expanded | undefined {
  for (const policy of file.policies) {
    const facts = catalog.of(policy.dialect);
    for (const statement of policy.statements) {
      const patterns = statement.actions.filter(
        (action) => touches(outside(action.span)) && facts.action(action.text).isPattern,
      );
      if (patterns.length === 0) continue;
      const expand = expandActions(text, statement, new Set(patterns), facts);
      const expansions = patterns.flatMap((pattern) => {
        const expansion = expand(pattern);
        return expansion === undefined ? [] : [{ pattern, ...expansion }];
      });
      if (expansions.length === 0) continue;
      return {
        edits: expansions.map(({ span, text: written }) => carry({ span, text: written })),
        count: expansions.reduce((sum, { names }) => sum + names.length, 0),
        isExact: expansions.every(({ pattern }) => !facts.action(pattern.text).reachesUnlisted),
      };
    }
  }
  for (const { source, file: inner } of file.embedded) {
    const place: Place = {
      ...{ file: inner, text: source.text },
      outside: (span) => outside(source.toOuter(span)),
      carry: (edit) => carry(source.editOuter(edit)),
    };
    const found = expandIn(place, touches, { catalog });
    if (found !== undefined) return found;
  }
  return undefined;
}

const WORDS = {
  exact: (count: number) =>
    count === 1
      ? l10n.t("Replace by the action it reaches")
      : l10n.t("Replace by the {count} actions it reaches", { count }),
  listed: (count: number, date: string) =>
    count === 1
      ? l10n.t("Replace by the action that the catalog of {date} knows (it may reach more)", { date })
      : l10n.t("Replace by the {count} actions that the catalog of {date} knows (it may reach more)", {
          count,
          date,
        }),
} as const;
