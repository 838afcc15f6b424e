// Lets a person choose from a list that is filtered while he types, or use what he typed.
import {
  type QuickInputButton,
  QuickInputButtons,
  type QuickPickItem,
  QuickPickItemKind,
  window,
} from "vscode";

export interface Choice {
  readonly value: string;
  /** The value unless given. */
  readonly label?: string;
  readonly description?: string;
  readonly detail?: string;
}

export interface ChoiceGroup {
  readonly heading: string;
  readonly choices: readonly Choice[];
}

export interface ChooseOptions {
  readonly title: string;
  readonly placeholder: string;
  readonly groups: readonly ChoiceGroup[];
  readonly goesBack?: boolean;
  /** What is wrong with a text that stands in no list; without this, only the list can be chosen from. */
  readonly faultOf?: (text: string) => Promise<string | undefined>;
  /** What is said beside a text that stands in no list. */
  readonly asTyped?: string;
}

interface Item extends QuickPickItem {
  readonly value?: string;
  readonly isTyped?: true;
}

export function choose(options: ChooseOptions): Promise<{ readonly value: string } | "back" | undefined> {
  const listed = options.groups.flatMap(({ heading, choices }): Item[] => [
    { label: heading, kind: QuickPickItemKind.Separator },
    ...choices.map(({ value, label = value, ...words }) => ({ value, label, ...words })),
  ]);
  const picker = window.createQuickPick<Item>();
  Object.assign(picker, {
    ...{ title: options.title, placeholder: options.placeholder, items: listed },
    ...{ ignoreFocusOut: true, matchOnDescription: true, matchOnDetail: true },
    buttons: options.goesBack === true ? [QuickInputButtons.Back] : [],
  });

  const showTyped = (text: string, fault?: string) => {
    const isTyped = text !== "" && options.faultOf !== undefined && !listed.some((item) => fits(item, text));
    if (!isTyped) {
      if (picker.items.length !== listed.length) picker.items = listed;
      return;
    }
    const detail = fault === undefined ? {} : { detail: `$(warning) ${fault}` };
    const description = options.asTyped ?? "";
    picker.items = [
      { label: text, value: text, description, isTyped: true, alwaysShow: true, ...detail },
      ...listed,
    ];
  };

  return new Promise((resolve) => {
    const end = (answer: { readonly value: string } | "back" | undefined) => {
      resolve(answer);
      picker.dispose();
    };
    let typed = "";
    picker.onDidChangeValue((text) => {
      typed = text;
      showTyped(text);
    });
    picker.onDidTriggerButton((button: QuickInputButton) => {
      if (button === QuickInputButtons.Back) end("back");
    });
    picker.onDidAccept(async () => {
      const [item] = picker.selectedItems;
      if (item?.value === undefined) return;
      const fault = item.isTyped === true ? await options.faultOf?.(item.value) : undefined;
      if (fault === undefined) end({ value: item.value });
      // An answer about what was typed before would be wrong now.
      else if (item.value === typed) showTyped(typed, fault);
    });
    picker.onDidHide(() => end(undefined));
    picker.show();
  });
}

function fits({ label, description = "", detail = "", kind }: Item, text: string): boolean {
  if (kind === QuickPickItemKind.Separator) return false;
  return `${label}\n${description}\n${detail}`.toLowerCase().includes(text.toLowerCase());
}
