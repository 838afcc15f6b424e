// `access-policy simulate`: would this request be allowed, by the policies of all files together?
import * as l10n from "@vscode/l10n";
import {
  type By,
  compilePolicy,
  decide,
  describeNear,
  describeUnmatched,
  gapsIn,
  nearRequests,
  readRequest,
} from "../../core/index.js";
import { createLabels } from "../labels.js";
import { eachOnce, type PolicyText, readPolicies } from "../policy-files.js";
import { createColors } from "../reporters/colors.js";
import type { DecisionResult, PlacedStatement } from "../reporters/decision.js";
import { labelled } from "../reporters/phrases.js";
import { visible } from "../reporters/visible.js";
import { complain, EXIT, type Shell, wantsColors } from "../shell.js";
import { complainAboutUsage } from "../usage.js";
import { readSimulateOptions, type SimulateCommand, simulateHelp } from "./simulate-options.js";

export async function simulate(argv: readonly string[], shell: Shell): Promise<number> {
  const { catalog, stdout } = shell;
  const command = readSimulateOptions(argv, catalog.dialects);
  if (command === "help") {
    stdout.write(simulateHelp(catalog.dialects));
    return EXIT.clean;
  }
  if ("usageError" in command) return complainAboutUsage(command, "simulate", shell);
  return decideOn(command, shell);
}

async function decideOn(command: SimulateCommand, shell: Shell): Promise<number> {
  const { catalog, env, stdout } = shell;
  const say = (text: string) => complain(shell, visible(text));
  const warn = (text: string) => say(labelled(l10n.t("warning"), text));
  const labels = createLabels(command.project, shell);
  const texts: PolicyText[] = [];
  const given = eachOnce(command.paths, shell);
  for (const path of given) {
    const read = await readPolicies(path, shell, command);
    if ("failure" in read) say(`${read.path}: ${read.failure}`);
    else texts.push(read);
  }
  if (texts.length === 0) return EXIT.couldNotRun;
  if (texts.length < given.length) warn(l10n.t("decided without the files that could not be read"));
  const policies = texts.flatMap((text) => text.policies);
  const asked = readRequest(command, policies, catalog);
  if ("failure" in asked) {
    say(asked.failure);
    return EXIT.couldNotRun;
  }
  const { request, facts, warnings, notes } = asked;
  for (const warning of warnings) warn(warning);
  for (const note of notes) say(labelled(l10n.t("note"), note));
  const leftOut = policies.flatMap((policy) => compilePolicy(policy, catalog.of(policy.dialect)).leftOut);
  for (const text of texts) {
    for (const { line, text: gap } of gapsIn(text, leftOut)) {
      warn(`${line === undefined ? text.path : `${text.path}:${line}`}: ${gap}`);
    }
  }
  const decided = decide(policies, request, catalog);
  const { decision, by } = decided;
  const applications = given.flatMap(labels.applicationsFor);
  const near = describeNear(request, decided, nearRequests(policies, request, catalog), {
    facts,
    applications,
  });
  const place = by === undefined ? null : placeOf(by, texts);
  const result: DecisionResult = {
    decision,
    by: place,
    unmatched: describeUnmatched(request, decided, facts),
    near: near.map(({ text, by: other }) => ({
      text,
      at: place !== null && other.statement === by?.statement ? place : placeOf(other, texts),
    })),
  };
  stdout.write(command.reporter(result, createColors(wantsColors(stdout, env))));
  return texts.length < given.length ? EXIT.couldNotRun : EXIT.clean;
}

function placeOf({ policy, statement }: By, texts: readonly PolicyText[]): PlacedStatement {
  const text = texts.find(({ policies }) => policies.includes(policy));
  const index = text?.policies.indexOf(policy) ?? 0;
  return {
    path: text?.path ?? "",
    ...((text?.policies.length ?? 0) > 1 && { policy: index + 1 }),
    statement: statement.index + 1,
    line: text?.lineOf(policy, statement.span) ?? 0,
    effect: statement.decision ?? "deny",
  };
}
