// Makes the catalog of the facts that ship with the program. Only the entry files import it.
import data from "../../data/catalog.json" with { type: "json" };
import { type Catalog, type CatalogData, type CatalogTexts, cam, createCatalog, otc } from "../core/index.js";

/** Names and flags are part of the bundle; `loadTexts` is called when documentation is first asked for. */
export function bundledCatalog(loadTexts: () => CatalogTexts): Catalog {
  return createCatalog(data as CatalogData, [cam, otc], loadTexts);
}
