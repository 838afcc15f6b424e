// What has changed since a commit, in real repositories.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CliOptions, type CliResult, folderWith, runCli } from "./run-cli.js";

const ENV = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  PATH: process.env.PATH ?? "",
};

function git(cwd: string, ...args: string[]): string {
  const person = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "protocol.file.allow=always"];
  return execFileSync("git", [...person, ...args], { cwd, encoding: "utf8", env: ENV, stdio: "pipe" }).trim();
}

const policy = (action: string, resource = "*") =>
  `{ "version": "2.0", "statement": [{ "effect": "allow", "action": ["${action}"], "resource": ["${resource}"] }] }\n`;
const READS = policy("trtc:DescribeRoomInfo");
const WRITES = policy("trtc:DismissRoom");

type Files = Readonly<Record<string, string | null>>;

function write(cwd: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(cwd, name);
    mkdirSync(dirname(path), { recursive: true });
    if (text === null) rmSync(path);
    else writeFileSync(path, text);
  }
}

/** A repository with one commit for each set of files. */
function repository(...commits: Files[]): string {
  const cwd = folderWith({});
  git(cwd, "init", "--quiet", "--initial-branch=main");
  for (const files of commits) {
    write(cwd, files);
    git(cwd, "add", "--all");
    git(cwd, "commit", "--quiet", "--message=change");
  }
  return cwd;
}

function compare(cwd: string, args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return runCli(["compare", ...args], { cwd, env: ENV, ...options });
}

interface Told {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: string;
  readonly verdict: string;
}

async function told(cwd: string, ...args: string[]): Promise<readonly string[]> {
  const { out, err } = await compare(cwd, [...args, "--format=json"]);
  expect(err).toBe("");
  const { files }: { files: readonly Told[] } = JSON.parse(out);
  return files.map(({ path, previousPath, status, verdict }) => {
    return `${status} ${previousPath === undefined ? "" : `${previousPath} → `}${path}: ${verdict}`;
  });
}

describe("changes", () => {
  test("of the working tree and of the index count, and those of other files do not", async () => {
    const base = { "a.policy.json": READS, "b.policy.json": READS, "same.policy.json": READS };
    const cwd = repository({ ...base, "c.policy.json": READS, "package.json": "{}" });
    write(cwd, {
      "a.policy.json": WRITES,
      "b.policy.json": WRITES,
      "c.policy.json": null,
      "package.json": "[]",
    });
    git(cwd, "add", "b.policy.json");
    write(cwd, { "new/d.policy.json": WRITES, "ours.json": READS, "other.json": "{}" });
    write(cwd, { "ignored.policy.json": WRITES, ".gitignore": "ignored.*\n" });
    write(cwd, { "node_modules/e.policy.json": WRITES });
    expect(await told(cwd, "--git", "HEAD")).toEqual([
      "changed a.policy.json: changed",
      "changed b.policy.json: changed",
      "deleted c.policy.json: narrowed",
      "added new/d.policy.json: widened",
      "added ours.json: widened",
    ]);
  });

  test("since an older commit, a branch and a tag", async () => {
    const cwd = repository({ "a.policy.json": READS }, { "a.policy.json": WRITES }, { "b.json": "{}" });
    git(cwd, "tag", "v1", "HEAD~2");
    git(cwd, "branch", "feature/x", "HEAD~2");
    for (const ref of ["HEAD~2", "HEAD~1^", "v1", "feature/x", ":/change"]) {
      const expected = ref.startsWith(":") ? [] : ["changed a.policy.json: changed"];
      expect(await told(cwd, "--git", ref)).toEqual(expected);
    }
  });

  test("of form only are none", async () => {
    const cwd = repository({ "a.policy.json": READS });
    write(cwd, { "a.policy.json": JSON.stringify(JSON.parse(READS), null, 4) });
    expect(await told(cwd, "--git", "HEAD")).toEqual(["changed a.policy.json: unchanged"]);
    expect((await compare(cwd, ["--git", "HEAD"])).out).toBe("Access unchanged in 1 policy\n");
  });

  test("that were taken back in the working tree are none", async () => {
    const cwd = repository({ "a.policy.json": READS });
    write(cwd, { "a.policy.json": WRITES });
    git(cwd, "add", "--all");
    write(cwd, { "a.policy.json": READS });
    expect(await told(cwd, "--git", "HEAD")).toEqual(["changed a.policy.json: unchanged"]);
    git(cwd, "rm", "--cached", "--force", "--quiet", "a.policy.json");
    expect(await told(cwd, "--git", "HEAD")).toEqual(["changed a.policy.json: unchanged"]);
  });

  test("are followed through renames, into other folders too", async () => {
    const long = policy('trtc:DescribeRoomInfo", "trtc:DescribeUserInfo", "trtc:RemoveUser');
    const cwd = repository({ "a.policy.json": long, "b.policy.json": READS });
    mkdirSync(join(cwd, "teams"));
    git(cwd, "mv", "a.policy.json", "teams/operators.policy.json");
    expect(await told(cwd, "--git", "HEAD", "teams")).toEqual([
      "renamed a.policy.json → teams/operators.policy.json: unchanged",
    ]);
    write(cwd, { "teams/operators.policy.json": long.replace('"*"', '"qcs::trtc:::sdkappid/2"') });
    expect(await told(cwd, "--git", "HEAD")).toEqual([
      "renamed a.policy.json → teams/operators.policy.json: narrowed",
    ]);
    // Nobody has told git of this one.
    renameSync(join(cwd, "b.policy.json"), join(cwd, "c.policy.json"));
    expect(await told(cwd, "--git", "HEAD", "b.policy.json", "c.policy.json")).toEqual([
      "deleted b.policy.json: narrowed",
      "added c.policy.json: widened",
    ]);
  });

  test("of files with conflicts are compared as far as they can be read", async () => {
    const cwd = repository({ "a.policy.json": READS });
    git(cwd, "checkout", "--quiet", "-b", "other");
    write(cwd, { "a.policy.json": policy("trtc:DescribeUserInfo") });
    git(cwd, "commit", "--quiet", "--all", "--message=other");
    git(cwd, "checkout", "--quiet", "main");
    write(cwd, { "a.policy.json": WRITES });
    git(cwd, "commit", "--quiet", "--all", "--message=main");
    expect(() => git(cwd, "merge", "other")).toThrow();
    const { out } = await compare(cwd, ["--git", "HEAD"]);
    expect(out).toContain("only one side of a merge conflict is read");
  });
});

describe("paths", () => {
  const files = { "a/one.policy.json": READS, "a/b/two.policy.json": READS, "c/three.policy.json": READS };
  const changed = Object.fromEntries(Object.keys(files).map((name) => [name, WRITES]));

  test("limit what is compared", async () => {
    const cwd = repository(files);
    write(cwd, changed);
    const paths = async (...args: string[]) =>
      (await told(cwd, "--git", "HEAD", ...args)).map((line) => line.split(/[ :]/)[1]);
    expect(await paths("a")).toEqual(["a/b/two.policy.json", "a/one.policy.json"]);
    expect(await paths("a/b", "c/three.policy.json")).toEqual(["a/b/two.policy.json", "c/three.policy.json"]);
    expect(await paths(join(cwd, "c"))).toEqual(["c/three.policy.json"]);
  });

  test("are those of the current folder", async () => {
    const cwd = repository(files);
    write(cwd, changed);
    expect(await told(join(cwd, "a"), "--git", "HEAD")).toEqual([
      "changed b/two.policy.json: changed",
      "changed one.policy.json: changed",
    ]);
    expect(await told(join(cwd, "a"), "--git", "HEAD", "../c")).toEqual([
      "changed ../c/three.policy.json: changed",
    ]);
  });

  test("are names and no patterns, and may be any", async () => {
    const names = ["with blank.policy.json", "*.policy.json", ":(top)x.policy.json", "策略 🎉.policy.json"];
    const cwd = repository(Object.fromEntries(names.map((name) => [name, READS])));
    write(cwd, Object.fromEntries(names.map((name) => [name, WRITES])));
    for (const name of names) {
      expect(await told(cwd, "--git", "HEAD", name)).toEqual([`changed ${name}: changed`]);
    }
  });

  test("name files that are gone", async () => {
    const cwd = repository({ "a/one.policy.json": READS });
    write(cwd, { "a/one.policy.json": null });
    expect(await told(cwd, "--git", "HEAD", "a/one.policy.json")).toEqual([
      "deleted a/one.policy.json: narrowed",
    ]);
    const { code, err } = await compare(cwd, ["--git", "HEAD", "b.policy.json"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "access-policy: b.policy.json: no such file or folder, and none that was deleted\n",
    });
  });

  test("outside of the repository are refused", async () => {
    const cwd = repository({ "a.policy.json": READS });
    const { code, err } = await compare(cwd, ["--git", "HEAD", ".."]);
    expect(code).toBe(2);
    expect(err).toMatch(/^access-policy: .*outside repository.*\n$/);
  });
});

describe("it cannot run", () => {
  async function failure(cwd: string, ref: string, options: CliOptions = {}): Promise<string> {
    const { code, out, err } = await compare(cwd, ["--git", ref], options);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^access-policy: .*\n(?:Try: .*\n)?$/);
    return err.slice("access-policy: ".length).split("\n")[0] ?? "";
  }

  test("without git", async () => {
    const message = "git is not installed, or not found by PATH";
    expect(await failure(repository(), "HEAD", { env: { PATH: "/nowhere" } })).toBe(message);
    // A program of the current folder is none.
    const cwd = folderWith({ git: "#!/bin/sh\ntouch ran\n" });
    chmodSync(join(cwd, "git"), 0o755);
    expect(await failure(cwd, "HEAD", { env: { PATH: ".:" } })).toBe(message);
    expect(existsSync(join(cwd, "ran"))).toBe(false);
  });

  test("outside of a working tree", async () => {
    expect(await failure(folderWith({}), "HEAD")).toBe("not in a git repository");
    const message = "not in the working tree of a git repository";
    expect(await failure(join(repository({ "a.json": "{}" }), ".git"), "HEAD")).toBe(message);
  });

  test("without commits", async () => {
    expect(await failure(repository(), "HEAD")).toBe("the git repository has no commits yet");
  });

  test.each([
    ["nowhere", 'git knows no commit "nowhere"'],
    ["HEAD~5", 'git knows no commit "HEAD~5"'],
    ["HEAD..HEAD", 'git knows no commit "HEAD..HEAD"'],
    ["HEAD:a", '"HEAD:a" is a tree and not a commit'],
    ["HEAD:a/b.json", '"HEAD:a/b.json" is a blob and not a commit'],
    ["two\nlines", 'git knows no commit "two<U+000A>lines"'],
    ["", '"" is no commit'],
  ])("with %j for a commit", async (ref, message) => {
    expect(await failure(repository({ "a/b.json": "{}" }), ref)).toBe(message);
  });

  test("with an option for a commit", async () => {
    const { code, err } = await compare(repository({ "a.json": "{}" }), ["--git=--output=x"]);
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('"--output=x" is no commit'),
    });
  });

  test("with a commit that a shallow clone lacks", async () => {
    const origin = repository({ "a.policy.json": READS }, { "a.policy.json": WRITES });
    const cwd = folderWith({});
    git(cwd, "clone", "--quiet", "--depth=1", `file://${origin}`, ".");
    expect(await failure(cwd, "HEAD~1")).toBe(
      'git knows no commit "HEAD~1", and this clone is shallow: fetch more history, for example with "git fetch --unshallow"',
    );
    expect(await told(cwd, "--git", "HEAD")).toEqual([]);
  });
});

describe("a file that cannot be compared is one message, and the others are compared", () => {
  async function messages(cwd: string, ...args: string[]): Promise<string> {
    const { code, out, err } = await compare(cwd, ["--git", "HEAD", ...args]);
    expect(code).toBe(1);
    expect(out).toContain("ok.policy.json: access widened");
    return err;
  }

  test("a binary one, and one in Git LFS", async () => {
    const cwd = repository({
      "a.policy.json": "a\0b",
      "b.policy.json": "version https://git-lfs.github.com/spec/v1\n",
    });
    write(cwd, { "a.policy.json": READS, "b.policy.json": READS, "ok.policy.json": READS });
    expect(await messages(cwd)).toBe(
      "access-policy: a.policy.json: not read, because it is binary\n" +
        "access-policy: b.policy.json: not read, because only its address in Git LFS is here\n",
    );
  });

  test("one that a partial clone lacks, which is not fetched", async () => {
    const origin = repository(
      { "a.policy.json": policy("trtc:DescribeUserInfo"), "b.policy.json": READS },
      { "a.policy.json": WRITES },
    );
    git(origin, "config", "uploadpack.allowFilter", "true");
    const cwd = folderWith({});
    git(cwd, "clone", "--quiet", "--filter=blob:none", `file://${origin}`, ".");
    git(cwd, "mv", "b.policy.json", "c.policy.json");
    write(cwd, { "ok.policy.json": READS, "c.policy.json": WRITES });
    const { code, out, err } = await compare(cwd, ["--git", "HEAD~1"]);
    expect({ code, err }).toEqual({
      code: 1,
      err: "access-policy: a.policy.json: its version of then is not in this clone\n",
    });
    expect(out).toContain("ok.policy.json: access widened");
  });

  test("a link that leads elsewhere now, and a submodule", async () => {
    const other = repository({ "a.policy.json": READS }, { "a.policy.json": WRITES });
    const cwd = repository({ "b.policy.json": READS, "c.policy.json": READS });
    symlinkSync("b.policy.json", join(cwd, "link.policy.json"));
    git(cwd, "submodule", "--quiet", "add", other, "module");
    git(cwd, "add", "--all");
    git(cwd, "commit", "--quiet", "--message=more");
    rmSync(join(cwd, "link.policy.json"));
    symlinkSync("c.policy.json", join(cwd, "link.policy.json"));
    git(join(cwd, "module"), "checkout", "--quiet", "HEAD~1");
    write(cwd, { "ok.policy.json": READS });
    expect(await messages(cwd)).toBe(
      "access-policy: link.policy.json: a link is not followed\n" +
        "access-policy: module: a submodule is not followed\n",
    );
  });
});

test("a version of then that cannot be parsed is compared with what is certain of it", async () => {
  const cwd = repository({
    "a.policy.json": READS.slice(0, -20),
    "b.policy.json": "",
    "c.policy.json": "{}",
  });
  write(cwd, { "a.policy.json": READS, "b.policy.json": READS, "c.policy.json": READS });
  const { code, out } = await compare(cwd, ["--git", "HEAD", "--format=json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out).files).toMatchObject([
    {
      path: "a.policy.json",
      incomplete: [{ side: "before", line: 1, reason: "the text is broken from here on" }, {}],
    },
    { path: "b.policy.json", verdict: "widened", incomplete: [{ side: "before", reason: "it is empty" }] },
    {
      path: "c.policy.json",
      verdict: "widened",
      incomplete: [{ side: "before", reason: "no policy in it" }],
    },
  ]);
});

test("nothing that the repository brings along is run", async () => {
  const cwd = repository({ "a.policy.json": READS, ".gitattributes": "* filter=evil diff=evil\n" });
  const ran = join(cwd, "ran");
  const command = (key: string) => `echo ${key} >> ${ran}; cat`;
  for (const key of [
    ...[
      "filter.evil.required",
      "filter.evil.clean",
      "filter.evil.smudge",
      "filter.evil.process",
      "diff.evil.command",
    ],
    ...[
      "diff.evil.textconv",
      "diff.external",
      "core.fsmonitor",
      "core.pager",
      "pager.diff-index",
      "core.sshCommand",
    ],
  ]) {
    git(cwd, "config", key, key.endsWith("required") ? "true" : command(key));
  }
  git(cwd, "config", "core.hooksPath", ".");
  write(cwd, { "a.policy.json": WRITES, "post-index-change": `#!/bin/sh\n${command("hook")}\n` });
  chmodSync(join(cwd, "post-index-change"), 0o755);
  expect(await told(cwd, "--git", "HEAD")).toEqual(["changed a.policy.json: changed"]);
  expect(existsSync(ran) ? readFileSync(ran, "utf8") : "").toBe("");
});
