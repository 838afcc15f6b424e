// The contract of a check: what it says about itself, what it is given, and what it gives back.
import type { Accounts, Application } from "../catalog/applications.js";
import type { Catalog, DialectCatalog, ResolvedAction } from "../catalog/catalog.js";
import type { ElementRole, ResourceReading } from "../policy/dialect.js";
import type { Policy } from "../policy/model.js";
import type { PolicyFile } from "../policy/read.js";
import type { TextEdit } from "../text/edit.js";
import type { Span } from "../text/span.js";

export type Severity = "error" | "warning" | "info" | "hint";

/** `safe` changes no access; `unsafe` changes it, or is a guess, and is never applied without a person. */
export type FixSafety = "safe" | "unsafe";

export type Category =
  | "document"
  | "statement"
  | "action"
  | "resource"
  | "condition"
  | "meaning"
  | "grants"
  | "change"
  | "project";

/** Messages by id, with `{name}` where a value goes. Titles of fixes stand among them. */
export type Messages = Readonly<Record<string, string>>;

export interface CheckContext {
  readonly catalog: Catalog;
  /** The part of the catalog for the policy's dialect. */
  readonly facts: DialectCatalog;
  /** Those of the project; empty where nobody listed any, which says nothing about others. */
  readonly applications: readonly Application[];
  readonly accounts: Accounts;
  /** The text that the spans are of; empty when policies were read without places. */
  readonly text: string;
}

export interface Check<Ids extends string = string> {
  /** Kebab-case; the name of the file, the page, the fixtures and the last part of the page's address. */
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly severity: Severity;
  /** How sure a finding is: `low` where the facts behind it are weak. */
  readonly confidence: "high" | "medium" | "low";
  /** First version that has it. */
  readonly since: string;
  /** Ids it had before. */
  readonly aliases?: readonly string[];
  /** Checks whose findings at the same place this one explains already. */
  readonly supersedes?: readonly string[];
  /**
   * `run` looks at each statement by itself: what it finds in one, or does not, follows from the text of that
   * statement alone. Such a check is not asked again about a statement that has not changed.
   */
  readonly perStatement?: true;
  /** What a file must have for the check to find anything: one of these. Only speed depends on it. */
  readonly needs?: Needs;
  /** What it finds could be left out without any effect: editors show it faded. */
  readonly unnecessary?: true;
  /** The safety of the fixes it may offer; absent where it offers none. */
  readonly fixable?: readonly FixSafety[];
  readonly messages: Readonly<Record<Ids, string>>;
  /** Looks at the whole file: at its syntax, or at what kind of document it is. */
  readonly runFile?: (file: PolicyFile, context: Omit<CheckContext, "facts">) => Iterable<Report<Ids>>;
  /** Looks at one policy. */
  readonly run?: (policy: Policy, context: CheckContext) => Iterable<Report<Ids>>;
}

/** A check without any of these is always asked. */
export interface Needs {
  /** Something that is not just as the grammar has it, conditions left aside: see `isRegular`. */
  readonly slip?: true;
  /** An element of this role, with or without a value. What is found in a condition follows from it alone. */
  readonly role?: ElementRole;
  /** An action string of which this holds; what holds of a string is remembered. */
  readonly action?: (action: ResolvedAction, facts: DialectCatalog) => boolean;
  /** A resource of which this holds; it must not matter which number stands at the end, but that one does. */
  readonly resource?: (text: string, reading: ResourceReading, facts: DialectCatalog) => boolean;
  /** Such an action or resource in a statement that decides so. */
  readonly decision?: "allow" | "deny";
  /** An entry twice in one list, or every resource beside others. */
  readonly repeats?: true;
  /** In one statement actions of several services, or resources of others than the actions are of. */
  readonly services?: true;
  /** Statements that have to do with each other: see `areApart`. */
  readonly overlap?: true;
  /** As much of something that a limit is near. */
  readonly size?: true;
  /** A project that lists applications or accounts. */
  readonly estate?: true;
  /** A file that is anything else than one policy, as strict JSON in which no key stands twice. */
  readonly file?: true;
}

/** What a check says about itself: all that pages, reports and settings ask for. */
export type CheckInfo<Ids extends string = string> = Omit<
  Check<Ids>,
  "needs" | "perStatement" | "run" | "runFile"
>;

/** What a check gives back; `run.ts` makes a finding of it. */
export interface Report<Ids extends string = string> {
  /** On one line: a key, a value, or the opening brace of the object that lacks something. */
  readonly span: Span;
  readonly message: NoInfer<Ids>;
  /** Fills the `{…}` of the message. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Where it differs from the check's own. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly span: Span; readonly message: NoInfer<Ids> }[];
  readonly fixes?: readonly {
    /** Id of the title among the messages. */
    readonly title: NoInfer<Ids>;
    readonly values?: Readonly<Record<string, string | number>>;
    readonly safety: FixSafety;
    readonly edits: readonly TextEdit[];
  }[];
}

export interface Finding {
  /** Id of the check. */
  readonly check: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  readonly fixes?: readonly Fix[];
}

/** A finding that the project has decided to live with; reports count it and may show it. */
export interface SuppressedFinding extends Finding {
  readonly suppression: {
    readonly reason: string;
    /** Last day on which it holds: `2027-06-30`. */
    readonly expires?: string;
  };
}

export interface Fix {
  readonly title: string;
  readonly safety: FixSafety;
  readonly edits: readonly TextEdit[];
}

/** Keeps the message ids of a check together with the reports that name them. */
export function defineCheck<const Ids extends string>(check: Check<Ids>): Check<Ids> {
  return check;
}
