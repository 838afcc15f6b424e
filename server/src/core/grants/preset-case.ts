// Finds names of presets in other case: the clouds do not spell them alike, and take them only as they are.
import { attachmentsOf, defineGrantsCheck } from "./grants-check.js";

export const presetCase = defineGrantsCheck({
  id: "preset-case",
  title: "Name of a preset in other case",
  category: "grants",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["unsafe"],
  messages: {
    case: '"{text}" is called "{meant}", and case counts',
    change: 'Change it to "{meant}"',
  },

  *run(grants, { presetNamed }) {
    if (presetNamed === undefined) return;
    for (const { attachment } of attachmentsOf(grants, "name")) {
      const { text, value } = attachment;
      const name = presetNamed(text);
      if (name.kind !== "case") continue;
      const meant = name.preset.name;
      const edits = [{ span: value.span, text: JSON.stringify(meant) }];
      // Until it is changed it attaches nothing.
      const fixes = [{ title: "change", safety: "unsafe", edits }] as const;
      yield { span: value.span, message: "case", values: { text, meant }, fixes };
    }
  },
});
