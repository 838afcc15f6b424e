// Finds the trust policies of roles and the policies of buckets: documents of the same cloud that look like custom
// policies and are judged by other rules, so nothing else speaks about them.
import { defineCheck } from "./check.js";

export const trustPolicy = defineCheck({
  id: "trust-policy",
  title: "Document is no custom policy",
  category: "document",
  severity: "info",
  confidence: "high",
  since: "0.1.0",
  needs: { file: true },
  messages: {
    role: 'With a "{name}" this is the trust policy of a role, which is not judged here',
    bucket: 'With a "{name}" this is the policy of a bucket, which is not judged here',
    vault: 'With a "{name}" this is the access policy of a vault, which is not judged here',
  },

  *runFile({ principalDocuments = [] }) {
    for (const { kind, name, span } of principalDocuments) yield { span, message: kind, values: { name } };
  },
});
