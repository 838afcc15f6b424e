// What a project file says of the team's own accounts and applications.
import * as l10n from "@vscode/l10n";
import type { Accounts, Application } from "../catalog/applications.js";
import { entryOf, readEntries, readFields, spotOf } from "../checks/reading/file-parts.js";
import { quoted } from "../text/quoted.js";
import type { StringValue, Value } from "../text/value.js";
import type { ProjectLog } from "./project-log.js";
import { readList, readOptional, readText } from "./read-parts.js";

const APPLICATION_KEYS = ["sdkAppId", "label", "account"];
export const ACCOUNT_PATTERN = "^[0-9]+$";

export function readAccounts(value: Value | undefined, log: ProjectLog): Accounts {
  const accounts: [string, string][] = [];
  for (const { key, value: written } of readEntries(value, () => quoted("accounts"), log).values()) {
    const number = readAccount(key, log);
    const label = readText(written, () => l10n.t("The label of an account"), log);
    if (number !== undefined && label !== undefined) accounts.push([number, label.text]);
  }
  return Object.fromEntries(accounts);
}

function readAccount({ text, span }: StringValue, log: ProjectLog): string | undefined {
  if (new RegExp(ACCOUNT_PATTERN).test(text)) return text;
  const meant = /^uin\/([0-9]+)$/.exec(text)?.[1];
  log.report(span, "bad-account", { text }, meant === undefined ? {} : { meant });
  return undefined;
}

/** `accounts` as the file lists them: where it does, an application of another one is probably a slip. */
export function readApplications(
  value: Value | undefined,
  accounts: Accounts,
  log: ProjectLog,
): readonly Application[] {
  const found = new Map<string, { readonly application: Application; readonly value: Value }>();
  for (const item of readList(value, () => quoted("applications"), log)) {
    const fields = readFields(
      item,
      { what: entryOf("applications"), place: () => l10n.t("an application"), keys: APPLICATION_KEYS },
      log,
    );
    if (item.kind !== "map") continue;
    const id = fields.get("sdkAppId")?.value;
    const label = readOptional(fields, "label", log);
    const owner = readOptional(fields, "account", log);
    const account = owner && readAccount(owner, log);
    if (id === undefined) {
      log.report(spotOf(item), "missing", { what: l10n.t("This application"), key: "sdkAppId" });
      continue;
    }
    const sdkAppId = readApplicationId(id, log);
    if (sdkAppId === undefined) continue;
    const first = found.get(sdkAppId)?.value;
    if (first !== undefined) {
      log.report(id.span, "application-twice", { id: sdkAppId }, { above: first.span });
      continue;
    }
    const isListed = account === undefined || Object.hasOwn(accounts, account);
    if (owner && !isListed && Object.keys(accounts).length > 0) {
      log.report(owner.span, "unknown-account", { account: owner.text }, { severity: "warning" });
    }
    const application = { sdkAppId, ...(label && { label: label.text }), ...(account && { account }) };
    found.set(sdkAppId, { application, value: id });
  }
  return [...found.values()].map(({ application }) => application);
}

function readApplicationId(value: Value, log: ProjectLog): string | undefined {
  const number = value.kind === "number" ? Number(value.text) : Number.NaN;
  if (Number.isSafeInteger(number) && number >= 1) return String(number);
  const text =
    value.kind === "string" ? JSON.stringify(value.text) : value.kind === "number" ? value.text : "";
  if (text === "") log.report(spotOf(value), "no-number", { what: quoted("sdkAppId") });
  else log.report(value.span, "bad-application", { text });
  return undefined;
}
