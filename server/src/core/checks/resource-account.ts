// Finds account segments that name no account, in resources of services whose documents show the form of one.
import { remember } from "../catalog/remember.js";
import { accountPrefix } from "../catalog/resources.js";
import { hasPlaceholder } from "../policy/placeholders.js";
import { editInString } from "../text/string-part.js";
import { defineCheck } from "./check.js";

export const resourceAccount = defineCheck({
  id: "resource-account",
  title: "Account of a resource is no account",
  category: "resource",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["unsafe"],
  perStatement: true,
  needs: {
    resource: (_, reading, facts) => {
      const prefix = reading.kind === "resource" ? accountPrefix(facts, reading.service) : undefined;
      return reading.kind === "resource" && prefix !== undefined && !isAccount(reading.account, prefix);
    },
  },
  messages: {
    bare: '"{account}" lacks the "{prefix}" that an account of {product} starts with',
    prefix: '"{account}" does not start with "{prefix}", as an account of {product} does',
    number: '"{account}" has no id after the slash',
    none: '"{account}" is no account, which has the form "{prefix}<id>"',
    write: 'Write "{meant}"',
  },

  *run({ statements }, { facts }) {
    const prefixOf = remember((code) => accountPrefix(facts, code) ?? NO_PREFIX);
    for (const resource of statements.flatMap(({ resources }) => resources)) {
      const reading = facts.resource(resource.text);
      if (reading.kind !== "resource" || reading.any) continue;
      const { account, service } = reading;
      const prefix = prefixOf(service);
      if (prefix === NO_PREFIX || isAccount(account, prefix)) continue;
      const segment = reading.segments.find(({ role }) => role === "account");
      const id = /^(?:[A-Za-z]+\/)?([0-9]+)$/.exec(account)?.[1];
      const meant = `${prefix}${id}`;
      yield {
        span: resource.span,
        message: faultOf(account, prefix),
        values: { account, prefix, meant, product: facts.service(service)?.product ?? service },
        // Which number is meant is a guess: other numbers than that of the root account are written here too.
        ...(id !== undefined &&
          segment && {
            fixes: [
              { title: "write", safety: "unsafe", edits: [editInString(resource, segment.span, meant)] },
            ],
          }),
      };
    }
  },
});

const NO_PREFIX = "";

/** An empty account is the author's own; placeholders are left to a check of their own. */
function isAccount(account: string, prefix: string): boolean {
  if (account === "" || account === "*" || hasPlaceholder(account)) return true;
  return account.startsWith(prefix) && /^[0-9*]+$/.test(account.slice(prefix.length));
}

function faultOf(account: string, prefix: string): "bare" | "prefix" | "number" | "none" {
  if (/^[0-9]+$/.test(account)) return "bare";
  if (account === prefix) return "number";
  if (account.startsWith(prefix)) return "none";
  return account.includes("/") ? "prefix" : "none";
}
