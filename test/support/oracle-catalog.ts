// The small catalog with every operator of both clouds, for tests of what policies mean.
import {
  type CatalogData,
  cam,
  createCatalog,
  type DialectData,
  type OperatorData,
  otc,
  type ValueType,
} from "../../server/src/core/index.js";
import { miniCatalog, miniData } from "./mini-catalog.js";

type Named = Readonly<Partial<Record<ValueType, readonly string[]>>>;

const ORDERED = ["equal", "not_equal", "less_than", "less_than_equal", "greater_than", "greater_than_equal"];

const CAM: Named = {
  string: [
    "string_equal",
    "string_not_equal",
    "string_equal_ignore_case",
    "string_not_equal_ignore_case",
    "string_like",
    "string_not_like",
  ],
  number: ORDERED.map((name) => `numeric_${name}`),
  date: ORDERED.map((name) => `date_${name}`),
  ip: ["ip_equal", "ip_not_equal"],
  boolean: ["bool_equal"],
  binary: ["binary_equal"],
  null: ["null_equal"],
};

const OTC: Named = {
  string: [
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringMatch",
    "StringNotMatch",
    "StringStartWith",
    "StringNotStartWith",
    "StringEndWith",
    "StringNotEndWith",
    "StringLike",
    "StringNotLike",
  ],
  number: [
    "NumberEquals",
    "NumberNotEquals",
    "NumberLessThan",
    "NumberLessThanEquals",
    "NumberGreaterThan",
    "NumberGreaterThanEquals",
  ],
  date: ["DateEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
  ip: ["IpAddress", "NotIpAddress"],
  boolean: ["Bool"],
  null: ["Null"],
};

const data: CatalogData = {
  ...miniData,
  dialects: {
    cam: withOperators(miniData.dialects.cam, CAM),
    otc: withOperators(miniData.dialects.otc, OTC),
  },
};

export const oracleCatalog = createCatalog(data, [cam, otc], miniCatalog.texts);

/** The actions that only a resource of `*` reaches. */
export const OPERATION_LEVEL: ReadonlySet<string> = new Set(
  [miniData.dialects.cam, miniData.dialects.otc].flatMap((dialect) =>
    (dialect?.services ?? []).flatMap(({ code, actions }) =>
      actions.filter(({ level }) => level === "operation").map(({ name }) => `${code}:${name}`),
    ),
  ),
);

/** Every action that the catalog has, in lower case where case does not count. */
export const LISTED: ReadonlySet<string> = new Set([
  ...(miniData.dialects.cam?.services ?? []).flatMap(({ code, actions }) =>
    actions.map(({ name }) => `${code}:${name}`),
  ),
  ...(miniData.dialects.otc?.services ?? []).flatMap(({ code, actions }) =>
    actions.map(({ name }) => `${code}:${name}`.toLowerCase()),
  ),
]);

/** Keys of a type that has one value, unless a policy asks about several. */
export const SINGLE_VALUED: ReadonlySet<string> = new Set(
  [miniData.dialects.cam, miniData.dialects.otc].flatMap((dialect) =>
    (dialect?.keys ?? []).filter(({ type }) => type !== "tag").map(({ name }) => name),
  ),
);

function withOperators(dialect: DialectData | undefined, named: Named): DialectData {
  if (dialect === undefined) throw new Error("the small catalog lacks a dialect");
  const types: readonly ValueType[] = ["string", "number", "date", "ip", "boolean", "binary", "null"];
  const operators = types.flatMap((type) => (named[type] ?? []).map((name) => operatorOf(name, type)));
  return { ...dialect, operators };
}

function operatorOf(name: string, type: ValueType): OperatorData {
  const isNegated = /_not_|Not/.test(name);
  const wildcards = /like/i.test(name) ? "*" : /Match/.test(name) ? "*?" : undefined;
  return { name, type, ...(isNegated && { negated: true }), ...(wildcards && { wildcards }) };
}
