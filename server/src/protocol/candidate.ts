// A cheap question that the editor's side may ask of any JSON text before it wakes the server.

/**
 * Names that every document we serve holds at least one of: elements of a policy in any case, the fields of
 * requests that carry a policy, and the fields that name one. What stands around a name is not asked for, as
 * people forget quotes and colons; `statements`, as in the settings of many tools, is another name.
 */
const NAMES = /(?:^|[^a-z])statement(?![a-z])|policy_?document|policy_?name/i;

/** A letter that is written as an escape, so that no name can be found. */
const ESCAPED_LETTER = /\\u00[4-7]/;

/** False only for texts that the server would leave alone; true costs no more than a look by the server. */
export function mayHoldPolicy(text: string): boolean {
  return NAMES.test(text) || ESCAPED_LETTER.test(text);
}

/** The project file holds no policy and gets diagnostics all the same. Works for paths and for URIs. */
export function isProjectFileName(path: string): boolean {
  return /(?:^|\/)access-policy\.config\.json$/.test(path);
}

/** Says who is attached to which policies, and holds none. Works for paths and for URIs. */
export function isGrantsFileName(path: string): boolean {
  return path.endsWith(".grants.json");
}
