// The command "Compare Access With…": the same as "Show Access Changes" with a version or file that the person chooses;
// two files that are selected in the explorer are compared with each other.
import { commands, type Disposable, l10n, type QuickPickItem, type Uri, window } from "vscode";
import { INDEX, readChoice, writeMergeBase } from "../review/base-choice.js";
import { versionOf } from "../review/base-text.js";
import { findGit, type Repository, repositoryOf } from "../review/git.js";
import { pageUri } from "../review/page-uri.js";
import type { BaseSource } from "../review/pairs.js";
import { targetsOf } from "../review/targets.js";
import { showPage } from "../shown-pages.js";
import { lastPart } from "../target.js";

export function registerCompareAccessWith(): Disposable {
  return commands.registerCommand("accessPolicy.compareAccessWith", async (...given: unknown[]) => {
    const [first, second] = targetsOf(given);
    if (first === undefined) {
      window.showInformationMessage(l10n.t("Open a policy to compare it"));
      return;
    }
    // As in "Compare Selected" of VS Code, the file that was selected first is the earlier one.
    const areTwo = second !== undefined && Array.isArray(given[1]);
    const [later, base] = areTwo ? [second, documentBase(first)] : [first, await chooseBase(first)];
    if (base === undefined) return;
    await showPage(pageUri({ kind: "files", files: [{ uri: later.toString(), base }] }));
  });
}

interface Offer extends QuickPickItem {
  readonly choose: () => Promise<BaseSource | undefined> | BaseSource;
}

async function chooseBase(uri: Uri): Promise<BaseSource | undefined> {
  const repository = repositoryOf(await findGit(), uri);
  const inGit: readonly Offer[] = repository === undefined ? [] : offersOf(repository);
  const otherFile: Offer = { label: l10n.t("Another file…"), choose: () => chooseFile(uri) };
  if (inGit.length === 0) return otherFile.choose();
  const chosen = await window.showQuickPick([...inGit, otherFile], { title: titleFor(uri) });
  return chosen?.choose();
}

function offersOf(repository: Repository): readonly Offer[] {
  const git = (choice: string): BaseSource => ({ kind: "git", choice });
  return [
    { label: "HEAD", description: l10n.t("the last commit"), choose: () => git("HEAD") },
    { label: l10n.t("Index"), description: l10n.t("what is staged"), choose: () => git(INDEX) },
    {
      label: mergeBase(),
      description: l10n.t("where the current branch left it"),
      async choose() {
        const branch = await chooseBranch(repository);
        return branch === undefined ? undefined : git(writeMergeBase(branch));
      },
    },
    {
      label: someRef(),
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
  return window.showQuickPick([...names], { title: mergeBase(), placeHolder: l10n.t("Which branch?") });
}

function chooseRef(repository: Repository): Thenable<string | undefined> {
  return window.showInputBox({
    title: someRef(),
    placeHolder: "main, v1.2, HEAD~3, 1a2b3c4",
    async validateInput(text) {
      if (text.trim() === "") return l10n.t("The name of a branch, a tag, or a commit");
      const version = await versionOf(repository, readChoice(text));
      return "reason" in version ? version.reason : undefined;
    },
  });
}

function documentBase(uri: Uri): BaseSource {
  return { kind: "document", uri: uri.toString() };
}

async function chooseFile(uri: Uri): Promise<BaseSource | undefined> {
  const [file] = (await window.showOpenDialog({ title: titleFor(uri), filters: FILTERS })) ?? [];
  return file && documentBase(file);
}

const FILTERS = { JSON: ["json", "jsonc"] };

const titleFor = (uri: Uri) => l10n.t("Compare access of {file} with", { file: lastPart(uri) });
const mergeBase = () => l10n.t("Merge base with a branch…");
const someRef = () => l10n.t("Branch, tag or commit…");
