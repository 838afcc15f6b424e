// The registry: every check there is, in the order of their ids. `npm run new:check` adds to it.
import { actionCase } from "./action-case.js";
import type { Check } from "./check.js";
import { conditionKeyBlank } from "./condition-key-blank.js";
import { conditionNeverTrue } from "./condition-never-true.js";
import { conditionOperatorCase } from "./condition-operator-case.js";
import { conditionOperatorMismatch } from "./condition-operator-mismatch.js";
import { conditionValue } from "./condition-value.js";
import { conditionValueCharacters } from "./condition-value-characters.js";
import { conditionValueLength } from "./condition-value-length.js";
import { denyOnListAction } from "./deny-on-list-action.js";
import { denyWithoutEffect } from "./deny-without-effect.js";
import { dependentActionMissing } from "./dependent-action-missing.js";
import { duplicateAction } from "./duplicate-action.js";
import { duplicateKey } from "./duplicate-key.js";
import { duplicateResource } from "./duplicate-resource.js";
import { duplicateStatement } from "./duplicate-statement.js";
import { elementCase } from "./element-case.js";
import { emptyList } from "./empty-list.js";
import { foreignPolicy } from "./foreign-policy.js";
import { grantsEverything } from "./grants-everything.js";
import { grantsNothing } from "./grants-nothing.js";
import { jsonSyntax } from "./json-syntax.js";
import { lookAlikeAction } from "./look-alike-action.js";
import { malformedAction } from "./malformed-action.js";
import { malformedCondition } from "./malformed-condition.js";
import { malformedResource } from "./malformed-resource.js";
import { mergeableStatements } from "./mergeable-statements.js";
import { missingAction } from "./missing-action.js";
import { missingEffect } from "./missing-effect.js";
import { missingResource } from "./missing-resource.js";
import { missingStatement } from "./missing-statement.js";
import { missingVersion } from "./missing-version.js";
import { mixedScope } from "./mixed-scope.js";
import { multivaluePrefix } from "./multivalue-prefix.js";
import { notAction } from "./not-action.js";
import { operationLevelAction } from "./operation-level-action.js";
import { placeholderLeft } from "./placeholder-left.js";
import { policyName } from "./policy-name.js";
import { policyTooLong } from "./policy-too-long.js";
import { policyWrapper } from "./policy-wrapper.js";
import { principalNotAllowed } from "./principal-not-allowed.js";
import { redundantAction } from "./redundant-action.js";
import { redundantResource } from "./redundant-resource.js";
import { redundantStatement } from "./redundant-statement.js";
import { replacedAction } from "./replaced-action.js";
import { resourceAccount } from "./resource-account.js";
import { resourceId } from "./resource-id.js";
import { resourceProject } from "./resource-project.js";
import { resourceRegion } from "./resource-region.js";
import { resourceService } from "./resource-service.js";
import { resourceTooLong } from "./resource-too-long.js";
import { resourceType } from "./resource-type.js";
import { resourceUnsupported } from "./resource-unsupported.js";
import { resourceUriForm } from "./resource-uri-form.js";
import { serviceCase } from "./service-case.js";
import { serviceMismatch } from "./service-mismatch.js";
import { severalDocuments } from "./several-documents.js";
import { statementShape } from "./statement-shape.js";
import { tagSeparator } from "./tag-separator.js";
import { tooManyActions } from "./too-many-actions.js";
import { tooManyConditions } from "./too-many-conditions.js";
import { tooManyResources } from "./too-many-resources.js";
import { tooManyStatements } from "./too-many-statements.js";
import { trustPolicy } from "./trust-policy.js";
import { unknownAction } from "./unknown-action.js";
import { unknownApplication } from "./unknown-application.js";
import { unknownConditionKey } from "./unknown-condition-key.js";
import { unknownEffect } from "./unknown-effect.js";
import { unknownElement } from "./unknown-element.js";
import { unknownOperator } from "./unknown-operator.js";
import { unknownRegion } from "./unknown-region.js";
import { unknownService } from "./unknown-service.js";
import { unknownVersion } from "./unknown-version.js";
import { unlistedExampleAction } from "./unlisted-example-action.js";
import { valueType } from "./value-type.js";
import { wildcardGrantsWrite } from "./wildcard-grants-write.js";
import { wildcardMatchesNothing } from "./wildcard-matches-nothing.js";

export const checks: readonly Check[] = [
  actionCase,
  conditionKeyBlank,
  conditionNeverTrue,
  conditionOperatorCase,
  conditionOperatorMismatch,
  conditionValue,
  conditionValueCharacters,
  conditionValueLength,
  denyOnListAction,
  denyWithoutEffect,
  dependentActionMissing,
  duplicateAction,
  duplicateKey,
  duplicateResource,
  duplicateStatement,
  elementCase,
  emptyList,
  foreignPolicy,
  grantsEverything,
  grantsNothing,
  jsonSyntax,
  lookAlikeAction,
  malformedAction,
  malformedCondition,
  malformedResource,
  mergeableStatements,
  missingAction,
  missingEffect,
  missingResource,
  missingStatement,
  missingVersion,
  mixedScope,
  multivaluePrefix,
  notAction,
  operationLevelAction,
  placeholderLeft,
  policyName,
  policyTooLong,
  policyWrapper,
  principalNotAllowed,
  redundantAction,
  redundantResource,
  redundantStatement,
  replacedAction,
  resourceAccount,
  resourceId,
  resourceProject,
  resourceRegion,
  resourceService,
  resourceTooLong,
  resourceType,
  resourceUnsupported,
  resourceUriForm,
  serviceCase,
  serviceMismatch,
  severalDocuments,
  statementShape,
  tagSeparator,
  tooManyActions,
  tooManyConditions,
  tooManyResources,
  tooManyStatements,
  trustPolicy,
  unknownAction,
  unknownApplication,
  unknownConditionKey,
  unknownEffect,
  unknownElement,
  unknownOperator,
  unknownRegion,
  unknownService,
  unknownVersion,
  unlistedExampleAction,
  valueType,
  wildcardGrantsWrite,
  wildcardMatchesNothing,
];
