// A server in a browser has no file to read its texts in another language from: the editor's side sends them along
// in `initializationOptions`.

export interface WithTranslation {
  /** By the English texts; absent for English, and where the server reads them itself. */
  readonly translation?: Readonly<Record<string, string>>;
}

export function sentTranslation(initializationOptions: unknown): WithTranslation["translation"] {
  if (typeof initializationOptions !== "object" || initializationOptions === null) return undefined;
  const sent = "translation" in initializationOptions ? initializationOptions.translation : undefined;
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return undefined;
  return Object.fromEntries(
    Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
