// What a hover says about a resource string: its segments and the application that it names; on the service, region
// or account of one, what that segment is.
import * as l10n from "@vscode/l10n";
import {
  type Accounts,
  type Application,
  capitalized,
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
  type SegmentRole,
  scopeOf,
} from "../../core/index.js";
import { withAccountLabel } from "../account-label.js";
import type { Services } from "../document.js";
import { segmentWord } from "../segment-words.js";
import { noCatalogText } from "./action-text.js";
import { serviceText } from "./element-text.js";

const NAMED = 8;

export function resourceText(text: string, facts: DialectCatalog, services: Services): string | undefined {
  const reading = facts.resource(text);
  if (reading.kind === "malformed") return undefined; // The finding explains it.
  if (reading.any)
    return l10n.t("**Everything**: every resource of every service that the statement's actions name.");
  const what = describeScope(scopeOf(text, reading), services.applications, MARKDOWN);
  const title = what === code(text) ? l10n.t("Resource") : capitalized(what);
  const { accounts } = services;
  const segments = reading.segments.flatMap((segment) => segmentLine(segment, reading, facts, accounts));
  const known = reachedApplications(reading, services);
  return [
    `**${title}**`,
    "",
    ...segments.map((segment) => `- ${segment}`),
    ...(known.length > 0
      ? [
          "",
          l10n.t("Known applications that it reaches: {applications}", { applications: list(known, NAMED) }),
        ]
      : []),
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
      return serviceText(text, facts, services.catalog.date) ?? noCatalogText(text);
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
  const { date } = catalog;
  const lines = [`**${plain(text)}** · ${segmentWord("region")}`];
  const isKnown = regions.includes(text);
  if (isKnown) lines.push("", l10n.t("In the list of regions of {date}.", { date }));
  else if (!isPattern(text)) {
    const words = regionsComplete
      ? l10n.t("Not in the list of regions of {date}.", { date })
      : l10n.t("Not in the list of regions of {date}, which is not complete.", { date });
    lines.push("", words);
  }
  const service = facts.service(parts.service);
  if (service !== undefined && isWithoutRegions(facts, service)) {
    const { product } = service;
    lines.push("", l10n.t("The documented resources of {product} leave the region empty.", { product }));
  }
  return lines.join("\n");
}

function accountText(text: string, { accounts, applications }: Services): string {
  const lines = [`**${plain(text)}** · ${plain(withAccountLabel(segmentWord("account"), text, accounts))}`];
  const number = text.slice(text.lastIndexOf("/") + 1);
  const known = applications.filter(({ account }) => account === number).map(nameOf);
  if (known.length > 0) {
    const words = l10n.t("Known applications of it: {applications}", { applications: list(known, NAMED) });
    lines.push("", words);
  }
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
  return label === undefined ? sdkAppId : l10n.t("{what} ({name})", { what: plain(label), name: sdkAppId });
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
      if (text === "" || text === "*") return [l10n.t("service: every service")];
      const product = facts.service(parts.service)?.product;
      const what = code(text);
      return [segmentIs(role, product ? l10n.t("{what} ({name})", { what, name: product }) : what)];
    }
    case "region":
      return [text === "" || text === "*" ? l10n.t("region: every region") : segmentIs(role, code(text))];
    case "account": {
      if (text === "") return [l10n.t("account: the root account of the policy's author")];
      if (text === "*") return [l10n.t("account: every account")];
      return [segmentIs(role, withAccountLabel(code(text), text, accounts, plain))];
    }
    default:
      return [segmentIs(role, code(text))];
  }
}

function segmentIs(role: SegmentRole, what: string): string {
  return l10n.t("{segment}: {what}", { segment: segmentWord(role), what });
}
