// Whether the name of an action says by itself that it reads or writes: `DescribeRooms` does, `HardDecode` does not.
import type { Action } from "../catalog/catalog.js";
import { wordsIn } from "../text/words.js";

/** False where the name says nothing, or something else than the catalog; true where no source gives a level. */
export function tellsAccess({ access, name }: Action): boolean {
  if (access === undefined) return true;
  const verb = wordsIn(name.slice(name.lastIndexOf(":") + 1))[0] ?? "";
  return (access === "write" ? WRITES : READS).has(verb);
}

const READS = new Set(["can", "describe", "get", "is", "list", "query", "search", "show"]);

const WRITES = new Set([
  ...["activate", "add", "alter", "change", "clear", "copy", "create", "delete", "destroy", "dismiss"],
  ...["dissolve", "kick", "modify", "put", "register", "remove", "replace", "send", "set", "start", "stop"],
  ...["update", "upload"],
]);
