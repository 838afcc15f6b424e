// Puts phrases into the texts of a translation. Between Chinese and other letters stands a blank, and whether a value
// begins or ends with Chinese is known only when it is there: `{resources}上的{actions}` is right for any of them.

export type TextValues = Readonly<Record<string, string | number>>;

/** `template` comes from `l10n.t`, without values; a name without a value stays. */
export function fill(template: string, values: TextValues): string {
  let filled = "";
  let wasValue = false;
  for (const [at, part] of template.split(NAME).entries()) {
    // Every second part is what the group of the expression found.
    const isValue = at % 2 === 1;
    const text = isValue ? String(values[part] ?? `{${part}}`) : part;
    if (text === "") continue;
    filled += (meet(filled, wasValue, text, isValue) ? " " : "") + text;
    wasValue = isValue;
  }
  return filled;
}

const NAME = /\{(\w+)\}/;
const CHINESE_END = /\p{Script=Han}$/u;
const CHINESE_START = /^\p{Script=Han}/u;

/** Marks around a value are part of it, such as quotes; those of a template belong to Markdown. */
const VALUE_END = /[^\s\p{Script=Han},.;:!?，。；：！？、…·“”‘’（）《》【】]$/u;
const VALUE_START = /^[^\s\p{Script=Han},.;:!?，。；：！？、…·“”‘’（）《》【】]/u;
const TEMPLATE_END = /[A-Za-z0-9`]$/;
const TEMPLATE_START = /^[A-Za-z0-9`]/;

function meet(before: string, isBeforeValue: boolean, after: string, isAfterValue: boolean): boolean {
  if (CHINESE_END.test(before)) return (isAfterValue ? VALUE_START : TEMPLATE_START).test(after);
  return CHINESE_START.test(after) && (isBeforeValue ? VALUE_END : TEMPLATE_END).test(before);
}
