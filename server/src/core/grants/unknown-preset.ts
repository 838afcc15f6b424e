// Finds names of policies that no preset has. Where the name is about a product whose presets are known, it is a
// mistake; of other products, and of an account's own policies, the catalog knows nothing.
import { attachmentsOf, defineGrantsCheck } from "./grants-check.js";

export const unknownPreset = defineGrantsCheck({
  id: "unknown-preset",
  title: "Name of a policy that no preset has",
  category: "grants",
  severity: "error",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  messages: {
    "other-dialect": '"{text}" is a preset of {title}',
    meant: 'No preset is called "{text}", did you mean "{meant}"',
    similar: 'The catalog of {date} has no preset "{text}", did you mean "{meant}"',
    unlisted: 'The catalog of {date} has no preset "{text}", so that nobody can say what it grants',
    change: 'Change it to "{meant}"',
  },

  *run(grants, { catalog, facts, presetNamed }) {
    if (facts === undefined || presetNamed === undefined) return;
    const { date } = catalog;
    const others = catalog.dialects.filter((dialect) => dialect !== facts.dialect);
    for (const { attachment } of attachmentsOf(grants, "name")) {
      const { text, value } = attachment;
      const name = presetNamed(text);
      if (name.kind === "preset" || name.kind === "case") continue;
      const { span } = value;
      if (name.kind === "unlisted") {
        const other = others.find((dialect) => catalog.of(dialect).presets.has(text));
        yield other === undefined
          ? { span, message: "unlisted", severity: "info", values: { text, date } }
          : { span, message: "other-dialect", values: { text, title: other.title } };
        continue;
      }
      const meant = name.preset.name;
      const edits = [{ span, text: JSON.stringify(meant) }];
      yield {
        span,
        message: name.kind,
        values: { text, date, meant },
        ...(name.kind === "similar" && { severity: "warning" as const }),
        fixes: [{ title: "change", safety: "unsafe", edits }],
      };
    }
  },
});
