// The registry: every check there is, in the order of their ids. `npm run new:check` adds to it.
import type { Check } from "./check.js";
import { unknownAction } from "./unknown-action.js";
import { unknownEffect } from "./unknown-effect.js";

export const checks: readonly Check[] = [unknownAction, unknownEffect];
