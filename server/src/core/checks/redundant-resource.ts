// Finds resources that lie within another resource of the same statement. The wider one always stays: an action
// that works only on every resource needs it.
import { findCovered } from "../access/summary/covering.js";
import { listedResources } from "../access/summary/listed-resources.js";
import { isAllWithoutResources } from "../catalog/resources.js";
import { removeItems } from "../text/remove-items.js";
import { defineCheck } from "./check.js";

export const redundantResource = defineCheck({
  id: "redundant-resource",
  title: "Resource is covered by another of the statement",
  category: "resource",
  severity: "hint",
  confidence: "high",
  since: "0.1.0",
  fixable: ["safe"],
  unnecessary: true,
  perStatement: true,
  // Only what leaves something open covers anything: all resources, a star, or an empty service or region.
  needs: {
    repeats: true,
    resource: (text, reading) =>
      reading.kind === "resource" &&
      !reading.any &&
      (text.includes("*") || reading.service === "" || reading.region !== ""),
  },
  messages: {
    covered: '"{text}" lies within "{wider}" of the same statement',
    wider: "The resource that it lies within",
    remove: 'Remove "{text}"',
  },

  *run({ statements }, { facts }) {
    for (const statement of statements) {
      const list = statement.resource?.value;
      if (list?.kind !== "list" || list.items.length < 2) continue;
      const covered = findCovered(listedResources(list, facts));
      // Where resources do not count at all, `resource-unsupported` says so.
      if (covered.size === 0 || isAllWithoutResources(facts, statement)) continue;
      const edits = removeItems(list, new Set([...covered.keys()].map(({ item }) => item)));
      for (const [at, [{ item }, { item: wider }]] of [...covered].entries()) {
        const edit = edits[at];
        yield {
          span: item.span,
          message: "covered",
          values: { text: item.text, wider: wider.text },
          related: [{ span: wider.span, message: "wider" }],
          ...(edit && { fixes: [{ title: "remove", safety: "safe", edits: [edit] }] }),
        };
      }
    }
  },
});
