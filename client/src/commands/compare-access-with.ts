// The command "Compare Access With…": the same as "Show Access Changes" with a version or file that the person chooses;
// two files that are selected in the explorer are compared with each other.
import { commands, type Disposable, type QuickPickItem, type Uri, window } from "vscode";
import { INDEX, readChoice, writeMergeBase } from "../review/base-choice.js";
import { lastPart, versionOf } from "../review/base-text.js";
import { findGit, type Repository, repositoryOf } from "../review/git.js";
import { showPage } from "../review/pages.js";
import type { BaseSource } from "../review/pairs.js";
import { targetsOf } from "../review/targets.js";

export function registerCompareAccessWith(): Disposable {
  return commands.registerCommand("accessPolicy.compareAccessWith", async (...given: unknown[]) => {
    const [first, second] = targetsOf(given);
    if (first === undefined) {
      window.showInformationMessage(TEXTS.noTarget);
      return;
    }
    const base: BaseSource | undefined =
      second !== undefined && Array.isArray(given[1])
        ? { kind: "document", uri: second.toString() }
        : await chooseBase(first);
    if (base === undefined) return;
    await showPage({ kind: "files", files: [{ uri: first.toString(), base }] });
  });
}

interface Offer extends QuickPickItem {
  readonly choose: () => Promise<BaseSource | undefined> | BaseSource;
}

async function chooseBase(uri: Uri): Promise<BaseSource | undefined> {
  const repository = repositoryOf(await findGit(), uri);
  const inGit: readonly Offer[] = repository === undefined ? [] : offersOf(repository);
  const otherFile: Offer = { label: TEXTS.otherFile, choose: () => chooseFile(uri) };
  if (inGit.length === 0) return otherFile.choose();
  const chosen = await window.showQuickPick([...inGit, otherFile], { title: TEXTS.title(lastPart(uri)) });
  return chosen?.choose();
}

function offersOf(repository: Repository): readonly Offer[] {
  const git = (choice: string): BaseSource => ({ kind: "git", choice });
  return [
    { label: "HEAD", description: TEXTS.head, choose: () => git("HEAD") },
    { label: TEXTS.index, description: TEXTS.staged, choose: () => git(INDEX) },
    {
      label: TEXTS.mergeBase,
      description: TEXTS.branchedOff,
      async choose() {
        const branch = await chooseBranch(repository);
        return branch === undefined ? undefined : git(writeMergeBase(branch));
      },
    },
    {
      label: TEXTS.ref,
      async choose() {
        const ref = await chooseRef(repository);
        return ref === undefined ? undefined : git(ref);
      },
    },
  ];
}

async function chooseBranch(repository: Repository): Promise<string | undefined> {
  const branches = await Promise.all([repository.getBranches({}), repository.getBranches({ remote: true })]);
  const names = new Set(branches.flat().flatMap(({ name }) => name ?? []));
  names.delete(repository.state.HEAD?.name ?? "");
  return window.showQuickPick([...names], { title: TEXTS.mergeBase, placeHolder: TEXTS.whichBranch });
}

function chooseRef(repository: Repository): Thenable<string | undefined> {
  return window.showInputBox({
    title: TEXTS.ref,
    placeHolder: TEXTS.refExamples,
    async validateInput(text) {
      if (text.trim() === "") return TEXTS.whichRef;
      const version = await versionOf(repository, readChoice(text));
      return "reason" in version ? version.reason : undefined;
    },
  });
}

async function chooseFile(uri: Uri): Promise<BaseSource | undefined> {
  const [file] = (await window.showOpenDialog({ title: TEXTS.title(lastPart(uri)), filters: FILTERS })) ?? [];
  return file && { kind: "document", uri: file.toString() };
}

const FILTERS = { JSON: ["json", "jsonc"] };

const TEXTS = {
  noTarget: "Open a policy to compare it",
  title: (name: string) => `Compare access of ${name} with`,
  head: "the last commit",
  index: "Index",
  staged: "what is staged",
  mergeBase: "Merge base with a branch…",
  branchedOff: "where the current branch left it",
  whichBranch: "Which branch?",
  ref: "Branch, tag or commit…",
  whichRef: "The name of a branch, a tag, or a commit",
  refExamples: "main, v1.2, HEAD~3, 1a2b3c4",
  otherFile: "Another file…",
} as const;
