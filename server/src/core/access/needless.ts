// Which statements of a policy could as well be left out? Nearly every statement matters, and one request shows it; only
// of the others all requests are gone through. What is broken, or has no effect by itself, is not judged: other
// checks speak of it.
import type { DialectCatalog } from "../catalog/catalog.js";
import { once } from "../catalog/remember.js";
import { isServiceCode } from "../catalog/service-codes.js";
import type { Policy, Statement } from "../policy/model.js";
import { isRegularStatement } from "../policy/regular.js";
import { repeatedStatements } from "../policy/same-statement.js";
import type { Budget } from "./cells/budget.js";
import { grantsMore } from "./comparison/same-access.js";
import { type CompiledStatement, compilePolicy } from "./compiled.js";
import type { ConditionTest } from "./conditions/condition-test.js";
import { type ConditionSearch, createConditionSearch } from "./conditions/search.js";
import { covers, indexByAction, mayMeet, probesOf, speaksOf } from "./probes.js";
import { holdAll } from "./question.js";
import { gapsOf } from "./summary/ineffective.js";

export interface Needless {
  /**
   * Statements without which the policy says the same, whatever other policies say, each with the one that says all
   * of it, where one alone does. All of them together can go.
   */
  readonly redundant: () => ReadonlyMap<Statement, Statement | undefined>;
  /** Allowing statements of which the denies leave nothing, each with the one that denies all of it. */
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
  const compiled = once(() => compileCertain(policy, facts, { left: STEPS }));
  const redundant = once(() => findRedundant(compiled()));
  const denied = once(() => findDenied(compiled()));
  const idle = once(() => findIdle(compiled()));
  const isTakenBack = (statement: Statement, action: string) => {
    const { ground, certain } = compiled();
    const denies = certain.filter(({ decision }) => decision === "deny");
    if (denies.length === 0) return false;
    const alone = { ...statement, actions: statement.actions.filter(({ text }) => text === action) };
    const { statements, leftOut } = compilePolicy({ ...policy, statements: [alone] }, facts);
    return leftOut.length === 0 && addsNothing([...statements, ...denies], [], ground);
  };
  return { redundant, denied, idle, isTakenBack };
}

/** What all questions about one policy have in common. */
interface Ground {
  readonly policy: Policy;
  readonly facts: DialectCatalog;
  readonly budget: Budget;
  /** The tests of all its statements: whether a key may have several values depends on them. */
  readonly asked: readonly ConditionTest[];
}

interface Certain {
  readonly ground: Ground;
  readonly certain: readonly CompiledStatement[];
  /** All of the policy is so, and no name in it is likely to be a slip. */
  readonly isWhole: boolean;
}

/** The statements that are whole and understood; without those that stand twice. */
function compileCertain(policy: Policy, facts: DialectCatalog, budget: Budget): Certain {
  const repeated = repeatedStatements(policy);
  const certain: CompiledStatement[] = [];
  const asked: ConditionTest[] = [];
  let isWhole = true;
  for (const statement of policy.statements) {
    const { statements, leftOut } = compilePolicy({ ...policy, statements: [statement] }, facts);
    const isCertain = leftOut.length === 0 && isRegularStatement(statement, policy.dialect);
    if (!isCertain || hasDoubtfulName(statement, facts)) isWhole = false;
    for (const { tests } of statements) asked.push(...tests);
    if (isCertain && !repeated.has(statement)) certain.push(...statements);
  }
  return { ground: { policy, facts, budget, asked }, certain, isWhole };
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

/** Statements of one kind are compared with each other: what is said so stays true whatever else is decided. */
function findRedundant({ ground, certain }: Certain): ReadonlyMap<Statement, Statement | undefined> {
  const found = new Map<Statement, Statement | undefined>();
  for (const decision of ["allow", "deny"] as const) {
    const own = certain.filter((one) => one.decision === decision);
    if (own.length < 2) continue;
    const naming = indexByAction(own);
    const gone = new Set<CompiledStatement>();
    // Of two that say the same, the later one goes.
    for (const one of own.toReversed()) {
      const isRival = (other: CompiledStatement) => other !== one && !gone.has(other);
      if (isOutOfReach(one, (key) => naming(key).filter(isRival), ground)) continue;
      if (!isEffective(one, ground)) continue;
      const rivals = own.filter((other) => isRival(other) && mayMeet(one, other)).map(allowing);
      const isSaidBy = (others: readonly CompiledStatement[]) => addsNothing([allowing(one)], others, ground);
      const other = rivals.find((rival) => covers(rival, one));
      if (other === undefined && !isSaidBy(rivals)) continue;
      gone.add(one);
      found.set(one.statement, (other ?? rivals.find((rival) => isSaidBy([rival])))?.statement);
    }
  }
  return found;
}

function findDenied({ ground, certain }: Certain): ReadonlyMap<Statement, Statement | undefined> {
  const found = new Map<Statement, Statement | undefined>();
  const denies = certain.filter(({ decision }) => decision === "deny");
  if (denies.length === 0) return found;
  const naming = indexByAction(denies);
  for (const one of certain) {
    if (one.decision !== "allow" || isOutOfReach(one, naming, ground)) continue;
    if (!isEffective(one, ground)) continue;
    const isDeniedBy = (others: readonly CompiledStatement[]) => addsNothing([one, ...others], [], ground);
    const rivals = denies.filter((deny) => mayMeet(one, deny));
    const deny = rivals.find((rival) => covers(rival, one));
    if (deny === undefined && !isDeniedBy(rivals)) continue;
    found.set(one.statement, (deny ?? rivals.find((rival) => isDeniedBy([rival])))?.statement);
  }
  return found;
}

/** Whether some statements allow nothing beyond what others allow; false where that is not decided. */
function addsNothing(
  after: readonly CompiledStatement[],
  before: readonly CompiledStatement[],
  { facts, budget, asked }: Ground,
): boolean {
  const [one] = after;
  if (one === undefined) return true;
  // A statement of no action does nothing, and tells what else the policy asks.
  const silent = asked.some(({ asksSeveral }) => asksSeveral) ? [{ ...one, actions: [], tests: asked }] : [];
  return grantsMore([...after, ...silent], [...before, ...silent], facts, budget) === false;
}

function searchIn({ asked, facts, budget }: Ground): ConditionSearch {
  return createConditionSearch(asked, facts, budget);
}

function allowing(statement: CompiledStatement): CompiledStatement {
  return { ...statement, decision: "allow" };
}

/** Whether one request shows that others do not say all that a statement says. */
function isOutOfReach(
  one: CompiledStatement,
  naming: (key: string) => readonly CompiledStatement[],
  ground: Ground,
): boolean {
  const escapes = createEscape(one, ground);
  for (const probe of probesOf(one, ground.facts)) {
    if (escapes(naming(probe.subject.key).filter((other) => speaksOf(other, probe)))) return true;
  }
  return false;
}

/**
 * Whether some request that the statement speaks of is out of reach of all rivals, by its conditions. Most of the
 * time the first context that comes to mind shows it.
 */
function createEscape({ tests, testsKey }: CompiledStatement, ground: Ground) {
  // Who only asks whether a key is there does not say of what type its values are.
  const isTyped = tests.every(({ family }) => family !== "null");
  const first = once(() => searchIn(ground).find({ met: tests, failed: [] }));
  return (rivals: readonly CompiledStatement[]): boolean => {
    if (rivals.length === 0) return true;
    if (rivals.some((rival) => rival.tests.length === 0 || rival.testsKey === testsKey)) return false;
    const found = isTyped ? first() : undefined;
    if (found?.kind === "context" && !rivals.some((rival) => holdAll(rival.tests, found.context)))
      return true;
    const failed = rivals.map((rival) => rival.tests);
    // What is not decided is not told either.
    return searchIn(ground).find({ met: tests, failed }).kind !== "none";
  };
}

function findIdle({ ground, certain, isWhole }: Certain): ReadonlySet<Statement> {
  const idle = new Set<Statement>();
  if (!isWhole) return idle;
  const { facts } = ground;
  const allows = certain.filter(({ decision }) => decision === "allow");
  const naming = indexByAction(allows);
  const meet = (one: CompiledStatement, other: CompiledStatement) => {
    const both = [...one.tests, ...other.tests];
    return both.length === 0 || searchIn(ground).find({ met: both, failed: [] }).kind !== "none";
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
    if (takesAway() || !isEffective(deny, ground)) continue;
    if (addsNothing(allows, [...allows, deny], ground)) idle.add(deny.statement);
  }
  return idle;
}

/** Each of its actions has an effect on the resources of the statement, and its condition can be met. */
function isEffective(one: CompiledStatement, ground: Ground): boolean {
  const { policy, facts } = ground;
  if (gapsOf(one.statement, policy, facts).ineffective.length > 0) return false;
  if (searchIn(ground).find({ met: one.tests, failed: [] }).kind !== "context") return false;
  const [probe] = probesOf(one, facts);
  return probe !== undefined || grantsMore([allowing(one)], [], facts, ground.budget) === true;
}
