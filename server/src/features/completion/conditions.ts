// Proposals for the operators, keys and values of a condition.
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import {
  comparesType,
  type Dialect,
  type DialectCatalog,
  findOperator,
  readOperatorName,
  type ValueType,
  writeOperatorName,
} from "../../core/index.js";
import type { ConditionKeyContext, ConditionValueContext, OperatorContext } from "../cursor.js";
import { VALUE_WORDS } from "../value-words.js";
import { type Body, stop } from "./body.js";
import { keyItem, type Place, stringItem } from "./insert.js";

export function operators(place: Place, { policy, slot }: OperatorContext): CompletionItem[] {
  const { dialect } = policy;
  const facts = place.services.catalog.of(dialect);
  const written = otherKeys(slot);
  const prefix = prefixOf(slot.text, dialect);
  return [...facts.operators.values()]
    .filter(({ name }) => !written.has(prefix + name))
    .map(({ name, type, doubtful }) => {
      const proposal = {
        label: prefix + name,
        kind: CompletionItemKind.Operator,
        detail: VALUE_WORDS[type],
        rank: doubtful === true ? 2 : 1,
        data: { names: "operator", dialect: dialect.id } as const,
      };
      return keyItem(place, slot, proposal, prefix + name, ["{", stop(0), "}"]);
    });
}

export function conditionKeys(
  place: Place,
  { policy, operator, slot }: ConditionKeyContext,
): CompletionItem[] {
  const { dialect } = policy;
  const facts = place.services.catalog.of(dialect);
  const written = otherKeys(slot);
  const wanted = typeOf(operator, facts);
  return [...facts.keys.values()]
    .filter(({ name }) => !written.has(name))
    .map(({ name, type, doubtful }) => {
      const fits = wanted === undefined || comparesType(wanted, type);
      const proposal = {
        label: name,
        kind: CompletionItemKind.Variable,
        detail: VALUE_WORDS[type],
        rank: (fits ? 1 : 3) + (doubtful === true ? 1 : 0),
        data: { names: "key", dialect: dialect.id } as const,
      };
      return keyItem(place, slot, proposal, name, valueBody());
    });
}

/** Only values of a closed set can be offered. */
export function conditionValues(place: Place, context: ConditionValueContext): CompletionItem[] {
  const facts = place.services.catalog.of(context.policy.dialect);
  const type = typeOf(context.operator, facts);
  if (type !== "boolean" && type !== "null" && facts.keys.get(context.key)?.type !== "boolean") return [];
  return ["true", "false"].map((label, order) =>
    stringItem(place, context.slot, { label, kind: CompletionItemKind.EnumMember, rank: 1, order }, [label], {
      inList: context.slot.kind === "value",
    }),
  );
}

function valueBody(): Body {
  return ['["', stop(1), '"]'];
}

function typeOf(operator: string, facts: DialectCatalog): ValueType | undefined {
  return findOperator(readOperatorName(operator, facts.dialect), facts)?.type;
}

/** That of what is being written, so that it is kept whichever operator is chosen. */
function prefixOf(text: string, dialect: Dialect): string {
  const { quantifier } = readOperatorName(text, dialect);
  return writeOperatorName("", { quantifier, ifExists: false }, dialect);
}

function otherKeys({ map, entry }: OperatorContext["slot"]): Set<string> {
  return new Set(map.entries.filter((other) => other !== entry).map(({ key }) => key.text));
}
