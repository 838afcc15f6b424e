// The line above a policy that says what it allows more and less than an earlier version of it.
import type { CodeLens } from "vscode-languageserver-types";
import { type Catalog, describeBriefly } from "../core/index.js";
import type { ServedDocument } from "./document.js";
import { lensCommand } from "./lens-command.js";
import { toRange } from "./to-lsp.js";

/** None where no earlier version is known or nothing has changed. `command` shows more; it takes the document's URI. */
export function changeLenses(
  { change, lines, uri }: ServedDocument,
  catalog: Catalog,
  command: string | undefined,
): CodeLens[] {
  const changed = change?.();
  const [policy] = changed?.after?.policies ?? [];
  if (changed?.after === undefined || policy === undefined) return [];
  const start = changed.after.placeOf(policy, policy.span).start;
  const title = describeBriefly(changed.base.name, changed, catalog);
  return [
    {
      range: toRange(lines, { start, end: start + 1 }),
      command: lensCommand(title, command, [{ uri }]),
    },
  ];
}
