// The addresses of pages about access changes: what they say is found again, and no two pages share a path. With an
// editor that is made up.
import { describe, expect, test, vi } from "vitest";

vi.mock("vscode", () => {
  interface Parts {
    readonly scheme: string;
    readonly path: string;
    readonly query?: string;
  }
  const from = ({ scheme, path, query = "" }: Parts) => ({ scheme, path, query });
  const parse = (text: string) => from({ scheme: "file", path: text.replace("file://", "") });
  return {
    Uri: {
      from,
      parse,
      joinPath: ({ path, ...rest }: Parts, name: string) => ({ ...rest, path: path + name }),
    },
    l10n: { t: (text: string, { file = "" } = {}) => text.replace("{file}", file) },
    TabInputTextDiff: class {},
  };
});

const { Uri } = await import("vscode");
const { pageUri, readPageUri, readVersionPath, versionPath } = await import(
  "../../client/src/review/page-uri.js"
);

const ROOT = "file:///p";
const compared = (uri: string, choice = "HEAD") =>
  ({ kind: "files", files: [{ uri, base: { kind: "git", choice } }] }) as const;

test.each([
  compared(`${ROOT}/live.policy.json`),
  { kind: "repository", root: ROOT, choice: "main..." } as const,
])("an address says what its page is about", (request) => {
  const address = pageUri(request);
  expect(readPageUri(address)).toEqual(request);
  expect(readVersionPath(address)).toBeUndefined();
});

describe("previews that tell pages apart by their paths", () => {
  const first = pageUri(compared(`${ROOT}/live.policy.json`));
  test.each([
    ["another version", compared(`${ROOT}/live.policy.json`, "main")],
    ["a file of the same name", compared(`${ROOT}/old/live.policy.json`)],
  ])("show another page for %s", (_, request) => {
    const other = pageUri(request);
    expect(other.path).not.toBe(first.path);
    const title = ({ path }: { readonly path: string }) => path.slice(path.lastIndexOf("/"));
    expect(title(other)).toBe(title(first));
  });
});

test("a version of a file lies beside the page, whatever its folders are called", () => {
  const page = pageUri({ kind: "repository", root: ROOT, choice: "HEAD" });
  const folder = { ...page, path: page.path.slice(0, page.path.lastIndexOf("/") + 1) };
  const address = Uri.joinPath(
    Object.assign(Object.create(null), folder),
    versionPath("before", "after/a.json"),
  );
  expect(readVersionPath(address)).toEqual({ side: "before", file: "after/a.json" });
});
