// `access-policy check --help-check <id>`: the page about a check, without a network.
import * as l10n from "@vscode/l10n";
import { checks, nearest, spokenLanguage } from "../../core/index.js";
import { renderPage } from "../page.js";
import { createColors } from "../reporters/colors.js";
import { complain, EXIT, PROGRAM, type Shell, wantsColors } from "../shell.js";

export function helpCheck(asked: string, shell: Shell): number {
  const { env, pages, stderr, stdout } = shell;
  const all = pages(spokenLanguage());
  const id = checks.find(({ aliases }) => aliases?.includes(asked))?.id ?? asked;
  const page = Object.hasOwn(all, id) ? all[id] : undefined;
  if (page !== undefined) {
    stdout.write(renderPage(page, createColors(wantsColors(stdout, env))));
    return EXIT.clean;
  }
  const meant = nearest(asked, Object.keys(all));
  complain(
    shell,
    meant === undefined
      ? l10n.t('unknown check "{asked}"', { asked })
      : l10n.t('unknown check "{asked}", did you mean "{meant}"', { asked, meant }),
  );
  const command = [PROGRAM, "check", "--help-check", "index"].join(" ");
  stderr.write(`${l10n.t("All checks: {command}", { command })}\n`);
  return EXIT.couldNotRun;
}
