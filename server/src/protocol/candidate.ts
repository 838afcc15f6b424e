// A cheap question that the editor's side may ask of any JSON text before it wakes the server.

/**
 * Names that every document we serve holds at least one of: elements of a policy in any case, the fields of
 * requests that carry a policy, and the fields that name one.
 */
const NAMES = /["“](?:statement|policy_?document|policy_?name)["”]/i;

/** False only for texts that the server would leave alone; true costs no more than a look by the server. */
export function mayHoldPolicy(text: string): boolean {
  return NAMES.test(text);
}
