// Finds allowed actions that the vendor documents to need others, where no statement of the policy allows those.
import { needlessStatements } from "../access/needless.js";
import type { DialectCatalog } from "../catalog/catalog.js";
import { grantedBy } from "../catalog/granted.js";
import { remember } from "../catalog/remember.js";
import { scopeOfService } from "../catalog/service-scope.js";
import { addActions } from "../policy/add-actions.js";
import type { Policy } from "../policy/model.js";
import { quotedNames } from "../text/name-list.js";
import { defineCheck } from "./check.js";

export const dependentActionMissing = defineCheck({
  id: "dependent-action-missing",
  title: "Action depends on others that the policy does not allow",
  category: "action",
  severity: "info",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  needs: {
    action: ({ reached }) => reached.some(({ dependencies }) => dependencies !== undefined),
    decision: "allow",
  },
  messages: {
    missing: '"{text}" depends on {missing}, which nothing here allows',
    global: '"{text}" depends on {global} of a global service, to be allowed by a second policy',
    both: '"{text}" depends on {missing}, which nothing here allows, and on {global} of a global service, to be allowed by a second policy',
    "add-one": 'Add "{name}"',
    "add-all": "Add the {count} actions that this statement depends on",
  },

  *run(policy, { facts, text: source }) {
    const isGranted = grantedOnDemand(policy, facts);
    const gapOf = remember((text) => findGap(text, facts, isGranted) ?? NONE);
    for (const statement of policy.statements) {
      if (statement.decision !== "allow") continue;
      const lacking = statement.actions.filter(({ text }) => gapOf(text) !== NONE);
      if (lacking.length === 0) continue;
      const { isTakenBack } = needlessStatements(policy, facts);
      const found = lacking.filter(({ text }) => !isTakenBack(statement, text));
      if (found.length === 0) continue;
      const added = [...new Set(found.flatMap(({ text }) => gapOf(text).missing))];
      // The same edit for every action of the statement: one fix puts all of them right.
      const edit = addActions(source, policy, statement, added);
      for (const { text, span } of found) {
        const { missing, global } = gapOf(text);
        yield {
          span,
          message: global.length === 0 ? "missing" : missing.length === 0 ? "global" : "both",
          values: {
            text,
            missing: quotedNames(missing, NAMED),
            global: quotedNames(global, NAMED),
            name: added[0] ?? "",
            count: added.length,
          },
          ...(missing.length > 0 &&
            edit && {
              fixes: [{ title: added.length === 1 ? "add-one" : "add-all", safety: "unsafe", edits: [edit] }],
            }),
        };
      }
    }
  },
});

interface Gap {
  readonly missing: readonly string[];
  /** Of services that are granted for the whole account: the services of one policy are of one kind. */
  readonly global: readonly string[];
}

const NONE: Gap = { missing: [], global: [] };

function findGap(
  text: string,
  facts: DialectCatalog,
  isGranted: (action: string) => boolean,
): Gap | undefined {
  const needed = facts.action(text).reached.flatMap(({ dependencies = [] }) => dependencies);
  if (needed.length === 0) return undefined;
  const absent = [...new Set(needed)].filter((action) => !isGranted(action));
  if (absent.length === 0) return undefined;
  const isGlobal = (action: string) => {
    const { reading } = facts.action(action);
    return reading.kind === "action" && scopeOfService(reading.service, facts) === "global";
  };
  return {
    missing: absent.filter((action) => !isGlobal(action)).map((action) => withLowerService(action, facts)),
    global: absent.filter(isGlobal),
  };
}

/** The vendor prints some services in capitals, and documents lower case. */
function withLowerService(text: string, facts: DialectCatalog): string {
  const { reading } = facts.action(text);
  if (reading.kind !== "action" || facts.dialect.actionCase !== "insensitive") return text;
  return `${reading.service.toLowerCase()}${text.slice(reading.serviceSpan.end)}`;
}

/** Most policies have no action with dependencies, and need no answer. */
function grantedOnDemand(policy: Policy, facts: DialectCatalog): (action: string) => boolean {
  let isGranted: ((action: string) => boolean) | undefined;
  return (action) => {
    isGranted ??= grantedBy(policy, facts);
    return isGranted(action);
  };
}

const NAMED = 3;
