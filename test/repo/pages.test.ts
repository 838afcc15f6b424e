// The page of a check, `server/docs/checks/<id>.md`, has this form, one sentence per line:
//
//     # <id>                          the first line
//
//     <title>.                        equal to the metadata, with a full stop
//
//     ## What it finds
//     ## Why it matters
//     ## Example                      one ```json block, in which this check finds something; before it may stand
//                                     another one, the project file under which both examples are judged, or the
//                                     earlier version that both are compared with
//     ## Instead                      one ```json block, in which it finds nothing
//     ## When to ignore it
//     ## References                   a list: documents of the vendor, error codes
//
// Example and Instead are read as declared policies, by the catalog that ships; those of a check of the project
// file as project files, beside a policy `policies/a.policy.json` in which nothing is found; those of a check of
// grants files as such, beside a policy `recording.policy.json`.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type Application,
  allChecks,
  type CatalogData,
  type CheckInfo,
  type CheckOptions,
  cam,
  changeChecks,
  checks,
  createAttachedFiles,
  createCatalog,
  expiredSuppressions,
  type FileText,
  grantsChecks,
  judgeGrants,
  otc,
  projectChecks,
  readGrants,
  readPolicyFile,
  readProject,
  runChecks,
  type Suppression,
  uselessSuppressions,
} from "../../server/src/core/index.js";
import { changeFindings, changeOf } from "../../server/src/features/change.js";

const SERVER = join(import.meta.dirname, "../../server");
const SECTIONS = ["What it finds", "Why it matters", "Example", "Instead", "When to ignore it", "References"];

const data: CatalogData = JSON.parse(readFileSync(join(SERVER, "data/catalog.json"), "utf8"));
const catalog = createCatalog(data, [cam, otc], () => {
  throw new Error("no check reads texts");
});

describe.each(allChecks.map((check) => ({ id: check.id, check })))("$id", ({ id, check }) => {
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

  const isOfChange = changeChecks.some((other) => other.id === id);
  const found = (text: string) =>
    isOfChange
      ? findingsInChange(blocksOf(sections, "Example")[0]?.text ?? "", text)
      : findingsIn(check, text, projectOf(sections));

  test("finds something in the example", () => {
    expect(found(exampleOf(sections, "Example"))).not.toEqual([]);
  });

  test("finds nothing in what stands instead", () => {
    expect(found(exampleOf(sections, "Instead"))).toEqual([]);
  });

  test("has references as a list", () => {
    const body = sections.find(({ title }) => title === "References")?.body ?? "";
    expect(body.split("\n").filter((line) => !line.startsWith("- "))).toEqual([]);
  });
});

interface Section {
  readonly title: string;
  readonly body: string;
}

function exampleOf(sections: readonly Section[], wanted: string): string {
  const blocks = blocksOf(sections, wanted);
  const expected = wanted === "Example" && blocks.length > 1 ? ["json", "json"] : ["json"];
  expect(blocks.map(({ language }) => language)).toEqual(expected);
  return blocks[blocks.length - 1]?.text ?? "";
}

/** What the project lists, where the example starts with a project file. */
function projectOf(sections: readonly Section[]): Pick<CheckOptions, "accounts" | "applications"> {
  const [project, example] = blocksOf(sections, "Example");
  if (project === undefined || example === undefined) return {};
  const { accounts, applications } = JSON.parse(project.text);
  return { accounts, applications: applications.map(withTextAsId) };
}

/** In the project file, an id may be a number. */
function withTextAsId(application: Application): Application {
  return { ...application, sdkAppId: String(application.sdkAppId) };
}

function blocksOf(sections: readonly Section[], wanted: string) {
  const body = sections.find(({ title }) => title === wanted)?.body ?? "";
  const blocks = body.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, language = "", text = ""]) => ({ language, text }));
}

function findingsIn(
  { id }: CheckInfo,
  text: string,
  project: Pick<CheckOptions, "accounts" | "applications">,
) {
  if (projectChecks.some((check) => check.id === id)) return findingsInProject(id, text);
  if (grantsChecks.some((check) => check.id === id)) return findingsInGrants(id, text);
  const file = readPolicyFile(text, { dialects: catalog.dialects, declared: true });
  const own = checks.filter((check) => check.id === id);
  return runChecks(file, catalog, { checks: own, text, ...project }).map(({ message }) => message);
}

/** Beside a file `recording.policy.json`. */
function findingsInGrants(id: string, text: string): string[] {
  const policy =
    '{"version":"2.0","statement":[{"effect":"allow","action":["trtc:RemoveUser"],"resource":["*"]}]}';
  const read = (path: string): FileText =>
    path === "recording.policy.json" ? { kind: "text", text: policy } : { kind: "missing" };
  const fileAt = createAttachedFiles(read, catalog.dialects);
  const findings = judgeGrants(readGrants(text, catalog), { catalog, fileAt });
  return findings.flatMap(({ check, message }) => (check === id ? [message] : []));
}

function findingsInChange(before: string, after: string): string[] {
  const file = readPolicyFile(after, { dialects: catalog.dialects, declared: true });
  const base = { name: "HEAD", text: before };
  const change = changeOf(base, { text: after, file }, { catalog, applications: [] });
  return changeFindings(change).map(({ message }) => message);
}

function findingsInProject(id: string, text: string): string[] {
  const { findings, project } = readProject(text);
  const today = new Date().toISOString().slice(0, 10);
  const judged = {
    today,
    paths: ["policies/a.policy.json"],
    used: new Set<Suppression>(),
    isComplete: false,
  };
  return [
    ...findings,
    ...expiredSuppressions(project, text, today),
    ...uselessSuppressions(project, text, judged),
  ].flatMap(({ check, message }) => (check === id ? [message] : []));
}
