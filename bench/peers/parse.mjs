// Reads and parses every JSON file below a folder, as anybody would in Node: the floor under every checker.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

let files = 0;
visit(process.argv[2]);
console.log(files);

function visit(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) visit(path);
    else if (entry.name.endsWith(".json") && JSON.parse(readFileSync(path, "utf8")).statement) files++;
  }
}
