// One request in words, such as the one that shows a difference.
import type { AccessItem } from "../access/comparison/comparison.js";
import type { Decision } from "../access/decide.js";
import type { AccessRequest } from "../access/question.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import type { Style } from "./style.js";

/** A name that no list has is one of ours, where the policy has a pattern. */
export function exampleOf({ actions, witness }: AccessItem, facts: DialectCatalog, style: Style): string {
  const request = describeRequest(witness, facts, style);
  const isMadeUp = !actions.includes(witness.action) && facts.action(witness.action).action === undefined;
  return isMadeUp ? `${request} (a name made up for the pattern)` : request;
}

/** `trtc:RemoveUser on qcs::trtc:::sdkappid/1 with qcs:ip 10.0.0.1`. */
export function describeRequest(
  { action, resource, context }: AccessRequest,
  facts: DialectCatalog,
  { value }: Style,
): string {
  const on = resource === facts.dialect.anyResource ? " on everything" : ` on ${value(resource)}`;
  const keys = Object.entries(context).map(([key, values]) => {
    const held = values.length === 0 ? "without values" : values.map(value).join(", ");
    return `${value(key)} ${held}`;
  });
  return `${value(action)}${on}${keys.length === 0 ? "" : ` with ${keys.join(" and ")}`}`;
}

/** Of a request that no statement decided: `no statement allows trtc:RemoveUser on qcs::trtc:::sdkappid/1`. */
export function describeUnmatched(
  { action, resource }: AccessRequest,
  { nearest }: Decision,
  { dialect }: DialectCatalog,
): string {
  const isAboutResources = nearest !== undefined && nearest.missed !== "action";
  const on = isAboutResources && resource !== dialect.anyResource ? ` on ${resource}` : "";
  return `no statement allows ${action}${on}`;
}
