// Finds roles that somebody has without the roles that they depend on.
import { appendItem } from "../text/add-to-json.js";
import { quotedTogether } from "../text/quoted.js";
import { gapBefore } from "../text/style.js";
import type { ListValue } from "../text/value.js";
import type { Grants, Holder } from "./grants.js";
import { attachmentsOf, defineGrantsCheck } from "./grants-check.js";

export const roleDependencyMissing = defineGrantsCheck({
  id: "role-dependency-missing",
  title: "Role without the role that it depends on",
  category: "grants",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fixable: ["unsafe"],
  messages: {
    one: '"{role}" depends on "{missing}", which is not granted with it',
    several: '"{role}" depends on {missing}, which are not granted with it',
    someone: '"{role}" depends on "{missing}", which "{user}" does not have',
    add: "Add {missing}",
  },

  *run(grants, { facts, text }) {
    if (facts === undefined) return;
    const members = membersOf(grants);
    for (const { holder, attachment } of attachmentsOf(grants, "name")) {
      const needed = facts.presets.get(attachment.text)?.dependsOn ?? [];
      const absent = needed
        .map((name) => ({ name, ...missesIn(holder, name, grants, members) }))
        .filter(({ isMissing }) => isMissing);
      const [first, second] = absent;
      if (first === undefined) continue;
      const names = absent.map(({ name }) => name);
      const role = attachment.text;
      const { list } = holder;
      yield {
        span: attachment.value.span,
        message: second !== undefined ? "several" : first.user === undefined ? "one" : "someone",
        values: {
          role,
          missing: second === undefined ? first.name : quotedTogether(names),
          user: first.user ?? "",
        },
        ...(list && { fixes: [additionOf(names, list, text)] }),
      };
    }
  },
});

function additionOf(names: readonly string[], list: ListValue, text: string) {
  const [item] = list.items;
  const gap = (item && gapBefore(text, item.span.start)) || " ";
  const written = names.map((name) => JSON.stringify(name));
  const edits = appendItem(text, list, written.join(`,${gap}`), " ");
  return { title: "add", safety: "unsafe", values: { missing: quotedTogether(names) }, edits } as const;
}

/** Whether somebody who has what the holder has lacks the role; a group may leave it to others of its members' groups. */
function missesIn(
  holder: Holder,
  role: string,
  grants: Grants,
  members: ReadonlyMap<string, readonly Holder[]>,
): { readonly isMissing: boolean; readonly user?: string } {
  if (has(holder, role, grants)) return { isMissing: false };
  const users = holder.kind === "group" ? (members.get(holder.name) ?? []) : [];
  const lacking = users.filter((user) => !has(user, role, grants));
  const [first] = lacking;
  if (first === undefined) return { isMissing: users.length === 0 };
  return { isMissing: true, ...(lacking.length < users.length && { user: first.name }) };
}

function has({ policies, groups }: Holder, role: string, grants: Grants): boolean {
  const own = policies.some(({ text }) => text === role);
  return (
    own ||
    groups.some(({ text }) => grants.groups.get(text)?.policies.some(({ text: name }) => name === role))
  );
}

function membersOf({ users }: Grants): ReadonlyMap<string, readonly Holder[]> {
  const members = new Map<string, Holder[]>();
  for (const user of users.values()) {
    for (const { text } of user.groups) {
      const known = members.get(text);
      if (known === undefined) members.set(text, [user]);
      else known.push(user);
    }
  }
  return members;
}
