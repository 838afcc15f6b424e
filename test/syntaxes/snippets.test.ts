// Whether every snippet leaves behind a policy or a statement that the cloud could take:
// strict JSON with known actions, each on a resource it works with, whichever choices are made.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  readonly isFileTemplate?: boolean;
}

type Facts = ReadonlyMap<string, { readonly resourceLevel: boolean | null }>;

interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[] | undefined;
}

const cam = readSnippets("cam");
const otc = readSnippets("otc");
const tencentActions = readTencentActions();
const { imsActions, dependencies } = readOtcActions();
const globalServices = ["obs"];

describe.each([...cam, ...otc])("%s", (_name, snippet) => {
  const texts = expandChoices(snippet.body.join("\n"));

  it("is strict JSON for every choice", () => {
    for (const text of texts) expect(() => JSON.parse(text), text).not.toThrow();
  });

  it("says in its description whether it is a policy or a statement", () => {
    const isPolicy = /"version"/i.test(snippet.body.join("\n"));
    expect(snippet.description).toMatch(isPolicy ? /^(?:Second )?[Pp]olicy/ : /^Statement: /);
    expect(snippet.prefix.endsWith("-statement")).toBe(!isPolicy);
    expect(snippet.isFileTemplate ?? false).toBe(isPolicy);
  });

  it("asks for no documentation sample", () => {
    expect(texts.join("\n")).not.toMatch(/14000000\d\d|12345678/);
  });
});

describe.each(cam)("%s", (_name, snippet) => {
  const statements = statementsOf(snippet);

  it("uses known actions only", () => {
    expect(statements.flatMap((statement) => statement.actions).filter(isUnknownIn(tencentActions))).toEqual(
      [],
    );
  });

  it("names an application for resource-level actions only, and one service per statement", () => {
    for (const { actions, resources = [] } of statements) {
      const anyResource = resources.includes("*");
      for (const action of actions.map(stripPrefix)) {
        const [service] = action.split(":");
        if (!anyResource && !action.endsWith(":*")) {
          expect(tencentActions.get(action)?.resourceLevel, action).toBe(true);
        }
        for (const resource of resources.filter((text) => text !== "*")) {
          expect(resource).toMatch(/^qcs::(im|trtc)::uin\/RootAccountId:sdkappid\/SDKAppID$/);
          expect(resource.split(":")[2], action).toBe(service);
        }
      }
    }
  });
});

describe.each(otc)("%s", (_name, snippet) => {
  const actions = statementsOf(snippet).flatMap((statement) => statement.actions);

  it("uses known actions only, and names no resource", () => {
    expect(actions.filter(isUnknownIn(new Map([...imsActions, ...dependencies])))).toEqual([]);
    expect(statementsOf(snippet).every((statement) => statement.resources === undefined)).toBe(true);
  });

  it("keeps global services in a policy of their own", () => {
    const global = actions.filter((action) => globalServices.includes(action.split(":")[0] ?? ""));
    expect([0, actions.length]).toContain(global.length);
  });
});

describe("the set", () => {
  it("has prefixes of one pattern, each once", () => {
    const prefixes = [...cam, ...otc].map(([, snippet]) => snippet.prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(prefixes.filter((prefix) => !/^(cam-(chat|trtc)|otc-ims)(-[a-z]+)+$/.test(prefix))).toEqual([]);
  });

  it.each(["chat", "trtc"])(
    "has the three kinds of isolation for %s, and statements that completion does not have",
    (product) => {
      const prefixes = cam.map(([, snippet]) => snippet.prefix);
      for (const kind of ["application", "operation", "service"]) {
        expect(prefixes).toContain(`cam-${product}-${kind}`);
      }
      // Completion knows the applications of the project: `allow everything on one TRTC application`.
      expect(prefixes).not.toContain(`cam-${product}-application-statement`);
      for (const kind of ["operation", "service", "deny"]) {
        expect(prefixes).toContain(`cam-${product}-${kind}-statement`);
      }
    },
  );

  it.each([
    ["otc-ims-create-server-image", "ims:serverImages:create"],
    ["otc-ims-create-data-image", "ims:dataImages:create"],
    ["otc-ims-create-full-server-image", "ims:wholeImages:create"],
  ])("covers with %s and the OBS part every dependency of %s", (prefix, action) => {
    const granted = otc
      .filter(([, snippet]) => [prefix, "otc-ims-create-image-obs"].includes(snippet.prefix))
      .flatMap(([, snippet]) => statementsOf(snippet).flatMap((statement) => statement.actions));
    const needed = [...dependencies]
      .filter(([, { neededBy }]) => neededBy.includes(action))
      .map(([name]) => name);
    expect(needed.length).toBeGreaterThan(5);
    expect(granted).toEqual(expect.arrayContaining([action, ...needed]));
  });
});

// VS Code puts the texts of the language into the whole manifest, paths too, before it looks for files.
describe.each(["cam", "otc"])("the snippets of %s in Chinese", (dialect) => {
  const key = `snippets.${dialect}`;
  const english = snippetsAt(key, "package.nls.json");
  const chinese = snippetsAt(key, "package.nls.zh-cn.json");

  it("are contributed in place of the English ones", () => {
    const { contributes } = readJson<{ contributes: { snippets: object[] } }>("../../package.json");
    expect(contributes.snippets).toContainEqual({ language: "access-policy", path: `%${key}%` });
    expect(english).toEqual(readSnippets(dialect));
    expect(chinese).not.toEqual(english);
  });

  it("write the same after the same prefixes, as files or not", () => {
    const written = ([, { description: _, ...rest }]: [string, Snippet]) => rest;
    expect(chinese.map(written)).toEqual(english.map(written));
  });

  it("have names and descriptions of their own, each name once", () => {
    for (const [name, { description }] of chinese) {
      expect(name).toMatch(/^(?:CAM (?:实时音视频|即时通信)|OTC 镜像服务)：/);
      expect(description).toMatch(/[\u4e00-\u9fff].*。$/);
    }
    expect(new Set(chinese.map(([name]) => name)).size).toBe(english.length);
  });

  it("say in their descriptions whether they are policies or statements", () => {
    for (const [, { description, isFileTemplate }] of chinese) {
      expect(description).toMatch(isFileTemplate === true ? /^(?:策略：|第二个策略，)/ : /^语句：/);
    }
  });
});

function snippetsAt(key: string, texts: string): [string, Snippet][] {
  const path = readJson<Record<string, string>>(`../../${texts}`)[key] ?? "";
  return Object.entries(readJson<Record<string, Snippet>>(`../../${path}`));
}

function readSnippets(dialect: string): [string, Snippet][] {
  return Object.entries(readJson<Record<string, Snippet>>(`../../snippets/${dialect}.json`));
}

function readTencentActions(): Facts {
  interface Action {
    readonly name: string;
    readonly resourceLevel: boolean | null;
    readonly origin: string;
  }
  const { services } = readJson<{ services: { service: string; actions: Action[] }[] }>(
    "../../server/data/facts/tencent-actions.json",
  );
  return new Map(
    services.flatMap(({ service, actions }) =>
      actions
        // Names seen only in an audit list or in a slip of one page are no basis for a snippet.
        .filter(({ origin }) => origin !== "audit-only" && origin !== "doc-example")
        .map(({ name, resourceLevel }) => [`${service}:${name}`, { resourceLevel }] as const),
    ),
  );
}

function readOtcActions() {
  interface Needed {
    readonly name: string;
    readonly neededBy: string[];
  }
  const facts = readJson<{
    services: { actions: { name: string }[] }[];
    dependencyServices: { service: string; requiredByIms: Needed[] }[];
  }>("../../server/data/facts/otc-ims-actions.json");
  const imsActions = facts.services.flatMap(({ actions }) =>
    actions.map(({ name }) => [name, { resourceLevel: false }] as const),
  );
  // The table prints one service in capitals; the grammar documents lower case only.
  const dependencies = facts.dependencyServices.flatMap(({ service, requiredByIms }) =>
    requiredByIms.map(
      ({ name, neededBy }) => [name.replace(/^[^:]+/, service), { resourceLevel: false, neededBy }] as const,
    ),
  );
  return { imsActions: new Map(imsActions), dependencies: new Map(dependencies) };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

/** The text with its defaults, and once more for every further alternative of every choice. */
function expandChoices(body: string): string[] {
  const choices = [...body.matchAll(/\$\{\d+\|([^|]*)\|\}/g)].map((match) => (match[1] ?? "").split(","));
  const most = Math.max(1, ...choices.map((alternatives) => alternatives.length));
  return Array.from({ length: most }, (_, turn) =>
    body
      .replace(/\$\{\d+\|([^|]*)\|\}/g, (_whole, list: string) => {
        const alternatives = list.split(",");
        return alternatives[turn % alternatives.length] ?? "";
      })
      .replace(/\$\{\d+:([^}]*)\}/g, "$1")
      .replace(/\$\{?\d+\}?/g, ""),
  );
}

function statementsOf(snippet: Snippet): Statement[] {
  return expandChoices(snippet.body.join("\n")).flatMap((text) => {
    const value = lowerKeys(JSON.parse(text));
    const list = Array.isArray(value.statement) ? value.statement.map(lowerKeys) : [value];
    return list.map(({ action, resource }) => ({
      actions: [action].flat().map(String),
      resources: resource === undefined ? undefined : [resource].flat().map(String),
    }));
  });
}

function lowerKeys(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), inner]));
}

function isUnknownIn(facts: Facts): (action: string) => boolean {
  const services = new Set([...facts.keys()].map((name) => name.split(":")[0]));
  return (action) => {
    const name = stripPrefix(action);
    const [service, ...rest] = name.split(":");
    const isWholeService = services.has(service) && rest.every((part) => part === "*");
    return !facts.has(name) && !isWholeService;
  };
}

function stripPrefix(action: string): string {
  return action.replace(/^name\//, "");
}
