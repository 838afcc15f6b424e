// `access-policy check --help-check <id>`: the page about a check, without a network.
import { checks, nearest } from "../../core/index.js";
import { renderPage } from "../page.js";
import { createColors } from "../reporters/colors.js";
import { EXIT, type Shell, wantsColors } from "../shell.js";

export function helpCheck(asked: string, { env, pages, stderr, stdout }: Shell): number {
  const all = pages();
  const id = checks.find(({ aliases }) => aliases?.includes(asked))?.id ?? asked;
  const page = Object.hasOwn(all, id) ? all[id] : undefined;
  if (page !== undefined) {
    stdout.write(renderPage(page, createColors(wantsColors(stdout, env))));
    return EXIT.clean;
  }
  const meant = nearest(asked, Object.keys(all));
  const suggestion = meant === undefined ? "" : `, did you mean "${meant}"`;
  stderr.write(
    `access-policy: unknown check "${asked}"${suggestion}\nAll checks: access-policy check --help-check index\n`,
  );
  return EXIT.couldNotRun;
}
