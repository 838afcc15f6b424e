// What a command was called for: menus, lenses and the palette give it different things, or nothing.
import { Uri, window } from "vscode";
import { uriIn } from "../target.js";
import { laterSide } from "./side-by-side.js";

/**
 * Menus of the explorer and of editors give a URI, the explorer all selected ones besides; menus of the source control
 * view give its entries; a lens gives `{ uri }`, or a URI as text and a position. The palette gives nothing and means
 * the active editor. Of a diff, the later side is meant wherever the cursor is, and of a merge its result.
 */
export function targetsOf(given: readonly unknown[]): readonly Uri[] {
  const [, selected] = given;
  const many = Array.isArray(selected) ? selected.filter((each) => each instanceof Uri) : [];
  const found = many.length > 1 ? many : given.flatMap(urisIn);
  const active = window.activeTextEditor?.document.uri;
  const meant = found.length > 0 || active === undefined ? found : [active];
  const each = new Map(meant.map((uri) => laterSide(uri) ?? uri).map((uri) => [uri.toString(), uri]));
  return [...each.values()];
}

/** The repository whose title or group in the source control view a command was called for. */
export function rootOf([given]: readonly unknown[]): Uri | undefined {
  if (typeof given !== "object" || given === null || !("rootUri" in given)) return undefined;
  return given.rootUri instanceof Uri ? given.rootUri : undefined;
}

function urisIn(given: unknown): Uri[] {
  const uri = uriIn(given);
  if (uri !== undefined) return [uri];
  if (typeof given !== "object" || given === null) return [];
  if ("resourceUri" in given && given.resourceUri instanceof Uri) return [given.resourceUri];
  return "resourceStates" in given && Array.isArray(given.resourceStates)
    ? given.resourceStates.flatMap(urisIn)
    : [];
}
