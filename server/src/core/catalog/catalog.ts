// Look-ups in the facts about a cloud: which services, actions, presets, operators and keys there are, and
// what an action or resource string of a policy means. Actions that were asked for once are remembered.
import * as l10n from "@vscode/l10n";
import type { ActionReading, Dialect, ResourceReading } from "../policy/dialect.js";
import type {
  ActionData,
  CatalogData,
  CatalogTexts,
  DialectData,
  KeyData,
  OperatorData,
  PresetData,
  ServiceData,
} from "./data.js";
import { isPattern, matchesPattern } from "./pattern.js";
import { remember } from "./remember.js";
import { translateTexts } from "./translate-texts.js";

export interface Catalog {
  /** Month in which the facts were collected, such as `2026-11`. */
  readonly date: string;
  readonly dialects: readonly Dialect[];
  /** Throws for a dialect that was not given to `createCatalog`: a mistake of ours. */
  readonly of: (dialect: Dialect) => DialectCatalog;
  /** Documentation; read when first asked for. */
  readonly texts: () => CatalogTexts;
}

export interface DialectCatalog {
  readonly dialect: Dialect;
  readonly data: DialectData;
  readonly services: ReadonlyMap<string, Service>;
  readonly presets: ReadonlyMap<string, PresetData>;
  readonly operators: ReadonlyMap<string, OperatorData>;
  readonly keys: ReadonlyMap<string, KeyData>;
  /** By code; case counts only where the dialect's actions have case. */
  readonly service: (code: string) => Service | undefined;
  /** What an action string of a policy means. */
  readonly action: (text: string) => ResolvedAction;
  readonly resource: (text: string) => ResourceReading;
}

export interface Service extends Omit<ServiceData, "actions"> {
  /** In the language of the reader. */
  readonly product: string;
  readonly englishProduct: string;
  readonly actions: readonly Action[];
  readonly byName: ReadonlyMap<string, Action>;
}

export interface Action extends ActionData {
  readonly service: string;
  /** `trtc:DescribeAppStatList`, `ims:images:get`. */
  readonly fullName: string;
}

export interface ResolvedAction {
  readonly text: string;
  readonly reading: ActionReading;
  readonly isPattern: boolean;
  /** The service that is named, where it has a list of actions. */
  readonly service?: Service;
  /** The action that is named; absent for patterns and for names that no list has. */
  readonly action?: Action;
  /** Every listed action that the string reaches: one, or those that a pattern matches. */
  readonly reached: readonly Action[];
  /** The string may reach actions that no list has: a pattern, or an unknown name, of an incomplete list. */
  readonly reachesUnlisted: boolean;
}

export function createCatalog(
  data: CatalogData,
  dialects: readonly Dialect[],
  loadTexts: () => CatalogTexts,
): Catalog {
  // Made when first asked for: most runs meet policies of one cloud only.
  const byId = new Map<string, DialectCatalog>();
  let texts: CatalogTexts | undefined;
  return {
    date: data.date,
    dialects,
    of(dialect) {
      const known = byId.get(dialect.id);
      if (known !== undefined) return known;
      const given = dialects.find(({ id }) => id === dialect.id);
      if (given === undefined) throw new Error(`no catalog for the dialect ${dialect.id}`);
      const made = createDialectCatalog(given, data);
      byId.set(dialect.id, made);
      return made;
    },
    texts: () => (texts ??= translateTexts(loadTexts())),
  };
}

function createDialectCatalog(dialect: Dialect, catalog: CatalogData): DialectCatalog {
  const facts = catalog.dialects[dialect.id] ?? EMPTY;
  // Names come from policies, `constructor` among them: only what the facts say may be found.
  const data: DialectData = { ...facts, serviceAliases: withoutPrototype(facts.serviceAliases) };
  const fold =
    dialect.actionCase === "insensitive" ? (text: string) => text.toLowerCase() : (text: string) => text;
  const services = new Map(data.services.map((service) => [service.code, createService(service, fold)]));
  const service = (code: string) => services.get(fold(code));
  return {
    dialect,
    data,
    services,
    presets: new Map(data.presets.map((preset) => [preset.name, preset])),
    operators: new Map(data.operators.map((operator) => [operator.name, operator])),
    keys: new Map(data.keys.map((key) => [key.name, key])),
    service,
    action: remember((text) => resolveAction(text, dialect, { services, service, fold })),
    resource: dialect.readResource,
  };
}

function createService(data: ServiceData, fold: (text: string) => string): Service {
  const actions = data.actions.map((action) => ({
    ...action,
    service: data.code,
    fullName: `${data.code}:${action.name}`,
  }));
  return {
    ...data,
    get product() {
      return l10n.t(data.product);
    },
    englishProduct: data.product,
    actions,
    byName: new Map(actions.map((action) => [fold(action.name), action])),
  };
}

interface Lookup {
  readonly services: ReadonlyMap<string, Service>;
  readonly service: (code: string) => Service | undefined;
  readonly fold: (text: string) => string;
}

function resolveAction(text: string, dialect: Dialect, lookup: Lookup): ResolvedAction {
  const reading = dialect.readAction(text);
  const nothing = { text, reading, isPattern: false, reached: [], reachesUnlisted: false };
  if (reading.kind !== "action") return nothing;
  if (reading.service === "*") {
    const reached = [...lookup.services.values()].flatMap((service) =>
      reachedBy(service, reading.name, lookup.fold),
    );
    return { ...nothing, isPattern: true, reached, reachesUnlisted: true };
  }
  const service = lookup.service(reading.service);
  const pattern = isPattern(reading.name);
  if (service === undefined) return { ...nothing, isPattern: pattern, reachesUnlisted: true };
  const isComplete = service.completeness === "complete";
  if (pattern) {
    const reached = reachedBy(service, reading.name, lookup.fold);
    return { text, reading, isPattern: true, service, reached, reachesUnlisted: !isComplete };
  }
  const action = service.byName.get(lookup.fold(reading.name));
  if (action === undefined) return { ...nothing, service, reachesUnlisted: !isComplete };
  return { text, reading, isPattern: false, service, action, reached: [action], reachesUnlisted: false };
}

function reachedBy(service: Service, pattern: string, fold: (text: string) => string): readonly Action[] {
  const folded = fold(pattern);
  return service.actions.filter((action) => matchesPattern(folded, fold(action.name)));
}

function withoutPrototype<Item>(record: Readonly<Record<string, Item>>): Readonly<Record<string, Item>> {
  const bare: Record<string, Item> = Object.create(null);
  return Object.assign(bare, record);
}

const EMPTY: DialectData = {
  services: [],
  serviceCodes: [],
  serviceCodesComplete: false,
  serviceAliases: {},
  presets: [],
  operators: [],
  keys: [],
  regions: [],
  regionsComplete: false,
};
