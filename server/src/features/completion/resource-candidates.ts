// Whole resource strings that are likely to be meant: the templates of the services, filled with the
// applications and accounts that are known.
import * as l10n from "@vscode/l10n";
import {
  type Application,
  type DialectCatalog,
  fill,
  type Policy,
  type SegmentRole,
  type Service,
  type StringValue,
} from "../../core/index.js";
import { withAccountLabel } from "../account-label.js";
import { segmentWord } from "../segment-words.js";
import type { Place } from "./insert.js";
import { accountFormOf, accountsOf, placeholdersOf } from "./known-accounts.js";

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
  const accounts = accountsOf(sources);
  const applications = applicationsOf(sources);
  return services.flatMap((service) => ofService(service, { ...sources, accounts, applications }));
}

interface Estate extends Sources {
  readonly accounts: readonly string[];
  readonly applications: readonly Application[];
}

function ofService(service: Service, { facts, place, accounts, applications }: Estate): Candidate[] {
  const found = new Map<string, Candidate>();
  const add = (candidate: Candidate) => {
    if (!found.has(candidate.text)) found.set(candidate.text, candidate);
  };
  for (const template of service.resourceTemplates) {
    const { account, id } = placeholdersOf(template, facts);
    if (id === undefined) continue;
    for (const application of applications) {
      for (const owner of ownersOf(application, accounts)) {
        const text = withOwner(template, account, owner).replace(id, () => application.sdkAppId);
        const { label } = application;
        const detail = label ?? l10n.t("{product} application", { product: service.product });
        add({ text, service: service.code, detail, ...(label !== undefined && { label }), rank: 1 });
      }
    }
  }
  for (const template of service.resourceTemplates) {
    const { account, id } = placeholdersOf(template, facts);
    if (id !== undefined || !template.includes(":")) continue;
    for (const owner of accounts.length === 0 ? [""] : accounts) {
      const { product } = service;
      const detail =
        owner === ""
          ? l10n.t("every {product} application", { product })
          : fill(l10n.t("every {product} application of {account}"), {
              product,
              account: withAccountLabel(owner, owner, place.services.accounts),
            });
      add({ text: withOwner(template, account, owner), service: service.code, detail, rank: 2 });
    }
  }
  return [...found.values()];
}

/** But for what the program learned from the very string that is being written. */
function applicationsOf({ place, current, facts }: Sources): readonly Application[] {
  const { applications } = place.services;
  const reading = current && facts.resource(current.text);
  if (reading?.kind !== "resource") return applications;
  return applications.filter(({ sdkAppId, label }) => label !== undefined || sdkAppId !== reading.path);
}

/** Without a known account the segment stays empty: it means the account of the policy's author. */
function withOwner(template: string, account: string | undefined, owner: string): string {
  if (account === undefined) return template;
  const [segment = account] = template.split(":").filter((text) => text.includes(account));
  return template.replace(segment, () => (owner === "" ? "" : segment.replace(account, () => owner)));
}

function ownersOf({ account }: Application, accounts: readonly string[]): readonly string[] {
  if (account !== undefined) return [account];
  const [only] = accounts;
  return [accounts.length === 1 && only !== undefined ? only : ""];
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
  const star = { text: "*", detail: l10n.t("any"), rank: 2 };
  switch (role) {
    case "service":
      return [...new Set([...own, ...facts.services.keys(), ...facts.data.serviceCodes])].map((code) => ({
        text: code,
        detail: facts.service(code)?.product ?? segmentWord("service"),
        rank: own.has(code) ? 3 : 4,
      }));
    case "region":
      // Services with a template leave the region as the template has it.
      if (hasTemplates) return [];
      return [
        ...(usesStars ? [star] : []),
        ...facts.data.regions.map((text) => ({ text, detail: segmentWord("region"), rank: 3 })),
      ];
    case "account": {
      const prefix = usesStars || hasTemplates ? undefined : accountFormOf(facts);
      const known = prefix === undefined ? [] : accountsOf(sources);
      const { accounts } = sources.place.services;
      return [
        ...(usesStars ? [star] : []),
        ...known.map((account) => ({
          text: prefix + account,
          detail: withAccountLabel(segmentWord("account"), account, accounts),
          rank: 3,
        })),
      ];
    }
    case "type":
    case "path":
    case "resource":
      return [
        ...(usesStars && role === "path" ? [star] : []),
        ...[...usedSegments(role, sources)].map((text) => ({
          text,
          detail: l10n.t("used in this policy"),
          rank: 4,
        })),
      ];
    default:
      return [];
  }
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
