// Proposals for the operators of a condition: plain ones first, then those with a prefix for keys of several values
// and the suffix for requests without the key. Affixes that are written already stay, whatever is chosen.
import * as l10n from "@vscode/l10n";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import {
  comparesType,
  type DialectCatalog,
  findKey,
  isOutOfPlace,
  type KeyData,
  type OperatorData,
  type OperatorName,
  readOperatorName,
  writeOperatorName,
} from "../../core/index.js";
import type { OperatorContext } from "../cursor.js";
import { VALUE_WORDS } from "../value-words.js";
import { stop } from "./body.js";
import { keyItem, type Place } from "./insert.js";
import { otherKeys } from "./slot.js";
import { servicesOf } from "./statement-services.js";

const RANK = { fitting: 1, severalTags: 2, other: 3, doubtful: 4, affixed: 5, misfit: 6 } as const;

type Affixes = Pick<OperatorName, "ifExists"> & { readonly quantifier: OperatorName["quantifier"] };

export function operators(place: Place, { policy, statement, slot }: OperatorContext): CompletionItem[] {
  const { dialect } = policy;
  const facts = place.services.catalog.of(dialect);
  const written = otherKeys(slot);
  const typed = readOperatorName(slot.text, dialect);
  const known = { facts, own: servicesOf(statement, facts), compared: comparedKeys(slot, facts) };
  return [...facts.operators.values()].flatMap((operator) =>
    variantsOf(operator, { ifExists: typed.ifExists, quantifier: typed.quantifier }).flatMap((affixes) => {
      const name = writeOperatorName(operator.name, affixes, dialect);
      if (written.has(name)) return [];
      const isAffixed = affixes.quantifier !== typed.quantifier || affixes.ifExists !== typed.ifExists;
      const proposal = {
        label: name,
        kind: CompletionItemKind.Operator,
        detail: [VALUE_WORDS[operator.type](), ...(isAffixed ? wordsOf(affixes) : [])].join(" · "),
        rank: rankOf(operator, isAffixed ? affixes : undefined, known),
        data: { names: "operator", dialect: dialect.id } as const,
        asksAgain: true,
      };
      return [keyItem(place, slot, proposal, name, ["{", stop(0), "}"])];
    }),
  );
}

/** As written, and with one affix more. A test for an absent key takes no suffix. */
function variantsOf({ type }: OperatorData, { quantifier, ifExists }: Affixes): Affixes[] {
  const canExist = type !== "null";
  const written = { quantifier, ifExists: ifExists && canExist };
  return [
    written,
    ...(quantifier === undefined
      ? [
          { ...written, quantifier: "any" as const },
          { ...written, quantifier: "all" as const },
        ]
      : []),
    ...(canExist && !ifExists ? [{ ...written, ifExists: true }] : []),
  ];
}

function wordsOf({ quantifier, ifExists }: Affixes): readonly string[] {
  return [
    ...(quantifier === "any" ? [l10n.t("one of several values is enough")] : []),
    ...(quantifier === "all" ? [l10n.t("all of several values must fit")] : []),
    ...(ifExists ? [l10n.t("met without the key")] : []),
  ];
}

interface Known {
  readonly facts: DialectCatalog;
  readonly own: ReadonlySet<string>;
  /** Keys that stand under the operator already. */
  readonly compared: readonly KeyData[];
}

function rankOf(operator: OperatorData, affixes: Affixes | undefined, known: Known): number {
  const { facts, own, compared } = known;
  const { onlyKeysOf, doubtful, type, negated } = operator;
  if (compared.length > 0) {
    const fits = compared.every((key) => comparesType(type, key.type) && !isOutOfPlace(operator, key.name));
    if (!fits) return RANK.misfit;
  }
  const usual = [...facts.keys.values()].filter((key) => key.doubtful !== true);
  if (affixes !== undefined) {
    // Resources have several tags: that one of them fits is what is meant.
    const comparesTags = type === "string" && negated !== true && doubtful !== true;
    const isForTags = affixes.quantifier === "any" && !affixes.ifExists;
    return comparesTags && isForTags && usual.some((key) => key.type === "tag")
      ? RANK.severalTags
      : RANK.affixed;
  }
  if (onlyKeysOf !== undefined && !own.has(onlyKeysOf)) return RANK.misfit;
  if (doubtful === true) return RANK.doubtful;
  const hasKey = compared.length > 0 || usual.some((key) => key.type === type || isTagText(key, type));
  return hasKey ? RANK.fitting : RANK.other;
}

function isTagText(key: KeyData, type: OperatorData["type"]): boolean {
  return key.type === "tag" && type === "string";
}

function comparedKeys({ entry }: OperatorContext["slot"], facts: DialectCatalog): readonly KeyData[] {
  const value = entry?.value;
  if (value?.kind !== "map") return [];
  return value.entries.flatMap(({ key }) => findKey(key.text, facts) ?? []);
}
