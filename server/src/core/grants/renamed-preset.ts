// Finds presets by a name that newer pages of the vendor do not use any more.
import { attachmentsOf, defineGrantsCheck } from "./grants-check.js";

export const renamedPreset = defineGrantsCheck({
  id: "renamed-preset",
  title: "Preset has another name on newer pages",
  category: "grants",
  severity: "hint",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  messages: {
    renamed: 'Newer pages call "{text}" "{meant}"',
    change: 'Change it to "{meant}"',
  },

  *run(grants, { facts }) {
    if (facts === undefined) return;
    for (const { attachment } of attachmentsOf(grants, "name")) {
      const { text, value } = attachment;
      const meant = facts.presets.get(text)?.renamedTo;
      if (meant === undefined) continue;
      const edits = [{ span: value.span, text: JSON.stringify(meant) }];
      const fixes = [{ title: "change", safety: "unsafe", edits }] as const;
      yield { span: value.span, message: "renamed", values: { text, meant }, fixes };
    }
  },
});
