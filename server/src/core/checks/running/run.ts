// Runs the checks over a file and turns what they report into findings.
import * as l10n from "@vscode/l10n";
import type { Accounts, Application } from "../../catalog/applications.js";
import type { Catalog } from "../../catalog/catalog.js";
import { once, remember } from "../../catalog/remember.js";
import type { Policy } from "../../policy/model.js";
import type { EmbeddedFile, PolicyFile } from "../../policy/read.js";
import type { Span } from "../../text/span.js";
import type { Check, CheckContext, CheckInfo, Finding, Messages, Report, Severity } from "../check.js";
import { checks } from "../index.js";
import { carryOut } from "./carry-out.js";
import { type CheckMemory, learnClean, statementTexts, withoutClean } from "./memory.js";
import { withFixesOutsideConflicts } from "./outside-conflicts.js";
import { relevanceOf } from "./relevance.js";
import { withoutSuperseded } from "./superseded.js";

export interface CheckOptions {
  /** The checks to run; all of them unless given. */
  readonly checks?: readonly Check[];
  /** The level of a check, by id, where it differs from its own. */
  readonly levels?: Readonly<Record<string, Severity | "off">>;
  /** What the project says of its own applications and accounts. */
  readonly applications?: readonly Application[];
  readonly accounts?: Accounts;
  /** The text that was read, for checks that quote it. */
  readonly text?: string;
  /** Of the same document and the same options; used only together with `text`. */
  readonly memory?: CheckMemory;
}

/** Findings in the order of the text. A file that is not ours has none. */
export function runChecks(
  file: PolicyFile,
  catalog: Catalog,
  options: CheckOptions = {},
): readonly Finding[] {
  if (!file.isOurs) return [];
  const text = options.text ?? "";
  const active = options.checks ?? checks;
  const findings: Finding[] = [];
  const places: Span[] = [];
  const memory = text === "" ? undefined : options.memory;
  const given = { catalog, applications: options.applications ?? [], accounts: options.accounts ?? {}, text };
  const contexts = file.policies.map((policy) => {
    const texts = memory === undefined ? [] : statementTexts(policy, text);
    const changed = memory === undefined ? policy : withoutClean(policy, texts, memory);
    const context = contextOf(policy, given);
    const relevance = relevanceOf(active, { ...given, facts: catalog.of(policy.dialect) });
    // A keystroke changes one statement; what the others have is asked only when a check wants to know.
    const toChanged = once(() => relevance(changed));
    const toAll = changed === policy ? toChanged : once(() => relevance(policy));
    return { policy, texts, changed, context, toChanged, toAll };
  });
  // Dozens of checks for each of thousands of files: an iterator less is worth its line.
  let at = -1;
  for (const check of active) {
    at++;
    if (options.levels?.[check.id] === "off") continue;
    if (check.runFile !== undefined) {
      for (const report of check.runFile(file, given))
        findings.push(findingOf(check, report, options.levels));
    }
    if (check.run === undefined) continue;
    for (const { policy, changed, context, toChanged, toAll } of contexts) {
      const isRelevant = check.needs && (check.perStatement ? toChanged : toAll)();
      if (isRelevant !== undefined && !isRelevant(at)) continue;
      for (const report of check.run(check.perStatement ? changed : policy, context)) {
        findings.push(findingOf(check, report, options.levels));
        if (check.perStatement) places.push(report.span);
      }
    }
  }
  if (memory !== undefined) {
    places.sort((a, b) => a.start - b.start);
    learnClean(contexts, places, memory);
  }
  // What explains a place in a policy says nothing about the request around it, and the reverse.
  const inside = file.embedded.flatMap((embedded) => findingsInside(embedded, catalog, options));
  if (findings.length + inside.length === 0) return findings;
  const told = withFixesOutsideConflicts([...withoutSuperseded(findings, active), ...inside], file.problems);
  return [...told].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function findingsInside({ source, file }: EmbeddedFile, catalog: Catalog, options: CheckOptions) {
  const { memory: _, ...others } = options;
  const text = options.text ? source.text : "";
  return runChecks(file, catalog, { ...others, text }).map((finding) => carryOut(finding, source));
}

/**
 * Resources hold ids, so they differ from file to file: what they mean is remembered for all checks of one
 * policy, and forgotten with it. Actions are few, and remembered by the catalog.
 */
function contextOf(policy: Policy, given: Omit<CheckContext, "facts">): CheckContext {
  const facts = given.catalog.of(policy.dialect);
  return { ...given, facts: { ...facts, resource: remember(facts.resource) } };
}

/** What a report of a check says, filled in, at the level that it has by `levels`. */
export function findingOf(check: CheckInfo, report: Report, levels: CheckOptions["levels"] = {}): Finding {
  const messages: Messages = check.messages;
  const level = levels[check.id];
  return {
    check: check.id,
    severity: level !== undefined && level !== "off" ? level : (report.severity ?? check.severity),
    span: report.span,
    message: fill(messages[report.message], report.values),
    ...(report.related && {
      related: report.related.map(({ span, message }) => ({
        span,
        message: fill(messages[message], report.values),
      })),
    }),
    ...(report.fixes &&
      report.fixes.length > 0 && {
        fixes: report.fixes.map(({ title, values, safety, edits }) => ({
          title: fill(messages[title], values ?? report.values),
          safety,
          edits,
        })),
      }),
  };
}

function fill(message: string | undefined, values: Readonly<Record<string, string | number>> = {}): string {
  return l10n.t(message ?? "", values);
}
