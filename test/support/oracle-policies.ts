// Policies that tests make up, as the core reads them.
import { cam, otc, type Policy, policiesOf, readPolicyFile } from "../../server/src/core/index.js";
import type { PolicyData } from "./naive-evaluator.js";

/** Throws for data that is no single policy: a mistake of the test. */
export function policyOf(data: PolicyData): Policy {
  const file = readPolicyFile(JSON.stringify(data), { dialects: [cam, otc], declared: true });
  const [policy, ...more] = policiesOf(file);
  if (policy === undefined || more.length > 0) throw new Error("these data are not one policy");
  return policy;
}
