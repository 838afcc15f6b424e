// What we use of the interface of VS Code's own git extension, written down without importing its code. No git process
// is started here; where the extension is missing or turned off, as in a browser, there is no git.
import { Disposable, type Event, extensions, type Uri } from "vscode";

export interface Git {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  readonly onDidCloseRepository: Event<Repository>;
  readonly getRepository: (uri: Uri) => Repository | null;
}

export interface Repository {
  readonly rootUri: Uri;
  readonly state: RepositoryState;
  /** The text of a file in a commit, or in the index where `ref` is empty. Fails where there is no such file. */
  readonly show: (ref: string, path: string) => Promise<string>;
  readonly getCommit: (ref: string) => Promise<{ readonly hash: string }>;
  readonly getMergeBase: (one: string, other: string) => Promise<string | undefined>;
  /** What is another one in the working tree than in a commit; without files that git does not know. */
  readonly diffWith: (ref: string) => Promise<readonly Change[]>;
  readonly getBranches: (query: { readonly remote?: boolean }) => Promise<readonly Ref[]>;
}

export interface RepositoryState {
  readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
  readonly indexChanges: readonly Change[];
  readonly mergeChanges: readonly Change[];
  readonly workingTreeChanges: readonly Change[];
  readonly untrackedChanges?: readonly Change[];
  readonly onDidChange: Event<void>;
}

export interface Change {
  readonly uri: Uri;
  /** Where the file was before it was renamed; else the same. */
  readonly originalUri: Uri;
  readonly renameUri: Uri | undefined;
}

export interface Ref {
  readonly name?: string;
}

interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  readonly getAPI: (version: 1) => Git;
}

/** Undefined where there is none. */
export async function findGit(): Promise<Git | undefined> {
  return gitOf(await findExtension());
}

/** Tells of git where there is one, and again whenever somebody turns it on. */
export function followGit(tell: (git: Git) => void): Disposable {
  let listening: Disposable | undefined;
  let isOver = false;
  void findExtension().then((extension) => {
    if (isOver || extension === undefined) return;
    const look = () => {
      const git = gitOf(extension);
      if (git !== undefined) tell(git);
    };
    listening = extension.onDidChangeEnablement(look);
    look();
  });
  return new Disposable(() => {
    isOver = true;
    listening?.dispose();
  });
}

/** Tells when git is there, when a repository is opened or closed, and whenever something changes in one. */
export function followRepositories(changed: (git: Git) => void): Disposable {
  const open = new Map<Repository, Disposable>();
  let listening: Disposable | undefined;
  const leave = (repository: Repository) => {
    open.get(repository)?.dispose();
    open.delete(repository);
  };
  /** Git that is turned on again has other repositories. */
  const leaveAll = () => {
    listening?.dispose();
    for (const repository of [...open.keys()]) leave(repository);
  };
  const following = followGit((git) => {
    const tell = () => changed(git);
    const follow = (repository: Repository) => {
      leave(repository);
      open.set(repository, repository.state.onDidChange(tell));
    };
    leaveAll();
    listening = Disposable.from(
      git.onDidOpenRepository(follow),
      git.onDidOpenRepository(tell),
      git.onDidCloseRepository(leave),
      git.onDidCloseRepository(tell),
    );
    git.repositories.forEach(follow);
    tell();
  });
  return new Disposable(() => {
    following.dispose();
    leaveAll();
  });
}

async function findExtension(): Promise<GitExtension | undefined> {
  try {
    return await extensions.getExtension<GitExtension>("vscode.git")?.activate();
  } catch {
    // It says so by failing when there is no git on the machine.
    return undefined;
  }
}

function gitOf(extension: GitExtension | undefined): Git | undefined {
  try {
    return extension?.enabled ? extension.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where it is not open. */
export function repositoryAt(git: Git | undefined, root: string): Repository | undefined {
  return git?.repositories.find(({ rootUri }) => rootUri.toString() === root);
}

/** With forward slashes, from the root of the repository; undefined for what lies elsewhere. */
export function pathInRepository({ rootUri }: Repository, uri: Uri): string | undefined {
  // A drive has a large letter for git and a small one for the editor; only whole addresses are written alike.
  const isInside = uri.toString().startsWith(`${rootUri}/`);
  return isInside ? uri.path.slice(rootUri.path.length + 1) : undefined;
}

/** The repository that a file lies in; texts of other schemes only look as if they did. */
export function repositoryOf(git: Git | undefined, uri: Uri): Repository | undefined {
  const repository = git?.getRepository(uri) ?? undefined;
  return repository?.rootUri.scheme === uri.scheme ? repository : undefined;
}
