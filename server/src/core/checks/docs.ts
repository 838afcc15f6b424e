// Where people read more about a check. The only place that knows the address.

const PAGES = "https://github.com/access-policy/access-policy/blob/main/server/docs/checks";

/** Web address of the page about a check, by the check's id. */
export function docsOf(check: string): string {
  return `${PAGES}/${check}.md`;
}
