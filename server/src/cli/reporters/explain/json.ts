// What policies let someone do, for programs. Version 1.
import {
  type AccessGroup,
  countActions,
  type DialectCatalog,
  describeConditions,
  type Scope,
} from "../../../core/index.js";
import type { ExplainedPolicy, ExplainReporter } from "./explained.js";

export const explainJson: ExplainReporter = (files, { catalog }) => {
  const report = {
    version: 1,
    files: files.map(({ path, policies, notes }) => ({
      path,
      policies: policies.map((one) => explainPolicy(one, catalog.of(one.policy.dialect))),
      notes: notes.map(({ line, text }) => ({ line: line ?? null, text })),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};

function explainPolicy({ policy, line, summary, holders }: ExplainedPolicy, facts: DialectCatalog) {
  const { allowed, denied, tooLarge, incomplete } = summary;
  const { read, write, unknown, patterns } = countActions(allowed);
  return {
    ...(holders && { [`${holders.kind}s`]: holders.names, attached: holders.attached }),
    dialect: policy.dialect.id,
    line,
    complete: !incomplete && !tooLarge && holders?.isCertain !== false,
    totals: { read, write, unlisted: unknown + patterns },
    allowed: allowed.map((group) => explainGroup(group, facts)),
    denied: denied.map((group) => explainGroup(group, facts)),
  };
}

function explainGroup(group: AccessGroup, facts: DialectCatalog) {
  const { service, product, read, write, unlisted, on, except, condition, exceptUnder, partlyDenied } = group;
  const textsOf = (scopes: readonly Scope[]) =>
    scopes.map((scope) => (scope.kind === "everything" ? facts.dialect.anyResource : scope.text));
  const wordsOf = (one: AccessGroup["condition"]) =>
    one === undefined ? null : describeConditions(one.statement, facts);
  return {
    service,
    product: product ?? null,
    read: read.map(({ fullName }) => fullName),
    write: write.map(({ fullName }) => fullName),
    unlisted,
    resources: textsOf(on),
    except: textsOf(except),
    conditions: wordsOf(condition),
    exceptUnder: exceptUnder.map((deny) => ({
      resources: textsOf(deny.on),
      conditions: wordsOf(deny.condition),
    })),
    partlyDenied,
  };
}
