// What the core can do: the only door to it. Text in, values out; nothing here knows an editor, a file
// system or a network, and nothing here throws for bad input.

export { type AskedKey, keysAskedAbout } from "./access/asked-keys.js";
export type { By } from "./access/by.js";
export {
  type ChangedElement,
  changedElement,
  createChangedElements,
} from "./access/comparison/changed-element.js";
export { type CompareOptions, compare } from "./access/comparison/compare.js";
export type * from "./access/comparison/comparison.js";
export { byWeight, overallVerdict } from "./access/comparison/overall.js";
export { compilePolicy, type LeftOut, type LeftOutReason } from "./access/compiled.js";
export { type Decision, type DecisionReason, decide, type NearMiss } from "./access/decide.js";
export { type NearRequest, nearRequests } from "./access/nearest-miss.js";
export type { AccessRequest } from "./access/question.js";
export { sortedLists } from "./access/sort-lists.js";
export { type Gaps, gapsOf } from "./access/summary/ineffective.js";
export * from "./access/summary/scope.js";
export * from "./access/summary/summarize.js";
export { type AccessTable, accessTable, type TableCell, type TableRow } from "./access/summary/table.js";
export * from "./catalog/applications.js";
export * from "./catalog/catalog.js";
export * from "./catalog/conditions.js";
export * from "./catalog/data.js";
export { type Expansion, expandActions } from "./catalog/expand-actions.js";
export { concernsId, createIdReader, type IdKind, type IdReader, type NamedId } from "./catalog/named-ids.js";
export * from "./catalog/pattern.js";
export * from "./catalog/presets.js";
export { once } from "./catalog/remember.js";
export { isWithoutRegions, isWithoutResources, namedResources } from "./catalog/resources.js";
export * from "./catalog/scenarios.js";
export { scopeOfService } from "./catalog/service-scope.js";
export { actionsByVerb, verbPattern } from "./catalog/verbs.js";
export { accessWidenings } from "./checks/access-widened.js";
export * from "./checks/check.js";
export * from "./checks/check-text.js";
export * from "./checks/fix.js";
export { checks } from "./checks/index.js";
export { type CheckMemory, createCheckMemory } from "./checks/running/memory.js";
export * from "./checks/running/run.js";
export * from "./grants/attached-files.js";
export * from "./grants/compare-grants.js";
export * from "./grants/effective.js";
export * from "./grants/grants.js";
export { grantsChecks, judgeGrants } from "./grants/judge-grants.js";
export { GRANTS_KEYS, type GrantsReading, readGrants } from "./grants/read-grants.js";
export { HOLDER_KEYS } from "./grants/read-holders.js";
export * from "./policy/condition.js";
export * from "./policy/dialect.js";
export { cam } from "./policy/dialects/cam.js";
export { otc } from "./policy/dialects/otc.js";
export { isPolicyNameField } from "./policy/locate.js";
export { minifiedLength } from "./policy/minified-length.js";
export type * from "./policy/model.js";
export * from "./policy/operator-name.js";
export * from "./policy/read.js";
export * from "./policy/read-quickly.js";
export { isPolicyFileName } from "./policy/recognize.js";
export type { FieldRule } from "./policy/request-fields.js";
export { faultOfRequested, type RequestedFault } from "./policy/values/requested-value.js";
export * from "./policy/walk.js";
export { type NewStatement, writePolicy } from "./policy/write-policy.js";
export {
  allChecks,
  changeChecks,
  policyChecks,
  projectChecks,
  settableChecks,
  suppressibleChecks,
} from "./project/all-checks.js";
export * from "./project/edit-project.js";
export { expiredSuppressions } from "./project/expired-suppression.js";
export { GLOB_PATTERN, LISTED_GLOB_PATTERN, matchesAny } from "./project/glob.js";
export { idsInProject } from "./project/ids-in-project.js";
export * from "./project/project.js";
export { ACCOUNT_PATTERN } from "./project/read-estate.js";
export { LEVELS } from "./project/read-parts.js";
export { type ProjectReading, readProject } from "./project/read-project.js";
export * from "./project/settings.js";
export * from "./project/suppress.js";
export * from "./project/useless-suppression.js";
export * from "./text/edit.js";
export { type EmbeddedText, escapeJson } from "./text/embedded-text.js";
export { closedBefore, type FormatOptions, formatJson } from "./text/format-json.js";
export * from "./text/line-index.js";
export { nearest } from "./text/nearest.js";
export type * from "./text/problem.js";
export * from "./text/read-json.js";
export * from "./text/span.js";
export { partOfString } from "./text/string-part.js";
export { decodeEscapes } from "./text/string-text.js";
export { isClosed } from "./text/style.js";
export * from "./text/value.js";
export {
  type AskedRequest,
  faultOfAction,
  faultOfResource,
  type ReadRequest,
  readRequest,
} from "./words/asked-request.js";
export { type BriefChange, describeBriefly, describeFigures } from "./words/change-brief.js";
export { type ComparedSides, describeChange, type ItemWords } from "./words/change-items.js";
export { describeConditions, describeException, describeWhen } from "./words/conditions.js";
export * from "./words/docs.js";
export * from "./words/fill.js";
export * from "./words/grants.js";
export * from "./words/held.js";
export { describeAccess, NAMED_ACTIONS } from "./words/item-actions.js";
export * from "./words/language.js";
export * from "./words/left-out.js";
export * from "./words/lists.js";
export { describeNear, type NearClause, type NearWords } from "./words/near-miss.js";
export type { Change, ChangeSide, Origin } from "./words/other-side.js";
export { type NoPolicies, type PolicyText, policyTextOf } from "./words/policy-text.js";
export { describeRequest, describeUnmatched } from "./words/request.js";
export { describeResources, describeScope } from "./words/resources.js";
export * from "./words/short-access.js";
export * from "./words/size.js";
export * from "./words/style.js";
export * from "./words/summary.js";
export { tellsAccess } from "./words/telling-name.js";
export { type CompareGap, compareGaps, type Gap, gapsIn, mayHideAccess } from "./words/unread-parts.js";
export { describeValue } from "./words/value-meaning.js";
export { describeUndecided, describeVerdict } from "./words/verdict.js";
export { describeWidening, type WideningWords } from "./words/widened.js";
