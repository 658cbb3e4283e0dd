import type { Place, SchemaId } from '../contract.ts';
import type { Body } from '../exchange.ts';
import { withExactIntegers } from '../json/exact-integers.ts';
import { readJson } from '../json/read-json.ts';
import { type JsonRemark, remarksOn } from '../json/remarks.ts';
import type { Problem } from './explain/problems.ts';
import type { ScrubbedReader } from './scrubbed.ts';
import type { Applied } from './walk/applied.ts';
import { MAX_DEPTH, type Survey, type Surveyor } from './walk/survey.ts';

/** What there is to say of a body. */
export type JudgedBody =
  /** Nothing: it is strict JSON, fits its schema, and has nothing in it to be told. */
  | { readonly kind: 'clean' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'malformed'; readonly reason: string }
  | JudgedValue;

export interface JudgedValue {
  readonly kind: 'json';
  readonly value: unknown;
  readonly remarks: readonly JsonRemark[];
  readonly fits: boolean;
  /** There is something to tell of it that is no misfit: a property that no schema names, say. */
  readonly hasNotes: boolean;
  /** Where placeholders were let pass: what they are read by. The value then fits if it may. */
  readonly scrubbed?: ScrubbedReader;
  /** Some of them without quotes: it is JSON but for them. */
  readonly isBare?: true;
  /** What is wrong with the way in which it is written, of what can be read all the same. */
  readonly faults?: readonly Problem[];
  /** Places of the description that parts without a content-type were read by. */
  readonly untyped?: readonly Place[];
  /** What its texts hold is judged as well. */
  readonly holdsContents?: true;
}

/** A schema as bodies are judged by it; no id for JSON of which nothing is said. */
export interface BodySchema {
  readonly id: string | null;
  readonly applied: Applied;
}

export interface JudgeBodyTools {
  /** Whether a value fits a schema; where there is none, anything does. */
  fits(id: SchemaId | null, value: unknown): boolean;
  /** The same of values that may hold integers as bigints, which validators do not know. */
  fitsExactly(id: SchemaId | null, value: unknown): boolean;
  /** Walks over a body that fits: what it shows counts as covered. */
  readonly survey: Surveyor;
  /** Walks over one that does not. */
  readonly surveyOnly: Surveyor;
  /** Decides of what the last survey noted as shown. */
  settle(counts: boolean): void;
}

const CLEAN: JudgedBody = { kind: 'clean' };
const TOO_DEEP: JudgedBody = { kind: 'malformed', reason: `nests more than ${MAX_DEPTH} levels deep` };

/** A body that can be read. */
export interface ReadBody {
  readonly value: unknown;
  /** What it was parsed from, where that is JSON. */
  readonly text?: string;
  /** It is JSON but for placeholders without quotes. */
  readonly isBare?: boolean;
}

/** JSON. With `scrubbed`, nothing is said of what placeholders stand for. */
export function judgeBody(
  tools: JudgeBodyTools,
  schema: BodySchema,
  body: Body,
  scrubbed?: ScrubbedReader,
): JudgedBody {
  const json = readJson(body);
  const bare = json.kind === 'malformed' ? scrubbed?.readBare(body) : undefined;
  const read = bare === undefined ? json : { ...bare, kind: 'json' as const, isBare: true };
  if (read.kind !== 'json') return read;
  try {
    return judgeRead(tools, schema, read, scrubbed);
  } catch (error) {
    tools.settle(false);
    // A validator recurses as deep as the body does; it may run out of stack before the survey refuses to go on.
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

/** Whether what was read fits its schema, and what there is to tell of it all the same. */
export function judgeRead(
  tools: JudgeBodyTools,
  { id, applied }: BodySchema,
  { value, text, isBare = false }: ReadBody,
  scrubbed: ScrubbedReader | undefined,
): JudgedBody {
  const mayFit = text === undefined ? tools.fitsExactly(id, value) : tools.fits(id, value);
  let survey: Survey = (mayFit ? tools.survey : tools.surveyOnly)(applied, value);
  const { tooDeep } = survey;
  const remarks = tooDeep || text === undefined ? [] : remarksOn(text, survey);
  const isOdd = survey.oddNumber && !tooDeep && text !== undefined;
  const exact = isOdd ? withExactIntegers(text, value) : value;
  let fits = exact === value ? mayFit : tools.fitsExactly(id, exact);
  const isScrubbed = isBare || (!fits && !tooDeep && scrubbed?.holds(exact) === true);
  if (isScrubbed && !fits && id !== null && scrubbed?.mayFit(id, exact)) fits = true;
  if (fits !== mayFit || exact !== value) {
    // What a double or a misfit seemed to show is not what the value shows.
    tools.settle(false);
    survey = (fits ? tools.survey : tools.surveyOnly)(applied, exact);
  }
  const { hasNotes } = survey;
  // Which of two values of a key was meant is anyone's guess, so the body shows nothing for certain.
  tools.settle(fits && !tooDeep && !remarks.some(({ kind }) => kind === 'duplicate-key'));
  if (tooDeep) return TOO_DEEP;
  if (fits && !hasNotes && remarks.length === 0 && !isScrubbed) return CLEAN;
  return {
    kind: 'json',
    value: exact,
    remarks,
    fits,
    hasNotes,
    ...(isScrubbed && scrubbed && { scrubbed }),
    ...(isBare && { isBare }),
  };
}
