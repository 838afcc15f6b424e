// An independent judge for tests: is this request allowed? It knows nothing of atoms, scopes or summaries and
// reads the JSON of a policy by itself, for policies without conditions.

export interface NaiveRequest {
  readonly service: string;
  /** Without the service. */
  readonly action: string;
  /** `everything` stands for a request that no single resource describes. */
  readonly resource: string;
  /** The action can only be permitted on every resource. */
  readonly operationLevel: boolean;
}

interface NaiveStatement {
  readonly effect: string;
  readonly action: string | readonly string[];
  readonly resource: string | readonly string[];
}

/** Deny wins; what nothing allows is denied. */
export function naivelyAllowed(statements: readonly NaiveStatement[], request: NaiveRequest): boolean {
  const matching = statements.filter((statement) => matches(statement, request));
  return (
    matching.some(({ effect }) => effect === "allow") && !matching.some(({ effect }) => effect === "deny")
  );
}

function matches({ action, resource }: NaiveStatement, request: NaiveRequest): boolean {
  const actions = [action].flat().map((text) => text.replace(/^name\//, ""));
  const resources = [resource].flat();
  const isAction = actions.some(
    (pattern) => pattern === "*" || fits(pattern, `${request.service}:${request.action}`),
  );
  if (!isAction) return false;
  if (resources.includes("*")) return true;
  if (request.operationLevel || request.resource === "everything") return false;
  return resources.some((pattern) => fits(widen(pattern), request.resource));
}

/** An empty service or region means any. */
function widen(resource: string): string {
  const [scheme, project, service, region, ...rest] = resource.split(":");
  return [scheme, project, service || "*", region || "*", ...rest].join(":");
}

function fits(pattern: string, text: string): boolean {
  const escaped = pattern.split("*").map((piece) => piece.replace(/[.+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`, "s").test(text);
}
