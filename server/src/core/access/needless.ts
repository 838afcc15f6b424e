// Which statements of a policy could as well be left out? Nearly every statement matters, and one request shows it; only
// of the others all requests are gone through. What is broken, or has no effect by itself, is not judged: other
// checks speak of it.
import type { DialectCatalog } from "../catalog/catalog.js";
import { isServiceCode } from "../catalog/service-codes.js";
import type { Policy, Statement } from "../policy/model.js";
import { isRegularStatement } from "../policy/regular.js";
import { repeatedStatements } from "../policy/same-statement.js";
import type { Budget } from "./budget.js";
import { type CompiledStatement, compilePolicy } from "./compiled.js";
import { canHold, createConditionSearch } from "./conditions/search.js";
import { gapsOf } from "./ineffective.js";
import { covers, indexByAction, mayMeet, probesOf, speaksOf } from "./probes.js";
import { holdAll } from "./question.js";
import { grantsMore } from "./same-access.js";

export interface Needless {
  /**
   * Statements without which the policy says the same, whatever other policies say, each with the one that says all
   * of it, where one alone does. All of them together can go.
   */
  readonly redundant: () => ReadonlyMap<Statement, Statement | undefined>;
  /** Allowing statements of which the denies leave nothing; those that repeat others are among them. */
  readonly denied: () => ReadonlyMap<Statement, Statement | undefined>;
  /** Denying statements that take away nothing that the policy allows. */
  readonly idle: () => ReadonlySet<Statement>;
  /** Whether the denies leave nothing of one action that a statement allows. */
  readonly isTakenBack: (statement: Statement, action: string) => boolean;
}

/** About twenty milliseconds for one policy; whatever takes longer is not judged. */
const STEPS = 60_000;

/** No policy within the limit of 6,144 characters comes near: longer ones are refused, and others say so. */
const MOST_STATEMENTS = 200;
const MOST_ENTRIES = 1000;

const known = new WeakMap<Policy, { readonly facts: DialectCatalog; readonly needless: Needless }>();

/** Worked out once for all that is asked of a policy. */
export function needlessStatements(policy: Policy, facts: DialectCatalog): Needless {
  const earlier = known.get(policy);
  if (earlier?.facts === facts) return earlier.needless;
  const needless = isUncertain(policy) ? NOTHING : createNeedless(policy, facts);
  known.set(policy, { facts, needless });
  return needless;
}

const NOTHING: Needless = {
  redundant: () => new Map(),
  denied: () => new Map(),
  idle: () => new Set(),
  isTakenBack: () => false,
};

/** Or has two lists of statements, of which nobody knows which one counts. */
function isUncertain({ statements, elements }: Policy): boolean {
  if (statements.length > MOST_STATEMENTS) return true;
  if (elements.filter(({ rule }) => rule?.role === "statement").length > 1) return true;
  let entries = 0;
  for (const { actions, resources } of statements) entries += actions.length + resources.length;
  return entries > MOST_ENTRIES;
}

function createNeedless(policy: Policy, facts: DialectCatalog): Needless {
  const budget: Budget = { left: STEPS };
  const compiled = lazy(() => compileCertain(policy, facts));
  const redundant = lazy(() => findRedundant(compiled().certain, facts, budget, policy));
  const denied = lazy(() => {
    const { certain } = compiled();
    const denies = certain.filter(({ decision }) => decision === "deny");
    const found = new Map<Statement, Statement | undefined>();
    if (denies.length === 0) return found;
    for (const one of certain) {
      if (one.decision !== "allow" || !redundant().has(one.statement)) continue;
      if (grantsMore([one, ...denies], [], facts, budget) !== false) continue;
      const alone = denies.find((deny) => grantsMore([one, deny], [], facts, budget) === false);
      found.set(one.statement, alone?.statement);
    }
    return found;
  });
  const idle = lazy(() => {
    const { certain, isWhole } = compiled();
    return isWhole ? findIdle(certain, facts, budget, policy) : new Set<Statement>();
  });
  const isTakenBack = (statement: Statement, action: string) => {
    const denies = compiled().certain.filter(({ decision }) => decision === "deny");
    if (denies.length === 0) return false;
    const alone = { ...statement, actions: statement.actions.filter(({ text }) => text === action) };
    const { statements, leftOut } = compilePolicy({ ...policy, statements: [alone] }, facts);
    return leftOut.length === 0 && grantsMore([...statements, ...denies], [], facts, budget) === false;
  };
  return { redundant, denied, idle, isTakenBack };
}

function lazy<Result>(compute: () => Result): () => Result {
  let done: { readonly result: Result } | undefined;
  return () => {
    done ??= { result: compute() };
    return done.result;
  };
}

interface Certain {
  readonly certain: readonly CompiledStatement[];
  /** All of the policy is so, and no name in it is likely to be a slip. */
  readonly isWhole: boolean;
}

/** The statements that are whole and understood; without those that stand twice. */
function compileCertain(policy: Policy, facts: DialectCatalog): Certain {
  const repeated = repeatedStatements(policy);
  const certain: CompiledStatement[] = [];
  let isWhole = true;
  for (const statement of policy.statements) {
    const { statements, leftOut } = compilePolicy({ ...policy, statements: [statement] }, facts);
    const isCertain = leftOut.length === 0 && isRegularStatement(statement, policy.dialect);
    if (!isCertain || hasDoubtfulName(statement, facts)) isWhole = false;
    if (isCertain && !repeated.has(statement)) certain.push(...statements);
  }
  return { certain, isWhole };
}

/** Whether an action is likely to be a slip, so that it says something else than it is meant to say. */
function hasDoubtfulName({ actions }: Statement, facts: DialectCatalog): boolean {
  return actions.some(({ text }) => {
    const { reading, service, reached } = facts.action(text);
    if (reading.kind !== "action" || reading.service === "*") return false;
    if (service === undefined) return !isServiceCode(reading.service, facts);
    return reached.length === 0 && service.completeness !== "excerpt";
  });
}

function findRedundant(
  certain: readonly CompiledStatement[],
  facts: DialectCatalog,
  budget: Budget,
  policy: Policy,
): ReadonlyMap<Statement, Statement | undefined> {
  const found = new Map<Statement, Statement | undefined>();
  if (certain.length < 2) return found;
  const naming = indexByAction(certain);
  const gone = new Set<CompiledStatement>();
  /** A deny takes away what other policies allow, too: only another deny says the same. */
  const isRival = (one: CompiledStatement, other: CompiledStatement) =>
    other !== one && !gone.has(other) && (one.decision === "allow" || other.decision === "deny");
  // Of two that say the same, the later one goes.
  for (const one of certain.toReversed()) {
    const escapes = createEscape(one, facts, budget);
    const isNeeded = () => {
      for (const probe of probesOf(one, facts)) {
        const named = naming(probe.subject.key);
        const rivals = named.filter((other) => isRival(one, other) && speaksOf(other, probe));
        if (escapes(rivals)) return true;
      }
      return false;
    };
    if (isNeeded() || !isEffective(one, facts, budget, policy)) continue;
    const rivals = certain.filter((other) => isRival(one, other) && mayMeet(one, other));
    const other = rivals.find((rival) => rival.decision === one.decision && covers(rival, one));
    const isSaidBy = (others: readonly CompiledStatement[]) =>
      grantsMore(...sidesFor(one, others), facts, budget) === false;
    if (other === undefined && !isSaidBy(rivals)) continue;
    gone.add(one);
    found.set(
      one.statement,
      (other ?? rivals.find((rival) => rival.decision === one.decision && isSaidBy([rival])))?.statement,
    );
  }
  return found;
}

/** What a statement adds to others of its kind, where denies stay what they are beside one that allows. */
function sidesFor(
  one: CompiledStatement,
  others: readonly CompiledStatement[],
): [readonly CompiledStatement[], readonly CompiledStatement[]] {
  if (one.decision === "deny") return [[allowing(one)], others.map(allowing)];
  return [[one, ...others.filter(({ decision }) => decision === "deny")], others];
}

function allowing(statement: CompiledStatement): CompiledStatement {
  return { ...statement, decision: "allow" };
}

/**
 * Whether some request that the statement speaks of is out of reach of all rivals, by its conditions. Most of the
 * time the first context that comes to mind shows it.
 */
function createEscape({ tests, testsKey }: CompiledStatement, facts: DialectCatalog, budget: Budget) {
  // Who only asks whether a key is there does not say of what type its values are.
  const isTyped = tests.every(({ family }) => family !== "null");
  const first = lazy(() => createConditionSearch(tests, facts, budget).find({ met: tests, failed: [] }));
  return (rivals: readonly CompiledStatement[]): boolean => {
    if (rivals.length === 0) return true;
    if (rivals.some((rival) => rival.tests.length === 0 || rival.testsKey === testsKey)) return false;
    const found = isTyped ? first() : undefined;
    if (found?.kind === "context" && !rivals.some((rival) => holdAll(rival.tests, found.context)))
      return true;
    const failed = rivals.map((rival) => rival.tests);
    const search = createConditionSearch([...tests, ...failed.flat()], facts, budget);
    // What is not decided is not told either.
    return search.find({ met: tests, failed }).kind !== "none";
  };
}

function findIdle(
  certain: readonly CompiledStatement[],
  facts: DialectCatalog,
  budget: Budget,
  policy: Policy,
): ReadonlySet<Statement> {
  const allows = certain.filter(({ decision }) => decision === "allow");
  const idle = new Set<Statement>();
  const naming = indexByAction(allows);
  const meet = (one: CompiledStatement, other: CompiledStatement) => {
    const both = [...one.tests, ...other.tests];
    return both.length === 0 || canHold(both, facts, budget) !== false;
  };
  for (const deny of certain) {
    if (deny.decision !== "deny") continue;
    const takesAway = () => {
      for (const probe of probesOf(deny, facts)) {
        if (naming(probe.subject.key).some((allow) => speaksOf(allow, probe) && meet(allow, deny)))
          return true;
      }
      for (const allow of allows) {
        for (const probe of probesOf(allow, facts))
          if (speaksOf(deny, probe) && meet(allow, deny)) return true;
      }
      return false;
    };
    if (takesAway() || !isEffective(deny, facts, budget, policy)) continue;
    if (grantsMore(allows, [...allows, deny], facts, budget) === false) idle.add(deny.statement);
  }
  return idle;
}

/** Each of its actions has an effect on the resources of the statement, and its condition can be met. */
function isEffective(one: CompiledStatement, facts: DialectCatalog, budget: Budget, policy: Policy): boolean {
  if (gapsOf(one.statement, policy, facts).ineffective.length > 0) return false;
  if (one.tests.length > 0 && canHold(one.tests, facts, budget) !== true) return false;
  const [probe] = probesOf(one, facts);
  return probe !== undefined || grantsMore([allowing(one)], [], facts, budget) === true;
}
