// What the team calls an account, beside a word for it: `account (main account)`.
import * as l10n from "@vscode/l10n";
import type { Accounts } from "../core/index.js";

/** The word alone where nobody has named the account; its number stands last: `uin/100012345678`. */
export function withAccountLabel(
  what: string,
  account: string,
  accounts: Accounts = {},
  written: (label: string) => string = (label) => label,
): string {
  const number = account.slice(account.lastIndexOf("/") + 1);
  const label = Object.hasOwn(accounts, number) ? accounts[number] : undefined;
  return label === undefined ? what : l10n.t("{what} ({name})", { what, name: written(label) });
}
