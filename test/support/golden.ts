// Compares a text with the one kept in the repository. `npm run test:update` writes it anew; read the change.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

export const UPDATE = process.env.UPDATE_FIXTURES === "1";

export function expectGolden(file: string, text: string): void {
  const ended = text.endsWith("\n") ? text : `${text}\n`;
  if (UPDATE) writeFileSync(file, ended);
  expect(ended).toBe(existsSync(file) ? readFileSync(file, "utf8") : `(there is no ${file})`);
}
