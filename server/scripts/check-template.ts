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
    { path: `server/docs/checks/${id}.md`, text: page(id, `${title}.`, ENGLISH) },
    { path: `server/docs/checks/zh-cn/${id}.md`, text: page(id, `TODO: ${title}。`, CHINESE) },
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

/** The headings of a page. */
interface Headings {
  readonly finds: string;
  readonly matters: string;
  readonly example: string;
  readonly instead: string;
  readonly ignore: string;
  readonly references: string;
  /** How sentences stand. */
  readonly form: string;
}

const ENGLISH: Headings = {
  finds: "What it finds",
  matters: "Why it matters",
  example: "Example",
  instead: "Instead",
  ignore: "When to ignore it",
  references: "References",
  form: "One sentence per line.",
};

const CHINESE: Headings = {
  finds: "检查内容",
  matters: "为什么重要",
  example: "示例",
  instead: "改为",
  ignore: "何时可以忽略",
  references: "参考资料",
  form: "One paragraph per line.",
};

function page(id: string, title: string, headings: Headings): string {
  return `# ${id}

${title}

## ${headings.finds}

TODO: ${headings.form}

## ${headings.matters}

TODO: What the cloud does, with the error code where there is one.

## ${headings.example}

\`\`\`json
${policy("TodoExample").trimEnd()}
\`\`\`

## ${headings.instead}

\`\`\`json
${policy("DescribeRoomInfo").trimEnd()}
\`\`\`

## ${headings.ignore}

TODO: When the finding is right and still no fault.

## ${headings.references}

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
