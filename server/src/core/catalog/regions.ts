// Which region is meant by a name that is none. The lists of regions are incomplete, so a name that resembles no
// region is left alone, but for the regions of other clouds.
import { nearest } from "../text/nearest.js";
import type { DialectData } from "./data.js";

export type RegionFault =
  | { readonly kind: "case" | "zone" | "near"; readonly meant: string }
  | { readonly kind: "foreign" | "unknown" };

/** Old short names such as `gz` are near to nothing. */
const SHORTEST = 4;

/** A zone adds its number to the region: `ap-guangzhou-3`, `eu-de-01`. */
const ZONE = /^(.+?)-?\d{1,2}$/;

/** Point of the compass and number, as in `us-east-1` and `eu-west-101`: AWS, Alibaba Cloud, Huawei Cloud. */
const FOREIGN = /^(?:af|ap|ca|eu|me|sa|us)-(?:north|south|east|west|central){1,2}-\d+$/;

/** What is wrong with a name that stands where a region should; undefined where nothing is known to be. */
export function findRegionFault(
  name: string,
  { regions, regionsComplete }: DialectData,
): RegionFault | undefined {
  if (regions.includes(name)) return undefined;
  const lower = name.toLowerCase();
  const same = regions.find((region) => region.toLowerCase() === lower);
  if (same !== undefined) return { kind: "case", meant: same };
  if (FOREIGN.test(lower)) return { kind: "foreign" };
  const whole = ZONE.exec(lower)?.[1];
  if (whole !== undefined && regions.includes(whole)) return { kind: "zone", meant: whole };
  const meant = withPrefix(lower, regions) ?? (name.length < SHORTEST ? undefined : nearest(name, regions));
  if (meant !== undefined) return { kind: "near", meant };
  return regionsComplete ? { kind: "unknown" } : undefined;
}

/** `guangzhou` for `ap-guangzhou`. */
function withPrefix(name: string, regions: readonly string[]): string | undefined {
  return regions.find((region) => /^[a-z]{2}-/.test(region) && region.slice(3) === name);
}
