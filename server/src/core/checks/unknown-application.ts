// Finds applications and accounts that the project does not list among its own. Where nobody listed any, nothing
// is said.
import { APPLICATION_TYPE, type Application } from "../catalog/applications.js";
import { remember } from "../catalog/remember.js";
import { accountPrefix, isSampleResource } from "../catalog/resources.js";
import type { ResourceParts } from "../policy/dialect.js";
import { createNearIndex } from "../text/near-index.js";
import { spanOf } from "../text/span.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const unknownApplication = defineCheck({
  id: "unknown-application",
  title: "Project does not list this application or account",
  category: "resource",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  perStatement: true,
  needs: { estate: true },
  messages: {
    application: '"{number}" is none of the applications that the project lists',
    account: '"{number}" is none of the accounts that the project lists',
    write: 'Change it to "{meant}"',
    labeled: 'Change it to "{meant}" ({label})',
  },

  *run({ statements, dialect }, { facts, applications, accounts }) {
    const owners = ownersOf(applications, accounts);
    if (applications.length === 0 && owners.size === 0) return;
    const labels = new Map(applications.map(({ sdkAppId, label }) => [sdkAppId, label]));
    const prefixOf = remember((code) => accountPrefix(facts, code) ?? "");
    const nearOf = remember((kind) => createNearIndex([...(kind === "account" ? owners : labels).keys()]));

    for (const resource of statements.flatMap(({ resources }) => resources)) {
      const reading = facts.resource(resource.text);
      if (reading.kind !== "resource" || reading.any || isSampleResource(reading, dialect)) continue;
      const prefix = prefixOf(reading.service);
      // Of services without documented resources it is not known whose number their accounts are.
      const account = prefix === "" ? undefined : numberIn(reading.account, prefix);
      const id = isApplication(reading) ? numberIn(reading.path, "") : undefined;
      const isStrange = account !== undefined && owners.size > 0 && !owners.has(account);
      const number = isStrange ? account : id;
      // An id of another account is no surprise: that the account is unknown says it all.
      if (number === undefined || (!isStrange && (labels.size === 0 || labels.has(number)))) continue;
      const segment = reading.segments.find(({ role }) => role === (isStrange ? "account" : "resource"));
      if (segment === undefined) continue;
      const message = isStrange ? "account" : "application";
      const inner = spanOf(segment.span.end - number.length, segment.span.end);
      yield {
        span: resource.span,
        message,
        values: { number },
        fixes: nearOf(message)(number)
          .slice(0, MOST)
          .map((meant) => {
            const label = (isStrange ? owners : labels).get(meant);
            return {
              title: label === undefined ? "write" : "labeled",
              values: { meant, ...(label !== undefined && { label }) },
              safety: "unsafe",
              edits: [editInString(resource, inner, meant)],
            } as const;
          }),
      };
    }

    function isApplication({ type, service }: ResourceParts): boolean {
      return type === APPLICATION_TYPE && facts.service(service)?.resourceTypes.includes(type) === true;
    }
  },
});

/** More than a few guesses are no help. */
const MOST = 3;

/** Labels of the known accounts; none where an application may be of one that nobody listed. */
function ownersOf(
  applications: readonly Application[],
  accounts: Readonly<Record<string, string>>,
): ReadonlyMap<string, string | undefined> {
  const owners = new Map<string, string | undefined>(Object.entries(accounts));
  if (owners.size === 0 && applications.some(({ account }) => account === undefined)) return owners;
  for (const { account } of applications) {
    if (account !== undefined && !owners.has(account)) owners.set(account, undefined);
  }
  return owners;
}

/** The number behind the prefix; undefined for patterns, placeholders, and what is no number. */
function numberIn(text: string, prefix: string): string | undefined {
  const number = text.startsWith(prefix) ? text.slice(prefix.length) : "";
  return /^[0-9]+$/.test(number) ? number : undefined;
}
