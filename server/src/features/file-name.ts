// What people call the file that a URI is of.

export function fileNameOf(uri: string): string {
  const path = uri.replace(/[?#].*$/, "");
  // What lies nowhere yet has a scheme and a name: `untitled:Untitled-1`.
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.indexOf(":")) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // A stray percent sign is no reason to have no name.
  }
}
