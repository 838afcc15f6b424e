// The registry: every check there is, in the order of their ids. `npm run new:check` adds to it.
import type { Check } from "./check.js";
import { duplicateKey } from "./duplicate-key.js";
import { duplicateStatement } from "./duplicate-statement.js";
import { elementCase } from "./element-case.js";
import { emptyList } from "./empty-list.js";
import { foreignPolicy } from "./foreign-policy.js";
import { jsonSyntax } from "./json-syntax.js";
import { malformedAction } from "./malformed-action.js";
import { malformedResource } from "./malformed-resource.js";
import { missingAction } from "./missing-action.js";
import { missingEffect } from "./missing-effect.js";
import { missingResource } from "./missing-resource.js";
import { missingStatement } from "./missing-statement.js";
import { missingVersion } from "./missing-version.js";
import { notAction } from "./not-action.js";
import { operationLevelAction } from "./operation-level-action.js";
import { policyName } from "./policy-name.js";
import { policyTooLong } from "./policy-too-long.js";
import { policyWrapper } from "./policy-wrapper.js";
import { principalNotAllowed } from "./principal-not-allowed.js";
import { resourceAccount } from "./resource-account.js";
import { resourceType } from "./resource-type.js";
import { resourceUnsupported } from "./resource-unsupported.js";
import { serviceMismatch } from "./service-mismatch.js";
import { statementShape } from "./statement-shape.js";
import { tooManyActions } from "./too-many-actions.js";
import { tooManyConditions } from "./too-many-conditions.js";
import { tooManyResources } from "./too-many-resources.js";
import { tooManyStatements } from "./too-many-statements.js";
import { unknownAction } from "./unknown-action.js";
import { unknownEffect } from "./unknown-effect.js";
import { unknownElement } from "./unknown-element.js";
import { unknownService } from "./unknown-service.js";
import { unknownVersion } from "./unknown-version.js";
import { valueType } from "./value-type.js";
import { wildcardMatchesNothing } from "./wildcard-matches-nothing.js";

export const checks: readonly Check[] = [
  duplicateKey,
  duplicateStatement,
  elementCase,
  emptyList,
  foreignPolicy,
  jsonSyntax,
  malformedAction,
  malformedResource,
  missingAction,
  missingEffect,
  missingResource,
  missingStatement,
  missingVersion,
  notAction,
  operationLevelAction,
  policyName,
  policyTooLong,
  policyWrapper,
  principalNotAllowed,
  resourceAccount,
  resourceType,
  resourceUnsupported,
  serviceMismatch,
  statementShape,
  tooManyActions,
  tooManyConditions,
  tooManyResources,
  tooManyStatements,
  unknownAction,
  unknownEffect,
  unknownElement,
  unknownService,
  unknownVersion,
  valueType,
  wildcardMatchesNothing,
];
