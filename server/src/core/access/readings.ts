// How policies are read where no document of the clouds says how. Each reading is one constant, so that it can be
// turned when a document speaks; nothing else in this folder decides any of them.

/** A negated operator without the suffix for absent keys: is it met when the request lacks the key? */
export const NEGATED_HOLDS_WITHOUT_KEY: boolean = false;

/** `for_all_value` / `ForAllValues`: is it met when the request lacks the key? */
export const ALL_VALUES_HOLDS_WITHOUT_KEY: boolean = false;

/** `for_all_value` / `ForAllValues`: is it met by a key with no values at all? */
export const ALL_VALUES_HOLDS_OF_NONE: boolean = true;

/** What an operator without prefix asks of a key with several values. */
export const WITHOUT_PREFIX: "any" | "all" = "any";

/** Whether a key without any value counts as absent for the operators that test for absence. */
export const NO_VALUES_ARE_NULL: boolean = true;

/** An action of which no source tells how it can be limited is taken to be limitable to resources. */
export const UNKNOWN_LEVEL: "resource" | "operation" = "resource";

/**
 * An empty account is the author's own root account: nobody else's number, yet covered by `*` and `uin/*`. The
 * character after the slash cannot be typed by accident.
 */
export const OWN_ACCOUNT = "uin/\u0001";

/** Segments of a resource pattern that mean any when they are empty; a request may leave the region empty too. */
export const EMPTY_MEANS_ANY: ReadonlySet<string> = new Set(["service", "region"]);

/**
 * Where a service documents its resources, an action and a resource of another service have nothing to do with each
 * other. Services without a list may act on what belongs to others.
 */
export const OWN_RESOURCES_ONLY: boolean = true;

/**
 * Keys of a known type have one value in a request, unless they hold tags or a policy asks about several values.
 * Keys that the catalog does not have may have several.
 */
export const KNOWN_KEYS_HAVE_ONE_VALUE: boolean = true;
