// One request in words, such as the one that shows a difference.
import * as l10n from "@vscode/l10n";
import type { AccessItem } from "../access/comparison/comparison.js";
import type { Decision } from "../access/decide.js";
import type { AccessRequest } from "../access/question.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { fill } from "./fill.js";
import { list } from "./lists.js";
import type { Style } from "./style.js";

/** A name that no list has is one of ours, where the policy has a pattern. */
export function exampleOf({ actions, witness }: AccessItem, facts: DialectCatalog, style: Style): string {
  const request = describeRequest(witness, facts, style);
  const isMadeUp = !actions.includes(witness.action) && facts.action(witness.action).action === undefined;
  return isMadeUp ? fill(l10n.t("{request} (a name made up for the pattern)"), { request }) : request;
}

/** `trtc:RemoveUser on qcs::trtc:::sdkappid/1 with qcs:ip 10.0.0.1`. */
export function describeRequest(
  { action, resource, context }: AccessRequest,
  facts: DialectCatalog,
  { value }: Style,
): string {
  const isEverything = resource === facts.dialect.anyResource;
  const keys = Object.entries(context).map(([key, values]) => {
    if (values.length === 0) return fill(l10n.t("{key} without values"), { key: value(key) });
    const held = list(values.map(value), values.length);
    return fill(l10n.t("{key} {values}"), { key: value(key), values: held });
  });
  const values = { action: value(action), resource: value(resource), context: together(keys) };
  if (keys.length === 0) {
    return fill(isEverything ? l10n.t("{action} on everything") : l10n.t("{action} on {resource}"), values);
  }
  return fill(
    isEverything
      ? l10n.t("{action} on everything with {context}")
      : l10n.t("{action} on {resource} with {context}"),
    values,
  );
}

/** `qcs:ip 10.0.0.1 and qcs:uin 1`. */
function together(keys: readonly string[]): string {
  const [first = "", ...others] = keys;
  return others.reduce(
    (before, last) =>
      fill(l10n.t({ message: "{before} and {last}", comment: ["tests of a condition"] }), { before, last }),
    first,
  );
}

/** Of a request that no statement decided: `no statement allows trtc:RemoveUser on qcs::trtc:::sdkappid/1`. */
export function describeUnmatched(
  { action, resource }: AccessRequest,
  { nearest }: Decision,
  { dialect }: DialectCatalog,
): string {
  const isAboutResources = nearest !== undefined && nearest.missed !== "action";
  return isAboutResources && resource !== dialect.anyResource
    ? fill(l10n.t("no statement allows {action} on {resource}"), { action, resource })
    : fill(l10n.t("no statement allows {action}"), { action });
}
