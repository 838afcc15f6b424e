// What the editor's settings are at the moment, however it tells them: at the start, with a change, or when asked.
import type { Connection } from "vscode-languageserver";
import {
  DEFAULT_SETTINGS,
  readInitialSettings,
  readSettings,
  SETTINGS_SECTION,
  type Settings,
} from "./settings.js";

export interface ClientSettings {
  readonly now: () => Settings;
  readonly readInitial: (initializationOptions: unknown) => void;
  /** Asks the editor. */
  readonly read: () => Promise<void>;
  /** The editor told `section`, the value of `accessPolicy`. */
  readonly change: (section: unknown) => void;
}

export function createClientSettings(
  { workspace }: Pick<Connection, "workspace">,
  changed: () => void,
): ClientSettings {
  let initial = DEFAULT_SETTINGS;
  let settings = initial;

  function change(section: unknown): void {
    // Editors tell of a change at their start even where they have nothing to say.
    settings = section === undefined || section === null ? initial : readSettings(section);
    changed();
  }

  return {
    now: () => settings,
    readInitial(options) {
      initial = readInitialSettings(options);
      settings = initial;
    },
    async read() {
      // Some editors say that they answer, and do not: all else must work there too.
      const nothing = () => undefined;
      change(await workspace.getConfiguration(SETTINGS_SECTION).catch(nothing));
    },
    change,
  };
}
