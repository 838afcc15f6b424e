// The page of a check, `server/docs/checks/<id>.md`, has this form, one sentence per line:
//
//     # <id>                          the first line
//
//     <title>.                        equal to the metadata, with a full stop
//
//     ## What it finds
//     ## Why it matters
//     ## Example                      one ```json block, in which this check finds something
//     ## Instead                      one ```json block, in which it finds nothing
//     ## When to ignore it
//     ## References                   a list: documents of the vendor, error codes
//
// Example and Instead are read as declared policies, by the catalog that ships.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type CatalogData,
  type Check,
  cam,
  checks,
  createCatalog,
  otc,
  readPolicyFile,
  runChecks,
} from "../../server/src/core/index.js";

const SERVER = join(import.meta.dirname, "../../server");
const SECTIONS = ["What it finds", "Why it matters", "Example", "Instead", "When to ignore it", "References"];

const data: CatalogData = JSON.parse(readFileSync(join(SERVER, "data/catalog.json"), "utf8"));
const catalog = createCatalog(data, [cam, otc], () => {
  throw new Error("no check reads texts");
});

describe.each(checks.map((check) => ({ id: check.id, check })))("$id", ({ id, check }) => {
  const path = join(SERVER, `docs/checks/${id}.md`);
  const page = existsSync(path) ? readFileSync(path, "utf8") : "";
  const [head = "", ...parts] = page.split(/^## /m);
  const sections = parts.map((part) => {
    const end = part.indexOf("\n");
    return { title: part.slice(0, end), body: part.slice(end + 1).trim() };
  });

  test("starts with its id and its title", () => {
    expect(head).toBe(`# ${id}\n\n${check.title}.\n\n`);
  });

  test("has the sections in order, none of them empty", () => {
    expect(sections.map(({ title }) => title)).toEqual(SECTIONS);
    expect(sections.filter(({ body }) => body === "").map(({ title }) => title)).toEqual([]);
    expect(page).not.toContain("TODO");
  });

  test("has one sentence per line", () => {
    const prose = page.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`]*`/g, "code");
    const crowded = prose.split("\n").filter((line) => /[a-z0-9)]\. [A-Z]/.test(line));
    expect(crowded).toEqual([]);
  });

  test("finds something in the example", () => {
    expect(findingsIn(check, exampleOf(sections, "Example"))).not.toEqual([]);
  });

  test("finds nothing in what stands instead", () => {
    expect(findingsIn(check, exampleOf(sections, "Instead"))).toEqual([]);
  });

  test("has references as a list", () => {
    const body = sections.find(({ title }) => title === "References")?.body ?? "";
    expect(body.split("\n").filter((line) => !line.startsWith("- "))).toEqual([]);
  });
});

function exampleOf(sections: readonly { title: string; body: string }[], wanted: string): string {
  const body = sections.find(({ title }) => title === wanted)?.body ?? "";
  const blocks = [...body.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)];
  expect(blocks.map(([, language]) => language)).toEqual(["json"]);
  return blocks[0]?.[2] ?? "";
}

function findingsIn(check: Check, text: string) {
  const file = readPolicyFile(text, { dialects: catalog.dialects, declared: true });
  return runChecks(file, catalog, { checks: [check], text }).map(({ message }) => message);
}
