// What stands behind the strings of a policy without being written: the access of an action whose name does not
// tell it, how much a wildcard reaches, and what the team calls an application.
import * as l10n from "@vscode/l10n";
import { type InlayHint, InlayHintKind, type Range } from "vscode-languageserver-types";
import {
  type Action,
  APPLICATION_TYPE,
  type DialectCatalog,
  list,
  overlaps,
  type Statement,
  type StringValue,
  shortPattern,
  tellsAccess,
} from "../core/index.js";
import type { ServedDocument, Services } from "./document.js";
import { actionText } from "./hover/action-text.js";
import { resourceText } from "./hover/resource-text.js";
import { levelWord } from "./level-words.js";
import { policiesIn } from "./policies-in.js";
import { toPosition, toSpan } from "./to-lsp.js";

/** What a hint is about, so that its explanation can be made when somebody points at it. */
interface HintData {
  readonly dialect: string;
  readonly kind: "action" | "resource";
  readonly text: string;
}

export function inlayHints(document: ServedDocument, range: Range, services: Services): InlayHint[] {
  const { lines } = document;
  const asked = toSpan(lines, range);
  const hints: InlayHint[] = [];
  for (const { policy, outside } of policiesIn(document)) {
    const facts = services.catalog.of(policy.dialect);
    const isAsked = ({ span }: StringValue) => overlaps(outside(span), asked);
    const add = (value: StringValue, kind: HintData["kind"], label: string | undefined) => {
      if (label === undefined) return;
      const data: HintData = { dialect: policy.dialect.id, kind, text: value.text };
      const position = toPosition(lines, outside(value.span).end);
      hints.push({ position, label, kind: InlayHintKind.Type, paddingLeft: true, data });
    };
    for (const statement of policy.statements) {
      if (!overlaps(outside(statement.span), asked)) continue;
      const isMixed = mixesLevels(statement, facts);
      for (const action of statement.actions.filter(isAsked)) {
        add(action, "action", actionLabel(action, facts, isMixed));
      }
      for (const resource of statement.resources.filter(isAsked)) {
        add(resource, "resource", applicationLabel(resource, facts, services));
      }
    }
  }
  return hints;
}

/** With what a hover says of the same string. */
export function resolveInlayHint(hint: InlayHint, services: Services): InlayHint {
  const data = readData(hint.data);
  const dialect = services.catalog.dialects.find(({ id }) => id === data?.dialect);
  if (data === undefined || dialect === undefined) return hint;
  const facts = services.catalog.of(dialect);
  const describe = data.kind === "action" ? actionText : resourceText;
  const value = describe(data.text, facts, services);
  return value === undefined ? hint : { ...hint, tooltip: { kind: "markdown", value } };
}

function actionLabel({ text }: StringValue, facts: DialectCatalog, isMixed: boolean): string | undefined {
  const resolved = facts.action(text);
  if (resolved.isPattern) return shortPattern(resolved);
  const { action } = resolved;
  if (action === undefined) return undefined;
  const words = [
    ...(action.access === undefined || tellsAccess(action)
      ? []
      : [levelWord(action.access === "list" ? "read" : action.access)]),
    ...(isMixed && action.level === "operation" ? [l10n.t("operation-level")] : []),
  ];
  return words.length === 0 ? undefined : list(words, words.length);
}

/** Beside actions that can be limited, those that cannot are why a statement needs every resource. */
function mixesLevels({ actions }: Statement, facts: DialectCatalog): boolean {
  const levels = new Set<Action["level"]>();
  for (const { text } of actions) for (const { level } of facts.action(text).reached) levels.add(level);
  return levels.has("operation") && levels.has("resource");
}

function applicationLabel(
  { text }: StringValue,
  facts: DialectCatalog,
  services: Services,
): string | undefined {
  const reading = facts.resource(text);
  if (reading.kind !== "resource" || reading.type !== APPLICATION_TYPE) return undefined;
  return services.applications.find(({ sdkAppId }) => sdkAppId === reading.path)?.label;
}

function readData(data: unknown): HintData | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (!("dialect" in data) || typeof data.dialect !== "string") return undefined;
  if (!("text" in data) || typeof data.text !== "string") return undefined;
  if (!("kind" in data) || (data.kind !== "action" && data.kind !== "resource")) return undefined;
  return { dialect: data.dialect, kind: data.kind, text: data.text };
}
