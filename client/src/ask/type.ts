// Lets a person type a text, and says while he types what is wrong with it.
import { type QuickInputButton, QuickInputButtons, window } from "vscode";

export interface TypeOptions {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder: string;
  readonly value?: string;
  readonly goesBack?: boolean;
  readonly faultOf: (text: string) => Promise<string | undefined>;
}

export function type(options: TypeOptions): Promise<{ readonly text: string } | "back" | undefined> {
  const box = window.createInputBox();
  Object.assign(box, {
    ...{ title: options.title, prompt: options.prompt, placeholder: options.placeholder },
    ...{ value: options.value ?? "", ignoreFocusOut: true },
    buttons: options.goesBack === true ? [QuickInputButtons.Back] : [],
  });
  return new Promise((resolve) => {
    const end = (answer: { readonly text: string } | "back" | undefined) => {
      resolve(answer);
      box.dispose();
    };
    const judge = async () => {
      const { value } = box;
      const fault = await options.faultOf(value);
      // An answer about what was typed before would be wrong now.
      if (box.value === value) box.validationMessage = fault;
      return fault;
    };
    box.onDidChangeValue(() => void judge());
    box.onDidTriggerButton((button: QuickInputButton) => {
      if (button === QuickInputButtons.Back) end("back");
    });
    box.onDidAccept(async () => {
      const { value } = box;
      if ((await judge()) === undefined) end({ text: value });
    });
    box.onDidHide(() => end(undefined));
    box.show();
  });
}
