// Parts the findings of a file into those that are told and those that the project has decided to live with.
import type { Finding, SuppressedFinding } from "../checks/check.js";
import type { Dialect } from "../policy/dialect.js";
import type { PolicyFile } from "../policy/read.js";
import { isExpired } from "./expired-suppression.js";
import { type Place, placeOf } from "./places.js";
import type { Project, Suppression } from "./project.js";

/** The file that the findings are of. */
export interface JudgedFile {
  /** From the folder of the project file, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly file: PolicyFile;
}

export interface PartedFindings {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** The suppressions that silenced something. */
  readonly used: ReadonlySet<Suppression>;
}

const UNUSED: ReadonlySet<Suppression> = new Set();

/** `today` as in the project file: `2027-06-30`. */
export function suppress(
  findings: readonly Finding[],
  judged: JudgedFile,
  project: Project,
  today: string,
): PartedFindings {
  const able =
    findings.length === 0
      ? []
      : project.suppressions.filter(
          (suppression) => !isExpired(suppression, today) && suppression.file.matches(judged.path),
        );
  if (able.length === 0) return { findings, suppressed: [], used: UNUSED };
  const told: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const used = new Set<Suppression>();
  for (const finding of findings) {
    const fitting = able.filter((suppression) => silences(suppression, finding, judged));
    for (const suppression of fitting) used.add(suppression);
    const [first] = fitting;
    if (first === undefined) told.push(finding);
    else {
      const { reason, expires } = first;
      suppressed.push({ ...finding, suppression: { reason, ...(expires !== undefined && { expires }) } });
    }
  }
  return { findings: told, suppressed, used };
}

function silences({ check, at }: Suppression, finding: Finding, { file, text }: JudgedFile): boolean {
  if (check !== finding.check) return false;
  if (at === undefined) return true;
  const place = placeOf(finding.span, file, text);
  return at.startsWith("/") ? at === place.pointer : isSameText(at, place, dialectOf(file));
}

/**
 * What a suppression of this finding would say as `at`: the text where there is one, which survives when
 * statements are added before it. Undefined for what is said of the document as a whole.
 */
export function suppressionPlace(
  finding: Finding,
  { file, text }: Omit<JudgedFile, "path">,
): string | undefined {
  const place = placeOf(finding.span, file, text);
  if (place.text !== undefined && place.text.trim() !== "" && !place.text.startsWith("/")) return place.text;
  return place.pointer === "" ? undefined : place.pointer;
}

function dialectOf({ dialect, embedded }: PolicyFile): Dialect | undefined {
  return dialect ?? embedded.find(({ file }) => file.dialect !== undefined)?.file.dialect;
}

/** `name/trtc:X` and `trtc:X` are one action where the dialect says so. */
function isSameText(at: string, { text }: Place, dialect: Dialect | undefined): boolean {
  if (text === undefined) return false;
  return text === at || (dialect !== undefined && withoutHabit(text, dialect) === withoutHabit(at, dialect));
}

function withoutHabit(text: string, { readAction }: Dialect): string {
  const reading = readAction(text);
  return reading.kind === "action" ? text.slice(reading.prefix.length) : text;
}
