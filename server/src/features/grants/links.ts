// Where the names of a grants file lead: a path to the file of the policy, a preset to the page of the vendor.
import type { DocumentLink } from "vscode-languageserver-types";
import { type Attachment, partOfString, spanOf } from "../../core/index.js";
import type { ServedDocument, Services } from "../document.js";
import { toRange } from "../to-lsp.js";
import type { DocumentGrants } from "./document-grants.js";

export function grantsLinks(
  { lines, text }: ServedDocument,
  own: DocumentGrants,
  { catalog }: Services,
): DocumentLink[] {
  const { dialect } = own.grants;
  const presets = dialect && catalog.texts().presets[dialect.id];

  function targetOf({ kind, text: name }: Attachment): string | undefined {
    if (kind === "path") return own.uriOf(name);
    const about = presets !== undefined && Object.hasOwn(presets, name) ? presets[name] : undefined;
    // Sources are also names of packages and of copies; only an address leads somewhere.
    return about?.sources.find((source) => /^https:\/\/\S+$/.test(source));
  }

  return own.grants.holders.flatMap(({ policies }) =>
    policies.flatMap((attachment) => {
      const target = targetOf(attachment);
      if (target === undefined) return [];
      const span = partOfString(attachment.value, spanOf(0, attachment.text.length), text);
      return [{ range: toRange(lines, span), target }];
    }),
  );
}
