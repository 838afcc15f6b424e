// What the users and groups of a grants file may do in the end, as a page: those to whom the same is attached are
// explained together.
import * as l10n from "@vscode/l10n";
import { type AlikeHolders, alikeHolders, code, list, positionAt } from "../../core/index.js";
import type { ServedDocument, Services } from "../document.js";
import type { DocumentGrants } from "../grants/document-grants.js";
import { effectiveText } from "../grants/hover.js";
import { type LinkTo, linked } from "./links.js";

/** Nobody reads more of a page; the hover on a name says the rest. */
const MOST = 100;
const NAMED = 20;

/** `name` is the document's, for people. */
export function explainGrants(
  { lines }: ServedDocument,
  own: DocumentGrants,
  name: string,
  services: Services,
  linkTo: LinkTo,
): string {
  const { grants, files } = own;
  const { catalog } = services;
  const all = alikeHolders(grants, { catalog, fileAt: files() });
  const titles = ({ holders }: AlikeHolders) => {
    const links = holders
      .slice(0, NAMED)
      .map(({ key, name: holder }) =>
        linked(code(holder), linkTo(positionAt(lines, key.span.start).line + 1)),
      );
    const names = [...links, ...holders.slice(NAMED).map((holder) => code(holder.name))];
    const [{ kind }] = holders;
    return holders.length === 1 ? WORDS[kind](list(names, NAMED)) : WORDS.several[kind](list(names, NAMED));
  };
  const parts = all
    .slice(0, MOST)
    .flatMap((one) => [`## ${titles(one)}`, effectiveText(one.effective, own, services)]);
  return `${[
    `# ${WORDS.title(code(name))}`,
    ...(all.length === 0 ? [WORDS.nobody()] : parts),
    ...(all.length > MOST ? [WORDS.more(all.length - MOST)] : []),
    `*${WORDS.facts(catalog.date)}*`,
  ].join("\n\n")}\n`;
}

const WORDS = {
  title: (name: string) => l10n.t("What {name} grants", { name }),
  nobody: () => l10n.t("There are neither users nor groups in it."),
  user: (name: string) => l10n.t("User {name}", { name }),
  group: (name: string) => l10n.t("Group {name}", { name }),
  several: {
    user: (names: string) => l10n.t("Users {names}", { names }),
    group: (names: string) => l10n.t("Groups {names}", { names }),
  },
  more: (count: number) =>
    count === 1
      ? l10n.t("1 more user or group is left out.")
      : l10n.t("{count} more users and groups are left out.", { count }),
  facts: (date: string) => l10n.t("From the catalog of {date}, and the files that are named here.", { date }),
} as const;
