// The first step of everything: what policies does this text hold, in which dialect, and is it ours at all?

import { type EmbeddedText, readEmbeddedText } from "../text/embedded-text.js";
import { type Break, isBreak, type Problem } from "../text/problem.js";
import { type JsonText, readJson } from "../text/read-json.js";
import { touches } from "../text/span.js";
import { entryOf, type MapValue, type Value } from "../text/value.js";
import type { Dialect } from "./dialect.js";
import { isMeantAsPolicy } from "./element-names.js";
import { foreignPolicy, hasOwnMark } from "./foreign.js";
import { type LocatedText, locatePolicies, principalDocument, type Wrapper } from "./locate.js";
import type { ForeignPolicy, Policy, PrincipalDocument } from "./model.js";
import { parsePolicy } from "./parse.js";
import { dialectByContent, dialectByName, isCertain } from "./recognize.js";

export interface ReadOptions {
  /** The languages to choose from; the first stands in where neither content nor name says anything. */
  readonly dialects: readonly Dialect[];
  /** Name of the file, with or without folders. */
  readonly fileName?: string;
  /** Somebody said that this is a policy: by language id, by name on the command line, by the project file. */
  readonly declared?: boolean;
  /** Judge by this dialect whatever the content says. */
  readonly dialect?: Dialect;
}

export interface PolicyFile {
  /** As in a document of the text's own syntax; absent for an empty text and a foreign one. */
  readonly root?: Value;
  /** Documents that stand behind the root where only one may be; their policies are among the others. */
  readonly further?: readonly Value[];
  /** Why the text is not strict JSON; empty where the file is not ours or foreign. */
  readonly problems: readonly Problem[];
  readonly policies: readonly Policy[];
  /** Policies that stand as strings in this file; each is a file of its own, with its own places. */
  readonly embedded: readonly EmbeddedFile[];
  /** The object that the vendor's interface puts around the policy, with the fields beside it. */
  readonly wrapper?: MapValue;
  /** Trust policies of roles and policies of buckets, which are not judged; absent where there are none. */
  readonly principalDocuments?: readonly PrincipalDocument[];
  /** Set where the document is another vendor's; then there are no policies. */
  readonly foreign?: ForeignPolicy;
  /** Whether the file is to be judged and served at all. */
  readonly isOurs: boolean;
  /** The dialect of the file; absent where it is foreign, or where nothing in a request tells. */
  readonly dialect?: Dialect;
}

export interface EmbeddedFile {
  /** Says where in the outer text its places are. */
  readonly source: EmbeddedText;
  readonly file: PolicyFile;
  /** The object that has the string, with the name and description of the policy. */
  readonly request: MapValue;
}

const NOT_OURS: PolicyFile = { problems: [], policies: [], embedded: [], isOurs: false };

/** Never fails; a text that is cut off anywhere gives what is there. */
export function readPolicyFile(text: string, options: ReadOptions): PolicyFile {
  return readPolicyValue({ ...readJson(text), text }, options);
}

/** What a text was read into; `text` is empty where values come from `JSON.parse` and have no places. */
export interface ReadText extends JsonText {
  readonly text: string;
}

/** The same for values that were read already. */
export function readPolicyValue(read: ReadText, options: ReadOptions): PolicyFile {
  const file = readFirst(read, options);
  const { further = [], text } = read;
  if (further.length === 0 || !file.isOurs || file.foreign !== undefined) return file;
  return withFurther(file, further, text, options);
}

/** What the first document is decides whether the file is ours; each has a dialect of its own. */
function withFurther(
  file: PolicyFile,
  further: readonly Value[],
  text: string,
  options: ReadOptions,
): PolicyFile {
  const { dialects, fileName: _, ...others } = options;
  const own = file.dialect;
  const preferred = own === undefined ? dialects : [own, ...dialects.filter((dialect) => dialect !== own)];
  const read = further.map((root) =>
    readFirst({ root, problems: [], text }, { ...others, dialects: preferred, declared: true }),
  );
  const principalDocuments = [file, ...read].flatMap((one) => one.principalDocuments ?? []);
  return {
    ...file,
    further,
    // Behind a policy there may stand anything; of what is not meant as one, nothing is missing.
    policies: [...file.policies, ...read.flatMap(({ policies }) => policies.filter(isMeantAsPolicy))],
    embedded: [...file.embedded, ...read.flatMap(({ embedded }) => embedded)],
    ...(principalDocuments.length > 0 && { principalDocuments }),
  };
}

function readFirst({ root, problems, text }: ReadText, options: ReadOptions): PolicyFile {
  const declared = options.declared === true || options.dialect !== undefined;
  const { policies, texts, wrapper } = locatePolicies(root, options.dialects);
  const file = { ...(root && { root }), problems, embedded: [], ...(wrapper && { wrapper: wrapper.map }) };
  if (texts.length > 0) return withEmbedded(texts, text, file, options, declared);
  if (policies.length === 0) {
    if (!declared) return NOT_OURS;
    const dialect = options.dialect ?? fallback(options);
    return { ...file, policies: [], isOurs: true, ...(dialect && { dialect }) };
  }
  return judge(
    policies.map(({ map }) => map),
    file,
    options,
    { declared: declared || isRequest(wrapper), wrapped: wrapper?.dialect },
  );
}

/** What a service answers may be a document of the vendor's own, which has other rules. */
function isRequest(wrapper: Wrapper | undefined): boolean {
  if (wrapper === undefined) return false;
  const { map, dialect } = wrapper;
  return dialect.answerFields?.some((name) => entryOf(map, name) !== undefined) !== true;
}

/** A request is ours when somebody says so, or by the policy in it: others have fields of the same names. */
function withEmbedded(
  texts: readonly LocatedText[],
  outer: string,
  file: Omit<PolicyFile, "policies" | "isOurs">,
  options: ReadOptions,
  declared: boolean,
): PolicyFile {
  const embedded: EmbeddedFile[] = [];
  let isServed = declared;
  for (const { value, request } of texts) {
    const source = readEmbeddedText(value, outer);
    // `file://policy.json` is how a command line says where the policy is.
    if (!/^\s*[{[]/.test(source.text)) continue;
    const json = readJson(source.text);
    const map = json.root?.kind === "map" ? json.root : undefined;
    // A policy that lacks its version is ours all the same where it names what only our clouds have.
    const isMarked = map !== undefined && hasOwnMark(map);
    const read = { ...json, text: source.text };
    const inner = readPolicyValue(read, { ...options, declared: declared || isMarked });
    if (inner.isOurs) embedded.push({ source, request, file: inner });
    // A policy that has just been begun is not judged, but the name beside it is completed.
    else if (map !== undefined && foreignPolicy(map) === undefined) isServed = true;
  }
  if (embedded.length === 0 && !isServed) return NOT_OURS;
  const told = embedded.find(({ file: inner }) => inner.dialect !== undefined)?.file.dialect;
  const dialect = options.dialect ?? told;
  return { ...file, policies: [], embedded, isOurs: true, ...(dialect && { dialect }) };
}

/** The document that the offset lies in, where a file has several. */
export function documentAt({ root, further = [] }: PolicyFile, offset: number): Value | undefined {
  if (root === undefined || touches(root.span, offset)) return root;
  return further.find(({ span }) => touches(span, offset));
}

/** The policies of the file and of the texts in it. */
export function policiesOf({ policies, embedded }: PolicyFile): readonly Policy[] {
  return embedded.length === 0
    ? policies
    : [...policies, ...embedded.flatMap(({ file }) => policiesOf(file))];
}

/** Where the text, or a text in it, may have lost something; places are those of the file. */
export function breaksIn({ problems, embedded }: PolicyFile): readonly Break[] {
  const inner = embedded.flatMap(({ source, file }) =>
    breaksIn(file).map(({ kind, span }) => ({ kind, span: source.toOuter(span) })),
  );
  return [...problems.filter(isBreak), ...inner];
}

function judge(
  maps: readonly MapValue[],
  file: Omit<PolicyFile, "policies" | "isOurs">,
  options: ReadOptions,
  { declared, wrapped }: { declared: boolean; wrapped: Dialect | undefined },
): PolicyFile {
  const certain = options.dialects.find((dialect) => maps.some((map) => isCertain(map, dialect)));
  if (!declared && certain === undefined) return NOT_OURS;
  for (const map of maps) {
    const foreign = options.dialect === undefined ? foreignPolicy(map) : undefined;
    // Only what was declared as ours is told that it is not; nothing else in it is looked at.
    if (foreign !== undefined) return declared ? { ...NOT_OURS, foreign, isOurs: true } : NOT_OURS;
  }
  const dialect = options.dialect ?? byContent(maps, options.dialects) ?? wrapped ?? fallback(options);
  if (dialect === undefined) return NOT_OURS;
  const policies: Policy[] = [];
  const principalDocuments: PrincipalDocument[] = [];
  for (const map of maps) {
    const found = principalDocument(map, dialect);
    if (found === undefined) policies.push(parsePolicy(map, dialect));
    else principalDocuments.push(found);
  }
  return {
    ...file,
    policies,
    ...(principalDocuments.length > 0 && { principalDocuments }),
    isOurs: true,
    dialect,
  };
}

function byContent(maps: readonly MapValue[], dialects: readonly Dialect[]): Dialect | undefined {
  for (const map of maps) {
    const dialect = dialectByContent(map, dialects);
    if (dialect !== undefined) return dialect;
  }
  return undefined;
}

function fallback(options: ReadOptions): Dialect | undefined {
  return dialectByName(options.fileName ?? "", options.dialects) ?? options.dialects[0];
}
