// Whole resource strings that are likely to be meant: the templates of the services, filled with the
// applications and accounts that are known.
import type {
  Application,
  DialectCatalog,
  Policy,
  SegmentRole,
  Service,
  StringValue,
} from "../../core/index.js";
import { accountLabel } from "../describe-access.js";
import type { Place } from "./insert.js";

export interface Candidate {
  readonly text: string;
  readonly service: string;
  readonly detail: string;
  /** What the team calls the application. */
  readonly label?: string;
  readonly rank: number;
}

interface Sources {
  readonly place: Place;
  readonly policy: Policy;
  /** The string that is being written: half an id is nobody's. */
  readonly current: StringValue | undefined;
  readonly facts: DialectCatalog;
  /** Services that the statement speaks about. */
  readonly own: ReadonlySet<string>;
}

/** Those of the statement's own services first; applications in the order in which they are known. */
export function candidatesFor(sources: Sources): readonly Candidate[] {
  const { facts, own } = sources;
  const services = [...facts.services.values()].filter(
    ({ resourceTemplates }) => resourceTemplates.length > 0,
  );
  services.sort((a, b) => Number(own.has(b.code)) - Number(own.has(a.code)));
  return services.flatMap((service) => ofService(service, sources));
}

function ofService(service: Service, sources: Sources): Candidate[] {
  const { facts, place } = sources;
  const accounts = accountsOf(sources);
  const applications = place.services.applications.filter((known) => !isBeingWritten(known, sources));
  const found = new Map<string, Candidate>();
  const add = (candidate: Candidate) => {
    if (!found.has(candidate.text)) found.set(candidate.text, candidate);
  };
  for (const template of service.resourceTemplates) {
    const { account, id } = placeholdersOf(template, facts);
    if (id === undefined) continue;
    for (const application of applications) {
      for (const owner of ownersOf(application, accounts)) {
        const text = fill(template, account, owner).replace(id, () => application.sdkAppId);
        const { label } = application;
        const detail = label ?? `${service.product} application`;
        add({ text, service: service.code, detail, ...(label !== undefined && { label }), rank: 1 });
      }
    }
  }
  for (const template of service.resourceTemplates) {
    const { account, id } = placeholdersOf(template, facts);
    if (id !== undefined || !template.includes(":")) continue;
    for (const owner of accounts.length === 0 ? [""] : accounts) {
      const of = owner === "" ? "" : ` of ${owner}${accountLabel(owner, place.services.accounts)}`;
      const detail = `every ${service.product} application${of}`;
      add({ text: fill(template, account, owner), service: service.code, detail, rank: 2 });
    }
  }
  return [...found.values()];
}

/** What the program learned of an application from the very string that names it. */
function isBeingWritten({ sdkAppId, label }: Application, { current, facts }: Sources): boolean {
  if (current === undefined || label !== undefined) return false;
  const reading = facts.resource(current.text);
  return reading.kind === "resource" && reading.path === sdkAppId;
}

function numbersIn(text: string, facts: DialectCatalog): string[] {
  const reading = facts.resource(text);
  return reading.kind === "resource" ? (reading.account.match(/\d+$/) ?? []) : [];
}

/** Without a known account the segment stays empty: it means the account of the policy's author. */
function fill(template: string, account: string | undefined, owner: string): string {
  if (account === undefined) return template;
  const [segment = account] = template.split(":").filter((text) => text.includes(account));
  return template.replace(segment, () => (owner === "" ? "" : segment.replace(account, () => owner)));
}

function ownersOf({ account }: Application, accounts: readonly string[]): readonly string[] {
  if (account !== undefined) return [account];
  const [only] = accounts;
  return [accounts.length === 1 && only !== undefined ? only : ""];
}

/** `${uin}` in the account's segment, and `${sdkappid}` in the last one. */
function placeholdersOf(
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

/**
 * Those with a name, then those of the known applications, then of the other resources of this policy, and last
 * those of other policies.
 */
function accountsOf({ place, policy, current, facts }: Omit<Sources, "own">): readonly string[] {
  const { accounts = {}, applications, seenAccounts = [] } = place.services;
  const written = new Set(current && numbersIn(current.text, facts));
  const found = new Set([
    ...Object.keys(accounts),
    ...applications.flatMap(({ account, label }) =>
      account === undefined || (label === undefined && written.has(account)) ? [] : account,
    ),
  ]);
  for (const resource of policy.statements.flatMap(({ resources }) => resources)) {
    const { text } = resource;
    if (resource === current) continue;
    const reading = facts.resource(text);
    if (reading.kind !== "resource" || reading.any) continue;
    const templates = facts.service(reading.service)?.resourceTemplates ?? [];
    for (const template of templates) {
      const account = accountIn(reading.account, template, facts);
      if (account !== undefined) found.add(account);
    }
  }
  for (const account of seenAccounts) if (!written.has(account)) found.add(account);
  return [...found];
}

/** What stands for the placeholder of the template: the number in `uin/100012345678`. */
function accountIn(segment: string, template: string, facts: DialectCatalog): string | undefined {
  const { account } = placeholdersOf(template, facts);
  const form = template.split(":").find((text) => account !== undefined && text.includes(account));
  if (form === undefined || account === undefined) return undefined;
  const prefix = form.slice(0, form.indexOf(account));
  const rest = segment.slice(prefix.length);
  return segment.startsWith(prefix) && /^\d+$/.test(rest) ? rest : undefined;
}

/** The parts of a resource string in their order. */
export function rolesOf(facts: DialectCatalog): readonly SegmentRole[] {
  const samples = [
    ...[...facts.services.values()].flatMap((service) => service.resourceTemplates.slice(0, 1)),
    "*:*:*:*:*",
  ];
  for (const sample of samples) {
    const reading = facts.resource(sample);
    if (reading.kind === "resource" && !reading.any) return reading.segments.map(({ role }) => role);
  }
  return [];
}

interface SegmentSources {
  readonly place: Place;
  readonly policy: Policy;
  readonly current: StringValue | undefined;
  readonly facts: DialectCatalog;
  readonly own: ReadonlySet<string>;
  /** The segments before the one that is written. */
  readonly written: readonly string[];
}

/** What can stand in a segment, whatever the templates say. */
export function segmentValues(
  role: SegmentRole | undefined,
  sources: SegmentSources,
): { readonly text: string; readonly detail: string; readonly rank: number }[] {
  const { facts, own, written } = sources;
  const roles = rolesOf(facts);
  const service = facts.service(written[roles.indexOf("service")] ?? "");
  const hasTemplates = (service?.resourceTemplates.length ?? 0) > 0;
  const usesStars = roles[0] === "service";
  const star = { text: "*", detail: "any", rank: 2 };
  switch (role) {
    case "service":
      return [...new Set([...own, ...facts.services.keys(), ...facts.data.serviceCodes])].map((code) => ({
        text: code,
        detail: facts.service(code)?.product ?? "service",
        rank: own.has(code) ? 3 : 4,
      }));
    case "region":
      // Services with a template leave the region as the template has it.
      if (hasTemplates) return [];
      return [
        ...(usesStars ? [star] : []),
        ...facts.data.regions.map((text) => ({ text, detail: "region", rank: 3 })),
      ];
    case "account": {
      const prefix = usesStars || hasTemplates ? undefined : accountFormOf(facts);
      const known = prefix === undefined ? [] : accountsOf(sources);
      const { accounts } = sources.place.services;
      return [
        ...(usesStars ? [star] : []),
        ...known.map((account) => ({
          text: prefix + account,
          detail: `account${accountLabel(account, accounts)}`,
          rank: 3,
        })),
      ];
    }
    case "type":
    case "path":
    case "resource":
      return [
        ...(usesStars && role === "path" ? [star] : []),
        ...[...usedSegments(role, sources)].map((text) => ({ text, detail: USED, rank: 4 })),
      ];
    default:
      return [];
  }
}

const USED = "used in this policy";

/** `uin/`: how the services with a template write an account. */
function accountFormOf(facts: DialectCatalog): string | undefined {
  for (const { resourceTemplates } of facts.services.values()) {
    for (const template of resourceTemplates) {
      const { account } = placeholdersOf(template, facts);
      const form = template.split(":").find((text) => account !== undefined && text.includes(account));
      if (account !== undefined && form !== undefined) return form.slice(0, form.indexOf(account));
    }
  }
  return undefined;
}

/** What other resources of the service have in this place: for services of which no list says. */
function usedSegments(
  role: SegmentRole,
  { policy, current, facts, written }: SegmentSources,
): ReadonlySet<string> {
  const code = written[rolesOf(facts).indexOf("service")];
  const found = new Set<string>();
  for (const resource of policy.statements.flatMap(({ resources }) => resources)) {
    const reading = facts.resource(resource.text);
    if (resource === current || reading.kind !== "resource" || reading.any) continue;
    if (reading.service !== code) continue;
    const used = reading.segments.find((segment) => segment.role === role)?.text;
    if (used !== undefined && used !== "") found.add(used);
  }
  return found;
}
