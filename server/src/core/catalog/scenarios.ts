// Policies that people begin with: what somebody may do in a whole product, or only in applications of it, or one
// action with all that it needs. Everything is derived from the catalog; the words for it are others' matter.
import type { NewStatement } from "../policy/write-policy.js";
import { APPLICATION_TYPE, type Application } from "./applications.js";
import type { Action, DialectCatalog, Service } from "./catalog.js";
import { wholeService } from "./presets.js";
import { isWithoutResources } from "./resources.js";
import { scopeOfService } from "./service-scope.js";

export type ScenarioKind =
  /** Everything in some applications. */
  | "application"
  /** The same but for some actions. */
  | "application-except"
  /** What reads, in some applications. */
  | "application-read"
  /** Some actions in some applications. */
  | "application-actions"
  /** Everything. */
  | "service"
  /** What reads. */
  | "service-read"
  /** One action and what it depends on, as far as it is granted project by project. */
  | "dependencies"
  /** The rest of what it depends on. */
  | "dependencies-global";

export interface Scenario {
  readonly id: string;
  readonly kind: ScenarioKind;
  readonly service: Service;
  /** The action that others depend on. */
  readonly action?: Action;
}

/** Of the services whose actions are known; what somebody begins with comes first. */
export function scenariosOf(facts: DialectCatalog): readonly Scenario[] {
  return [...facts.services.values()]
    .filter(({ completeness }) => completeness !== "excerpt")
    .flatMap((service) => {
      const kinds = templateOf(service, facts) === undefined ? WITHOUT_APPLICATIONS : WITH_APPLICATIONS;
      return [
        ...kinds.map((kind): Scenario => ({ id: `${service.code}/${kind}`, kind, service })),
        ...service.actions.flatMap((action) => ofAction(service, action, facts)),
      ];
    });
}

/** Whether it is about applications, which somebody has to choose. */
export function takesApplications({ kind }: Scenario): boolean {
  return kind.startsWith("application");
}

const WITH_APPLICATIONS: readonly ScenarioKind[] = [
  "application-read",
  "application-actions",
  "application",
  "application-except",
  "service-read",
  "service",
];
const WITHOUT_APPLICATIONS: readonly ScenarioKind[] = ["service-read", "service"];

/**
 * What is left open stands as `${name}`, as in the resource templates of the catalog: applications where none are
 * given, and actions that only the author knows.
 */
export function scenarioStatements(
  { kind, service, action }: Scenario,
  applications: readonly Application[],
  facts: DialectCatalog,
): readonly NewStatement[] {
  const all = [wholeService(service.code, facts)];
  const some = [`${service.code}:\${Action}`];
  const resources = applicationResources(service, applications, facts);
  switch (kind) {
    case "application":
      return [{ effect: "allow", actions: all, resources }];
    case "application-except":
      return [
        { effect: "allow", actions: all, resources },
        { effect: "deny", actions: some, resources },
      ];
    case "application-read":
      return [{ effect: "allow", actions: readsOf(service, "limited"), resources }];
    case "application-actions":
      return [{ effect: "allow", actions: some, resources }];
    case "service":
      return [{ effect: "allow", actions: all }];
    case "service-read":
      return [{ effect: "allow", actions: readsOf(service, "all") }];
    case "dependencies":
      return [
        { effect: "allow", actions: [...(action ? [action.fullName] : []), ...needs(action, facts).own] },
      ];
    case "dependencies-global":
      return [{ effect: "allow", actions: needs(action, facts).global }];
    default:
      return kind satisfies never;
  }
}

function ofAction(service: Service, action: Action, facts: DialectCatalog): readonly Scenario[] {
  if ((action.dependencies ?? []).length === 0) return [];
  const own: Scenario = { id: `${action.fullName}/dependencies`, kind: "dependencies", service, action };
  if (needs(action, facts).global.length === 0) return [own];
  return [own, { ...own, id: `${action.fullName}/dependencies-global`, kind: "dependencies-global" }];
}

/** Services that are granted for the whole account need a policy of their own. */
function needs(action: Action | undefined, facts: DialectCatalog) {
  const own: string[] = [];
  const global: string[] = [];
  for (const needed of action?.dependencies ?? []) {
    const colon = needed.indexOf(":");
    const written = needed.slice(0, colon);
    // The vendor prints some codes in capitals, which the service does not want.
    const code =
      facts.service(written)?.code ?? facts.data.serviceCodes.find((one) => one === written.toLowerCase());
    const text = `${code ?? written}${needed.slice(colon)}`;
    (scopeOfService(code ?? written, facts) === "global" ? global : own).push(text);
  }
  return { own, global };
}

/** Names that stand only in an example, or that a newer one replaces, are nothing to begin with. */
function readsOf({ actions }: Service, which: "all" | "limited"): readonly string[] {
  return actions
    .filter(({ access, exampleOnly, level, replacedBy }) => {
      if (access !== "read" && access !== "list") return false;
      if (exampleOnly === true || replacedBy !== undefined) return false;
      return which === "all" || level !== "operation";
    })
    .map(({ fullName }) => fullName);
}

function applicationResources(
  service: Service,
  applications: readonly Application[],
  facts: DialectCatalog,
): readonly string[] {
  const template = templateOf(service, facts);
  if (template === undefined) return [facts.dialect.anyResource];
  if (applications.length === 0) return [template];
  return applications.map((application) => applicationResource(template, application));
}

/** The resource of one application, for actions of this service; undefined where it has no applications. */
export function resourceOfApplication(
  service: Service,
  application: Application,
  facts: DialectCatalog,
): string | undefined {
  const template = templateOf(service, facts);
  return template && applicationResource(template, application);
}

/** Of the placeholders of a template the last one is the application, and the other the account. */
function applicationResource(template: string, { sdkAppId, account }: Application): string {
  const at = template.lastIndexOf("${");
  const head = template.slice(0, at);
  return `${account === undefined ? head : head.replace(PLACEHOLDER, account)}${sdkAppId}`;
}

const PLACEHOLDER = /\$\{\w+\}/;

/** How the service writes one of its applications. */
function templateOf(service: Service, facts: DialectCatalog): string | undefined {
  if (isWithoutResources(service)) return undefined;
  return service.resourceTemplates.find((template) => {
    const reading = facts.resource(template);
    return reading.kind === "resource" && reading.type === APPLICATION_TYPE && PLACEHOLDER.test(reading.path);
  });
}
