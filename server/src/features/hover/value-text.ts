// What a hover says on a value of a condition: what it is, and when the statement counts because of it.
import * as l10n from "@vscode/l10n";
import {
  type ConditionKey,
  type ConditionOperator,
  capitalized,
  type DialectCatalog,
  describeValue,
  describeWhen,
  fill,
  findKey,
  findOperator,
  MARKDOWN,
  plain,
  type Statement,
  type ValueType,
} from "../../core/index.js";
import { withAccountLabel } from "../account-label.js";
import type { Services } from "../document.js";
import { segmentWord } from "../segment-words.js";
import { VALUE_WORDS } from "../value-words.js";

export interface ConditionPlace {
  readonly statement: Statement;
  readonly operator: ConditionOperator;
  readonly key: ConditionKey;
}

export function valueText(
  text: string,
  { statement, operator, key }: ConditionPlace,
  facts: DialectCatalog,
  services: Services,
): string {
  const type = typeOf(operator, key, facts);
  const lines = [type === undefined ? `**${plain(text)}**` : `**${plain(text)}** · ${VALUE_WORDS[type]()}`];
  const meaning =
    (type && describeValue(text, type, services.now?.())) ?? nameOf(text, key.name, facts, services);
  if (meaning !== undefined) lines.push("", l10n.t("{sentence}.", { sentence: plain(capitalized(meaning)) }));
  const alone = { ...statement, operators: [{ ...operator, keys: [key] }], conditionFaults: [] };
  const when = describeWhen(alone, facts, MARKDOWN);
  if (when !== null) lines.push("", fill(l10n.t("The statement counts {when}."), { when }));
  return lines.join("\n");
}

function typeOf(
  { name }: ConditionOperator,
  key: ConditionKey,
  facts: DialectCatalog,
): ValueType | undefined {
  const known = findKey(key.name, facts);
  const type = findOperator(name, facts)?.type ?? known?.type;
  return type === "string" && known?.type === "tag" && known.tagName === undefined ? "tag" : type;
}

/** What it names, where the values of the key name something. */
function nameOf(text: string, key: string, facts: DialectCatalog, services: Services): string | undefined {
  if (facts.dialect.variables?.includes(text)) return l10n.t("filled in by the service with each request");
  switch (facts.dialect.conditions?.keyValues?.[key]) {
    case "account":
      return withAccountLabel(segmentWord("account"), text, services.accounts);
    case "region":
      return facts.data.regions.includes(text) ? segmentWord("region") : undefined;
    case "service":
      return facts.service(text)?.product;
    default:
      return undefined;
  }
}
