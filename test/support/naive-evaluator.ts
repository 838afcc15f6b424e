// An independent judge for tests: is this request allowed? It knows nothing of atoms, scopes or summaries, reads
// the JSON of a policy by itself, and asks each statement in turn.
import { holds, matchesStars, type NaiveCondition, type NaiveContext } from "./naive-conditions.js";

type Texts = string | readonly string[];
type Scalar = string | number | boolean;
type ConditionData = Readonly<Record<string, Readonly<Record<string, Scalar | readonly Scalar[]>>>>;

export interface CamStatement {
  readonly effect: string;
  readonly action: Texts;
  readonly resource: Texts;
  readonly condition?: ConditionData;
}

export interface OtcStatement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: ConditionData;
}

export type PolicyData =
  | { readonly version: string; readonly statement: readonly CamStatement[] }
  | { readonly Version: string; readonly Statement: readonly OtcStatement[] };

export interface NaiveQuestion {
  /** With its service; `name/` may stand before it. */
  readonly action: string;
  /** `*` stands for a call that no single resource describes. */
  readonly resource: string;
  readonly context: NaiveContext;
}

/** What the judge must be told of an action: whether it can only be permitted on every resource. */
export type IsOperationLevel = (action: string) => boolean;

/** A statement of either cloud. Without resources it is about all of them. */
interface Rule {
  readonly isDeny: boolean;
  readonly reachesAction: boolean;
  readonly reachesResource: boolean;
  readonly conditions: readonly NaiveCondition[];
}

/** Deny wins; what nothing allows is denied. */
export function naivelyAllows(
  policies: readonly PolicyData[],
  question: NaiveQuestion,
  isOperationLevel: IsOperationLevel,
): boolean {
  const rules = policies.flatMap((policy) =>
    "version" in policy
      ? policy.statement.map((statement) => camRule(statement, question, isOperationLevel))
      : policy.Statement.map((statement) => otcRule(statement, question)),
  );
  const matching = rules.filter(
    ({ reachesAction, reachesResource, conditions }) =>
      reachesAction && reachesResource && conditions.every((one) => holds(one, question.context)),
  );
  return matching.length > 0 && !matching.some(({ isDeny }) => isDeny);
}

function camRule(
  { effect, action, resource, condition }: CamStatement,
  question: NaiveQuestion,
  isOperationLevel: IsOperationLevel,
): Rule {
  const wanted = withoutHabit(question.action);
  const resources = [resource].flat();
  const needsEverything = question.resource === "*" || isOperationLevel(wanted);
  return {
    isDeny: effect === "deny",
    reachesAction: [action]
      .flat()
      .some((pattern) => pattern === "*" || matchesStars(withoutHabit(pattern), wanted)),
    reachesResource: resources.some(
      (pattern) => pattern === "*" || (!needsEverything && camResourceFits(pattern, question.resource)),
    ),
    conditions: conditionsOf(condition),
  };
}

function withoutHabit(action: string): string {
  return action.replace(/^name\//, "");
}

/** Segment by segment; the last one keeps its colons. */
function camResourceFits(pattern: string, resource: string): boolean {
  const wanted = camSegments(pattern);
  const actual = camSegments(resource);
  return wanted.every((segment, at) => {
    // An empty service, and an empty region, are all of them.
    const isEmptyForAll = segment === "" && (at === 2 || at === 3);
    return isEmptyForAll || matchesStars(segment, actual[at] ?? "");
  });
}

/** An account of the author's own: `*` and `uin/*` cover it, and no number equals it. */
const OWN_ACCOUNT = "uin/\u{e000}";

function camSegments(resource: string): string[] {
  const [scheme = "", project = "", service = "", region = "", account = "", ...last] = resource.split(":");
  return [
    scheme,
    project,
    service,
    region === "*" ? "" : region,
    account === "" ? OWN_ACCOUNT : account,
    last.join(":"),
  ];
}

function otcRule({ Effect, Action, Resource, Condition }: OtcStatement, question: NaiveQuestion): Rule {
  const wanted = question.action.toLowerCase();
  return {
    isDeny: Effect.toLowerCase() === "deny",
    reachesAction: Action.some((pattern) => matchesStars(pattern.toLowerCase(), wanted)),
    // Images know no permission per resource: what stands there is ignored.
    reachesResource:
      Resource === undefined ||
      wanted.startsWith("ims:") ||
      Resource.some(
        (pattern) =>
          pattern === "*" || (question.resource !== "*" && matchesStars(pattern, question.resource)),
      ),
    conditions: conditionsOf(Condition),
  };
}

function conditionsOf(condition: ConditionData = {}): NaiveCondition[] {
  return Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: [values].flat().map(String) })),
  );
}

export interface NaiveRequest {
  readonly service: string;
  /** Without the service. */
  readonly action: string;
  /** `everything` stands for a request that no single resource describes. */
  readonly resource: string;
  /** The action can only be permitted on every resource. */
  readonly operationLevel: boolean;
}

/** The same question for summaries of the first cloud, which know no context. */
export function naivelyAllowed(statement: readonly CamStatement[], request: NaiveRequest): boolean {
  const resource = request.resource === "everything" ? "*" : request.resource;
  const question = { action: `${request.service}:${request.action}`, resource, context: {} };
  return naivelyAllows([{ version: "2.0", statement }], question, () => request.operationLevel);
}
