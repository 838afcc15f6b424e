// Finds the condition key that a name was meant to be: misspelled, without the prefix of the keys that every service
// has, or that of another cloud.
import { nearest } from "../text/nearest.js";
import { wordsIn } from "../text/words.js";
import type { DialectCatalog } from "./catalog.js";
import { serviceOfKey } from "./conditions.js";

export function meantKey(name: string, facts: DialectCatalog): string | undefined {
  const { dialect, data } = facts;
  const { globalKeys = "" } = dialect.conditions ?? {};
  const names = data.keys.map((key) => key.name);
  const service = serviceOfKey(name);
  if (service === undefined) return nearest(globalKeys + name, names);
  const prefix = `${service.toLowerCase()}:`;
  const near = nearest(
    name,
    names.filter((candidate) => candidate.toLowerCase().startsWith(prefix)),
  );
  // Keys of a service of this cloud are its own, however much they are called alike.
  if (near !== undefined || facts.service(service) !== undefined || data.serviceCodes.includes(service)) {
    return near;
  }
  const words = localWords(name);
  return names.find((candidate) => candidate.startsWith(globalKeys) && localWords(candidate) === words);
}

function localWords(name: string): string {
  return wordsIn(name.slice(name.indexOf(":") + 1)).join(" ");
}
