// Proposals for the keys of a condition: those that the operator can compare first. Its operators and values are
// proposed in `operators.ts` and `condition-values.ts`.
import * as l10n from "@vscode/l10n";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import {
  comparesType,
  type DialectCatalog,
  findOperator,
  isOutOfPlace,
  type KeyData,
  type OperatorData,
  readOperatorName,
  serviceOfKey,
} from "../../core/index.js";
import type { ConditionKeyContext } from "../cursor.js";
import { VALUE_WORDS } from "../value-words.js";
import { type Body, choice, stop } from "./body.js";
import { keyItem, type Place } from "./insert.js";
import { otherKeys } from "./slot.js";
import { servicesOf } from "./statement-services.js";

const RANK = { fitting: 1, used: 3, misfit: 4 } as const;

export function conditionKeys(place: Place, context: ConditionKeyContext): CompletionItem[] {
  const { policy, statement, operator, slot } = context;
  const { dialect } = policy;
  const facts = place.services.catalog.of(dialect);
  const written = otherKeys(slot);
  const compares = findOperator(readOperatorName(operator, dialect), facts);
  const own = servicesOf(statement, facts);
  const known = [...facts.keys.values()]
    .filter(({ name }) => !written.has(name))
    .map((key) => {
      const proposal = {
        label: key.name,
        kind: CompletionItemKind.Variable,
        detail: VALUE_WORDS[key.type](),
        rank: rankOf(key, compares, own, facts),
        data: { names: "key", dialect: dialect.id } as const,
        asksAgain: key.type !== "boolean",
      };
      return keyItem(place, slot, proposal, key.name, valueBody(key));
    });
  const used = [...usedKeys(context, facts)]
    .filter((name) => !written.has(name))
    .map((name) => {
      const proposal = {
        label: name,
        kind: CompletionItemKind.Variable,
        detail: l10n.t("used in this policy"),
        rank: RANK.used,
        asksAgain: true,
      };
      return keyItem(place, slot, proposal, name, valueBody());
    });
  return [...known, ...used];
}

function rankOf(
  key: KeyData,
  operator: OperatorData | undefined,
  own: ReadonlySet<string>,
  { dialect }: DialectCatalog,
): number {
  const doubt = key.doubtful === true ? 1 : 0;
  const { globalKeys } = dialect.conditions ?? {};
  const service = serviceOfKey(key.name);
  const isOthers =
    globalKeys !== undefined &&
    !key.name.startsWith(globalKeys) &&
    service !== undefined &&
    own.size > 0 &&
    !own.has(service);
  const fits =
    operator === undefined || (comparesType(operator.type, key.type) && !isOutOfPlace(operator, key.name));
  return (fits && !isOthers ? RANK.fitting : RANK.misfit) + doubt;
}

/** Keys of services that no list has, but this policy. */
function usedKeys({ policy, slot }: ConditionKeyContext, facts: DialectCatalog): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { operators } of policy.statements) {
    for (const { keys } of operators) {
      for (const { key, name } of keys) {
        if (key !== slot.entry?.key && name !== "" && !facts.keys.has(name)) found.add(name);
      }
    }
  }
  return found;
}

function valueBody(key?: KeyData): Body {
  return key?.type === "boolean" ? ['["', choice(1, ["true", "false"]), '"]'] : ['["', stop(1), '"]'];
}
