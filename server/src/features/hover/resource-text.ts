// What a hover says about a resource string: its segments and the application that it names; on the service, region
// or account of one, what that segment is.
import {
  type Accounts,
  type Application,
  code,
  type DialectCatalog,
  describeScope,
  isPattern,
  isWithoutRegions,
  list,
  MARKDOWN,
  matchesPattern,
  plain,
  type ResourceParts,
  type Segment,
  scopeOf,
} from "../../core/index.js";
import { accountLabel } from "../describe-access.js";
import type { Services } from "../document.js";
import { serviceText } from "./element-text.js";

const NAMED = 8;

export function resourceText(text: string, facts: DialectCatalog, services: Services): string | undefined {
  const reading = facts.resource(text);
  if (reading.kind === "malformed") return undefined; // The finding explains it.
  if (reading.any)
    return "**Everything**: every resource of every service that the statement's actions name.";
  const what = describeScope(scopeOf(text, reading), services.applications, MARKDOWN);
  const title = what === code(text) ? "Resource" : what.charAt(0).toUpperCase() + what.slice(1);
  const { accounts } = services;
  const segments = reading.segments.flatMap((segment) => segmentLine(segment, reading, facts, accounts));
  const known = reachedApplications(reading, services);
  return [
    `**${title}**`,
    "",
    ...segments,
    ...(known.length > 0 ? ["", `Known applications that it reaches: ${list(known, NAMED)}`] : []),
  ].join("\n");
}

/** Undefined for the segments that only the whole resource explains. */
export function segmentText(
  { role, text }: Segment,
  parts: ResourceParts,
  facts: DialectCatalog,
  services: Services,
): string | undefined {
  if (text === "" || text === "*") return undefined;
  switch (role) {
    case "service":
      return (
        serviceText(text, facts, services.catalog.date) ?? `There is no catalog of actions for ${code(text)}.`
      );
    case "region":
      return regionText(text, parts, facts, services);
    case "account":
      return accountText(text, services);
    default:
      return undefined;
  }
}

function regionText(
  text: string,
  parts: ResourceParts,
  facts: DialectCatalog,
  { catalog }: Services,
): string {
  const { regions, regionsComplete } = facts.data;
  const lines = [`**${plain(text)}** · region`];
  const isKnown = regions.includes(text);
  if (isKnown) lines.push("", `In the list of regions of ${catalog.date}.`);
  else if (!isPattern(text)) {
    const doubt = regionsComplete ? "" : ", which is not complete";
    lines.push("", `Not in the list of regions of ${catalog.date}${doubt}.`);
  }
  const service = facts.service(parts.service);
  if (service !== undefined && isWithoutRegions(facts, service)) {
    lines.push("", `The documented resources of ${service.product} leave the region empty.`);
  }
  return lines.join("\n");
}

function accountText(text: string, { accounts, applications }: Services): string {
  const lines = [`**${plain(text)}** · account${plain(accountLabel(text, accounts))}`];
  const number = text.slice(text.lastIndexOf("/") + 1);
  const known = applications.filter(({ account }) => account === number).map(nameOf);
  if (known.length > 0) lines.push("", `Known applications of it: ${list(known, NAMED)}`);
  return lines.join("\n");
}

/** Of a pattern of ids: those that the team or its policies name. */
function reachedApplications({ type, path, account }: ResourceParts, { applications }: Services): string[] {
  if (type !== "sdkappid" || !isPattern(path)) return [];
  const number = account.slice(account.lastIndexOf("/") + 1);
  return applications
    .filter(
      (known) =>
        matchesPattern(path, known.sdkAppId) &&
        (known.account === undefined || number === "" || matchesPattern(number, known.account)),
    )
    .map(nameOf);
}

function nameOf({ sdkAppId, label }: Application): string {
  return label === undefined ? sdkAppId : `${plain(label)} (${sdkAppId})`;
}

function segmentLine(
  { role, text }: Segment,
  parts: ResourceParts,
  facts: DialectCatalog,
  accounts: Accounts | undefined,
): string[] {
  switch (role) {
    case "scheme":
    case "project":
      return [];
    case "service": {
      const product = facts.service(parts.service)?.product;
      return [
        `- service: ${text === "" || text === "*" ? "every service" : `${code(text)}${product ? ` (${product})` : ""}`}`,
      ];
    }
    case "region":
      return [`- region: ${text === "" || text === "*" ? "every region" : code(text)}`];
    case "account":
      return [
        `- account: ${text === "" ? "the root account of the policy's author" : text === "*" ? "every account" : `${code(text)}${plain(accountLabel(text, accounts))}`}`,
      ];
    default:
      return [`- ${role}: ${code(text)}`];
  }
}
