// A check as SARIF describes it: a rule with its page as help.
import * as l10n from "@vscode/l10n";
import type { ReportingDescriptor } from "sarif";
import { allChecks, docsOf, type Severity } from "../../core/index.js";
import { firstSectionOf, plainPage, withAddresses } from "../page.js";
import { sentence } from "./phrases.js";

/** SARIF knows no hints; what is less than a warning is a note. */
export function levelOf(severity: Severity): "error" | "warning" | "note" {
  return severity === "error" || severity === "warning" ? severity : "note";
}

/** `page` is missing for a check that another version has. */
export function ruleOf(id: string, page: string | undefined): ReportingDescriptor {
  const check = allChecks.find((known) => known.id === id);
  const title = sentence(check === undefined ? id : l10n.t(check.title));
  const found = page === undefined ? "" : firstSectionOf(page);
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: title },
    fullDescription: { text: found === "" ? title : found },
    helpUri: docsOf(id),
    ...(page !== undefined && { help: { text: plainPage(page), markdown: withAddresses(page) } }),
    defaultConfiguration: { level: levelOf(check?.severity ?? "warning") },
    ...(check && { properties: { tags: [check.category], precision: check.confidence } }),
  };
}

/** `unknown-effect` is called `UnknownEffect` where names have no hyphens. */
function nameOf(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
}
