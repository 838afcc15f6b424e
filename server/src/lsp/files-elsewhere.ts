// The files of a workspace of which some folders are on disk and others are not, such as a repository that an editor
// shows without a copy of it. Each file is asked for where it is.
import type { ClientFiles } from "./client-files.js";
import type { WorkspaceFiles } from "./workspace-files.js";

export function withFilesElsewhere(disk: WorkspaceFiles, elsewhere: ClientFiles): WorkspaceFiles {
  const filesOf = (uri: string) => (isOnDisk(uri) ? disk : elsewhere);
  return {
    keyOf: (uri) => filesOf(uri).keyOf(uri),
    find: (folder) => filesOf(folder).find(folder),
    async sieve(folders) {
      const onDisk = await disk.sieve(folders.filter(isOnDisk));
      const others = await elsewhere.sieve(folders.filter((folder) => !isOnDisk(folder)));
      return (uri) => (isOnDisk(uri) ? onDisk : others)(uri);
    },
    read: (file) => filesOf(file).read(file),
    refresh: (uris) => elsewhere.refresh(uris.filter((uri) => !isOnDisk(uri))),
    now: disk.now,
  };
}

export function isOnDisk(uri: string): boolean {
  return uri.startsWith("file:");
}
