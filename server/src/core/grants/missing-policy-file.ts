// Finds paths of policies that lead nowhere, or to a file that holds no policy of the dialect.
import { once } from "../catalog/remember.js";
import { nearest } from "../text/nearest.js";
import type { AttachedFile } from "./attached-files.js";
import { type Attachment, plainPath } from "./grants.js";
import { attachmentsOf, defineGrantsCheck, type GrantsContext } from "./grants-check.js";

/** Paths to compare for one file: where all of many policies are gone, it does not matter what they were called. */
const MOST_COMPARED = 200_000;

export const missingPolicyFile = defineGrantsCheck({
  id: "missing-policy-file",
  title: "Path leads to no policy",
  category: "grants",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fixable: ["unsafe"],
  messages: {
    foreign: '"{text}" holds a policy of {vendor}',
    missing: '"{text}" leads nowhere',
    "missing-near": '"{text}" leads nowhere, did you mean "{meant}"',
    "no-policy": '"{text}" holds no policy',
    "other-dialect": '"{text}" holds a policy of {title}',
    "too-large": '"{text}" is too large to be read',
    unreadable: '"{text}" cannot be read',
    change: 'Change it to "{meant}"',
  },

  *run(grants, context) {
    const paths = once(context.paths);
    let compared = 0;
    for (const { attachment } of attachmentsOf(grants, "path")) {
      const { text, value } = attachment;
      const { span } = value;
      const file = context.fileAt(text);
      switch (file.kind) {
        case "policy": {
          const other = otherDialect(file, context);
          if (other !== undefined) yield { span, message: "other-dialect", values: { text, title: other } };
          break;
        }
        case "missing": {
          const known = paths();
          compared += known.length;
          const meant = compared > MOST_COMPARED ? undefined : meantPath(attachment, known);
          if (meant === undefined) yield { span, message: "missing", values: { text } };
          else {
            const edits = [{ span, text: JSON.stringify(meant) }];
            const fixes = [{ title: "change", safety: "unsafe", edits }] as const;
            yield { span, message: "missing-near", values: { text, meant }, fixes };
          }
          break;
        }
        case "foreign":
          yield { span, message: "foreign", values: { text, vendor: file.vendor } };
          break;
        case "no-policy":
          yield { span, message: "no-policy", values: { text } };
          break;
        case "too-large":
        case "unreadable":
          yield { span, message: file.kind, severity: "warning", values: { text } };
          break;
        case "unknown":
          break;
        default:
          file satisfies never;
      }
    }
  },
});

/** The title of the dialect that the policies are of, where it is none of this file. */
function otherDialect(file: AttachedFile, { facts }: GrantsContext): string | undefined {
  if (file.kind !== "policy" || facts === undefined) return undefined;
  const isOwn = file.policies.some(({ dialect }) => dialect === facts.dialect);
  return isOwn ? undefined : file.policies[0]?.dialect.title;
}

/** A file of the same name elsewhere, or of nearly the same; spelled with `./` where the text has that. */
function meantPath({ text }: Attachment, paths: readonly string[]): string | undefined {
  const plain = plainPath(text);
  const name = plain.slice(plain.lastIndexOf("/") + 1);
  const stems = new Map(paths.map((path) => [stemOf(path), path]));
  const meant =
    paths.find((path) => path === name || path.endsWith(`/${name}`)) ??
    stems.get(nearest(stemOf(plain), stems.keys()) ?? "");
  return meant === undefined ? undefined : (text.startsWith("./") ? "./" : "") + meant;
}

/** Most files end alike, which says nothing about what was meant. */
function stemOf(path: string): string {
  return path.replace(/(?:\.[a-z]+)?\.jsonc?$/i, "");
}
