// Every action against every resource that a policy names, as a table in Markdown. The cells are words, so that a
// screen reader says what the eye sees.
import * as l10n from "@vscode/l10n";
import {
  type AccessGroup,
  accessTable,
  code,
  describeScope,
  list,
  type Naming,
  type Scope,
  type TableCell,
  type TableRow,
} from "../../core/index.js";
import { sentences } from "../sentences.js";

/** A preview takes more, a reader does not. */
const MOST_ROWS = 150;
const MOST_COLUMNS = 8;
/** Rows that say the same are told together from so many of them on. */
const ALIKE = 6;
const NAMED_ALIKE = 60;

export function tableOf(allowed: readonly AccessGroup[], naming: Naming): string {
  const { dialect } = naming.facts;
  const { columns, leftOut, rows } = accessTable(allowed, { dialect, mostColumns: MOST_COLUMNS });
  const lines = together(rows);
  const isOnly = columns.length + leftOut === 1;
  const head = [WORDS.action(), WORDS.access(), ...columns.map((scope) => titleOf(scope, isOnly, naming))];
  const more = [
    ...(lines.length > MOST_ROWS ? [WORDS.moreRows(lines.length - MOST_ROWS)] : []),
    ...(leftOut > 0 ? [WORDS.moreColumns(leftOut)] : []),
  ];
  return [
    row(head),
    row(head.map(() => "---")),
    ...lines
      .slice(0, MOST_ROWS)
      .map(({ actions, access, cells }) =>
        row([list(actions.map(code), NAMED_ALIKE), ACCESS[access](), ...cells.map((cell) => CELLS[cell]())]),
      ),
    ...(more.length > 0 ? ["", sentences(more)] : []),
  ].join("\n");
}

interface Line {
  readonly actions: string[];
  readonly access: TableRow["access"];
  readonly cells: readonly TableCell[];
}

/** What writes is always told by itself. */
function together(rows: readonly TableRow[]): readonly Line[] {
  const alike = new Map<string, Line>();
  const all = rows.map(({ action, access, cells }): Line => ({ actions: [action], access, cells }));
  const keyOf = ({ access, cells }: Line) => `${access} ${cells.join(" ")}`;
  const counts = new Map<string, number>();
  for (const line of all) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  const lines: Line[] = [];
  for (const line of all) {
    const key = keyOf(line);
    const known = alike.get(key);
    if (line.access === "write" || (counts.get(key) ?? 0) < ALIKE) lines.push(line);
    else if (known !== undefined) known.actions.push(...line.actions);
    else {
      alike.set(key, line);
      lines.push(line);
    }
  }
  return lines;
}

function titleOf(scope: Scope, isOnly: boolean, { applications, style }: Naming): string {
  if (scope.kind === "everything" && !isOnly) return WORDS.everythingElse();
  return describeScope(scope, applications, style);
}

/** A bar inside a cell would end it. */
function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

const ACCESS: Readonly<Record<TableRow["access"], () => string>> = {
  read: () => l10n.t("read"),
  write: () => `**${l10n.t("write")}**`,
  unlisted: () => l10n.t("not known"),
};

const CELLS: Readonly<Record<TableCell, () => string>> = {
  always: () => l10n.t({ message: "yes", comment: ["the action is allowed on the resource"] }),
  "under-conditions": () => l10n.t("under conditions"),
  partly: () => l10n.t("in part"),
  never: () => "–",
};

const WORDS = {
  action: () => l10n.t("Action"),
  everythingElse: () => l10n.t("everything else"),
  access: () => l10n.t({ message: "Access", comment: ["head of a column with read and write"] }),
  moreRows: (count: number) =>
    count === 1 ? l10n.t("1 more row is left out.") : l10n.t("{count} more rows are left out.", { count }),
  moreColumns: (count: number) =>
    count === 1
      ? l10n.t("1 more resource is left out.")
      : l10n.t("{count} more resources are left out.", { count }),
} as const;
