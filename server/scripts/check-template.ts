// The files of a new check, as `npm run new:check` writes them: a small check that works and passes every test,
// so that each step away from it is a step of one's own. What has to be replaced says TODO.
import { constantOf } from "./check-registry.js";

export interface NewFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

export function newCheckFiles(id: string, version: string): readonly NewFile[] {
  const title = titleOf(id);
  return [
    { path: `server/src/core/checks/${id}.ts`, text: checkFile(id, title, version) },
    { path: `server/docs/checks/${id}.md`, text: page(id, title) },
    { path: `test/fixtures/checks/${id}/example.json`, text: hit(id) },
    { path: `test/fixtures/checks/${id}/ok-other-action.json`, text: policy("DescribeRoomInfo") },
  ];
}

function titleOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function checkFile(id: string, title: string, version: string): string {
  return `// TODO: Say what this check finds, and what it leaves to others.
import { defineCheck } from "./check.js";

export const ${constantOf(id)} = defineCheck({
  id: "${id}",
  title: "${title}",
  category: "action",
  severity: "warning",
  confidence: "high",
  since: "${version}",
  messages: {
    found: '"{text}" is the example of a new check',
  },

  *run({ statements }) {
    for (const { text, span } of statements.flatMap(({ actions }) => actions)) {
      if (text === "trtc:TodoExample") yield { span, message: "found", values: { text } };
    }
  },
});
`;
}

function page(id: string, title: string): string {
  return `# ${id}

${title}.

## What it finds

TODO: One sentence per line.

## Why it matters

TODO: What the cloud does, with the error code where there is one.

## Example

\`\`\`json
${policy("TodoExample").trimEnd()}
\`\`\`

## Instead

\`\`\`json
${policy("DescribeRoomInfo").trimEnd()}
\`\`\`

## When to ignore it

TODO: When the finding is right and still no fault.

## References

- TODO: Links to the vendor's documents.
`;
}

function policy(action: string): string {
  return `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:${action}"],
      "resource": "*"
    }
  ]
}
`;
}

function hit(id: string): string {
  const marker = `      //         ${"^".repeat('"trtc:TodoExample"'.length)} warning ${id}\n`;
  return policy("TodoExample").replace(/(.*"action".*\n)/, `$1${marker}`);
}
