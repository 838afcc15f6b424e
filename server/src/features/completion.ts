// What can be written at a position: the proposals of an editor's suggestion list.
// Where the cursor is, is found in `cursor.ts`; each kind of place has a file of its own in `completion/`.
import type { CompletionItem, CompletionList, Position } from "vscode-languageserver-types";
import { type ActionItems, actions } from "./completion/actions.js";
import { conditionValues } from "./completion/condition-values.js";
import { conditionKeys } from "./completion/conditions.js";
import { documents, elementNames, elementValues, statements } from "./completion/elements.js";
import type { Place, Shared } from "./completion/insert.js";
import { lazyLayoutOf } from "./completion/layout.js";
import { operators } from "./completion/operators.js";
import { presetActions, presetNames, presetPolicies, presetStatements } from "./completion/presets.js";
import { requestFields, requestValues } from "./completion/request-fields.js";
import { resources } from "./completion/resources.js";
import { statementKinds } from "./completion/statement-kinds.js";
import { type ActionContext, type CursorContext, contextAt, type NewStatement } from "./cursor.js";
import type { ServedDocument, Services } from "./document.js";
import { grantsCompletion } from "./grants/completion.js";
import { completionOutside, insideStringAt } from "./inside-string.js";
import { toOffset, toRange } from "./to-lsp.js";

export { resolveCompletion } from "./completion/resolve.js";

/** Typed inside a string, where editors do not ask by themselves, or behind a name. */
export const TRIGGER_CHARACTERS: readonly string[] = ['"', ":", "/"];

export function completion(document: ServedDocument, position: Position, services: Services): CompletionList {
  if (document.grants !== undefined) return grantsCompletion(document, document.grants, position, services);
  const inside = insideStringAt(document, position);
  if (inside !== undefined) {
    return completionOutside(completion(inside.document, inside.position, services), inside);
  }
  const context = contextAt(document, toOffset(document.lines, position));
  if (context === undefined) return { isIncomplete: false, items: [] };
  const shared = sharedBy(context, document, services);
  const place = { document, services, layout: lazyLayoutOf(document.text), shared };
  const { items, isIncomplete } = isAction(context)
    ? actionProposals(place, context)
    : { items: proposals(place, context), isIncomplete: false };
  const { range, saysRange, data } = shared;
  if (!saysRange && data === undefined) return { isIncomplete, items };
  return {
    isIncomplete,
    itemDefaults: { ...(saysRange && { editRange: range }), ...(data && { data }) },
    items,
  };
}

function sharedBy(
  context: CursorContext,
  { lines }: ServedDocument,
  { listDefaults: says = { editRange: false, data: false } }: Services,
): Shared {
  const { span } = context.slot;
  return {
    span,
    range: toRange(lines, span),
    saysRange: says.editRange,
    ...(says.data && isAction(context) && { data: { names: "action", dialect: context.policy.dialect.id } }),
  };
}

function actionProposals(place: Place, context: ActionContext): ActionItems {
  const { items, isIncomplete } = actions(place, context);
  return { isIncomplete, items: [...items, ...presetActions(place, context)] };
}

function isAction(context: CursorContext): context is ActionContext {
  return context.kind === "action";
}

function proposals(place: Place, context: Exclude<CursorContext, ActionContext>): CompletionItem[] {
  switch (context.kind) {
    case "document":
      return [...documents(place, context), ...presetPolicies(place, context)];
    case "element-name":
      return elementNames(place, context);
    case "version":
    case "effect":
    case "condition":
      return elementValues(place, context);
    case "statements":
      return [...elementValues(place, context), ...newStatements(place, context)];
    case "statement":
      return newStatements(place, context);
    case "resource":
      return resources(place, context);
    case "operator":
      return operators(place, context);
    case "condition-key":
      return conditionKeys(place, context);
    case "condition-value":
      return conditionValues(place, context);
    case "preset-name":
      return presetNames(place, context);
    case "request-field":
      return requestFields(place, context);
    case "request-value":
      return requestValues(place, context);
    default:
      return context satisfies never;
  }
}

function newStatements(place: Place, context: NewStatement): CompletionItem[] {
  return [
    ...statements(place, context),
    ...statementKinds(place, context),
    ...presetStatements(place, context),
  ];
}
