// A process of its own that compares one hostile pair and prints what came of it and what it took.
import { compare } from "../../server/src/core/index.js";
import { HOSTILE_POLICIES } from "./hostile-policies.js";
import { oracleCatalog } from "./oracle-catalog.js";
import { policyOf } from "./oracle-policies.js";

const [before, after] = (HOSTILE_POLICIES[process.argv[2] ?? ""] ?? []).map(policyOf);
if (before === undefined || after === undefined) throw new Error(`there is no pair ${process.argv[2]}`);
const start = performance.now();
const { verdict, undecided, gained, lost } = compare([before], [after], oracleCatalog);
const milliseconds = Math.round(performance.now() - start);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
const counts = { gained: gained.length, lost: lost.length };
console.log(JSON.stringify({ verdict, undecided, ...counts, milliseconds, megabytes }));
