// The root accounts that a resource may be of, as far as anybody has told: the team, its applications, and what the
// policies of the workspace name.
import type { DialectCatalog, Policy, SegmentRole, StringValue } from "../../core/index.js";
import type { Place } from "./insert.js";

interface AccountSources {
  readonly place: Place;
  readonly policy: Policy;
  /** The string that is being written: half a number is nobody's. */
  readonly current: StringValue | undefined;
  readonly facts: DialectCatalog;
}

/**
 * Those with a name, then those of the known applications, then of the other resources of this policy, and last
 * those of other policies.
 */
export function accountsOf({ place, policy, current, facts }: AccountSources): readonly string[] {
  const { accounts = {}, applications, seenAccounts = [] } = place.services;
  const form = accountFormOf(facts);
  const written = current && accountIn(current.text, form, facts);
  const found = new Set(Object.keys(accounts));
  for (const { account, label } of applications) {
    if (account !== undefined && (label !== undefined || account !== written)) found.add(account);
  }
  // Large policies name the same resources again and again.
  const texts = new Set<string>();
  for (const { resources } of policy.statements) {
    for (const resource of resources) if (resource !== current) texts.add(resource.text);
  }
  for (const text of texts) {
    const account = accountIn(text, form, facts);
    if (account !== undefined) found.add(account);
  }
  for (const account of seenAccounts) if (account !== written) found.add(account);
  return [...found];
}

/** `uin/`: how the services with a template write an account. */
export function accountFormOf(facts: DialectCatalog): string | undefined {
  for (const { resourceTemplates } of facts.services.values()) {
    for (const template of resourceTemplates) {
      const { account } = placeholdersOf(template, facts);
      const form = template.split(":").find((text) => account !== undefined && text.includes(account));
      if (account !== undefined && form !== undefined) return form.slice(0, form.indexOf(account));
    }
  }
  return undefined;
}

/** `${uin}` in the account's segment, and `${sdkappid}` in the last one. */
export function placeholdersOf(
  template: string,
  facts: DialectCatalog,
): { readonly account: string | undefined; readonly id: string | undefined } {
  const reading = facts.resource(template);
  const segments = reading.kind === "resource" ? reading.segments : [];
  const inRole = (...wanted: SegmentRole[]) =>
    segments.flatMap(({ role, text }) =>
      wanted.includes(role) ? (/\$\{[^}]*\}/.exec(text)?.[0] ?? []) : [],
    )[0];
  return { account: inRole("account"), id: inRole("resource", "path") };
}

/** The number in `uin/100012345678`. */
function accountIn(text: string, form: string | undefined, facts: DialectCatalog): string | undefined {
  const reading = facts.resource(text);
  if (form === undefined || reading.kind !== "resource" || !reading.account.startsWith(form))
    return undefined;
  const number = reading.account.slice(form.length);
  return /^\d+$/.test(number) ? number : undefined;
}
