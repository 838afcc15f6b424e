// Says to the editor that we format, for our own languages only: of plain JSON it has a formatter of its own, and
// would ask which of the two is meant.
import {
  BulkRegistration,
  type Connection,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import { FORMAT_CHARACTERS } from "../features/formatting.js";

/** What a client lets a server offer for some documents only. */
export type FormatAbilities = ReadonlySet<"formatting" | "rangeFormatting" | "onTypeFormatting">;

export function readFormatAbilities({ capabilities: { textDocument } }: InitializeParams): FormatAbilities {
  const kinds = ["formatting", "rangeFormatting", "onTypeFormatting"] as const;
  return new Set(kinds.filter((kind) => textDocument?.[kind]?.dynamicRegistration === true));
}

/** To the others it is offered for whatever documents they send. */
export function formatCapabilities(registers: FormatAbilities): Partial<InitializeResult["capabilities"]> {
  return {
    ...(!registers.has("formatting") && { documentFormattingProvider: true }),
    ...(!registers.has("rangeFormatting") && { documentRangeFormattingProvider: true }),
    ...(!registers.has("onTypeFormatting") && { documentOnTypeFormattingProvider: ON_TYPE }),
  };
}

export async function registerFormatting(
  { client }: Pick<Connection, "client">,
  registers: FormatAbilities,
): Promise<void> {
  if (registers.size === 0) return;
  const documentSelector = SELECTOR;
  const all = BulkRegistration.create();
  if (registers.has("formatting")) all.add(DocumentFormattingRequest.type, { documentSelector });
  if (registers.has("rangeFormatting")) all.add(DocumentRangeFormattingRequest.type, { documentSelector });
  if (registers.has("onTypeFormatting"))
    all.add(DocumentOnTypeFormattingRequest.type, { documentSelector, ...ON_TYPE });
  await client.register(all);
}

/** Editors other than VS Code may know our files by their names only. */
const SELECTOR = [
  { language: "access-policy" },
  { language: "access-grants" },
  ...["policy", "cam", "otc", "grants"].map((kind) => ({ pattern: `**/*.${kind}.json` })),
];

const [FIRST, ...OTHERS] = FORMAT_CHARACTERS;
const ON_TYPE = { firstTriggerCharacter: FIRST, moreTriggerCharacter: OTHERS };
