// Whether the editor has somebody else who tells the faults of JSON texts, so that the same fault is not told twice.

export interface JsonValidation {
  /** Somebody else validates documents of the language `json`. */
  readonly validatesJson?: boolean;
}

export function isJsonValidated(initializationOptions: unknown): boolean {
  if (typeof initializationOptions !== "object" || initializationOptions === null) return false;
  return "validatesJson" in initializationOptions && initializationOptions.validatesJson === true;
}
