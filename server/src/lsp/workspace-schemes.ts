// Which documents are files that people work on, and not versions that were, as on the other side of a diff.

/** Of the same kind of disk as one of the others. */
export function isOfWorkspace(uri: string, others: readonly string[]): boolean {
  return others.some((other) => schemeOf(other) === schemeOf(uri));
}

function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(":"));
}
