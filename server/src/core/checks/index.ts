// The registry: every check there is, in the order of their ids. `npm run new:check` adds to it.
import type { Check } from "./check.js";
import { duplicateKey } from "./duplicate-key.js";
import { elementCase } from "./element-case.js";
import { foreignPolicy } from "./foreign-policy.js";
import { jsonSyntax } from "./json-syntax.js";
import { malformedAction } from "./malformed-action.js";
import { malformedResource } from "./malformed-resource.js";
import { missingAction } from "./missing-action.js";
import { missingEffect } from "./missing-effect.js";
import { missingResource } from "./missing-resource.js";
import { missingStatement } from "./missing-statement.js";
import { missingVersion } from "./missing-version.js";
import { operationLevelAction } from "./operation-level-action.js";
import { resourceAccount } from "./resource-account.js";
import { resourceType } from "./resource-type.js";
import { resourceUnsupported } from "./resource-unsupported.js";
import { serviceMismatch } from "./service-mismatch.js";
import { statementShape } from "./statement-shape.js";
import { unknownAction } from "./unknown-action.js";
import { unknownEffect } from "./unknown-effect.js";
import { unknownElement } from "./unknown-element.js";
import { unknownService } from "./unknown-service.js";
import { unknownVersion } from "./unknown-version.js";
import { valueType } from "./value-type.js";
import { wildcardMatchesNothing } from "./wildcard-matches-nothing.js";

export const checks: readonly Check[] = [
  duplicateKey,
  elementCase,
  foreignPolicy,
  jsonSyntax,
  malformedAction,
  malformedResource,
  missingAction,
  missingEffect,
  missingResource,
  missingStatement,
  missingVersion,
  operationLevelAction,
  resourceAccount,
  resourceType,
  resourceUnsupported,
  serviceMismatch,
  statementShape,
  unknownAction,
  unknownEffect,
  unknownElement,
  unknownService,
  unknownVersion,
  valueType,
  wildcardMatchesNothing,
];
