// What people call the file that a URI is of.

export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // A stray percent sign is no reason to have no name.
  }
}
