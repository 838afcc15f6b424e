// Where the names of a grants file lead: a path to the file of the policy, a preset to the page of the vendor.
import type { DocumentLink } from "vscode-languageserver-types";
import { type Attachment, partOfString, spanOf } from "../../core/index.js";
import type { ServedDocument, Services } from "../document.js";
import { presetAddress } from "../source-address.js";
import { toRange } from "../to-lsp.js";
import type { DocumentGrants } from "./document-grants.js";

export function grantsLinks(
  { lines, text }: ServedDocument,
  own: DocumentGrants,
  { catalog }: Services,
): DocumentLink[] {
  const { dialect } = own.grants;
  const texts = catalog.texts();

  function targetOf({ kind, text: name }: Attachment): string | undefined {
    return kind === "path" ? own.uriOf(name) : presetAddress(name, dialect ? [dialect] : [], texts);
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
