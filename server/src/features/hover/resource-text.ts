// What a hover says about a resource string: its segments, and the application that it names.
import {
  type Accounts,
  code,
  type DialectCatalog,
  describeScope,
  MARKDOWN,
  plain,
  type ResourceParts,
  type Segment,
  scopeOf,
} from "../../core/index.js";
import { accountLabel } from "../describe-access.js";
import type { Services } from "../document.js";

export function resourceText(text: string, facts: DialectCatalog, services: Services): string | undefined {
  const reading = facts.resource(text);
  if (reading.kind === "malformed") return undefined; // The finding explains it.
  if (reading.any)
    return "**Everything**: every resource of every service that the statement's actions name.";
  const what = describeScope(scopeOf(text, reading), services.applications, MARKDOWN);
  const title = what === code(text) ? "Resource" : what.charAt(0).toUpperCase() + what.slice(1);
  const { accounts } = services;
  const segments = reading.segments.flatMap((segment) => segmentLine(segment, reading, facts, accounts));
  return [`**${title}**`, "", ...segments].join("\n");
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
