import type { Contract } from '../contract.ts';
import type { Body } from '../exchange.ts';
import { readJson } from '../json/read-json.ts';
import { type JsonRemark, remarksOn } from '../json/remarks.ts';
import type { CleanBodies } from './clean-bodies.ts';
import type { ShapeNode } from './shape-nodes.ts';
import { MAX_DEPTH, type Survey, type Surveyor } from './survey.ts';

/** What there is to say of a JSON body. */
export type JudgedBody =
  /** Nothing: it is strict JSON, fits its schema, and each of its properties is documented. */
  | { readonly kind: 'clean' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'malformed'; readonly reason: string }
  | JudgedJson;

export interface JudgedJson {
  readonly kind: 'json';
  readonly value: unknown;
  readonly remarks: readonly JsonRemark[];
  readonly fits: boolean;
  /** It has a property that no schema names. */
  readonly undocumented: boolean;
}

/** A schema as bodies are judged by it; null for JSON of which nothing is said. */
export interface BodySchema {
  readonly id: string | null;
  readonly node: ShapeNode;
}

export interface JudgeBodyTools {
  readonly fits: Contract['fits'];
  /** Walks over a body that fits: what it shows counts as covered. */
  readonly survey: Surveyor;
  /** Walks over one that does not. */
  readonly surveyOnly: Surveyor;
  readonly clean: CleanBodies;
  /** Decides of what the last survey noted as shown. */
  settle(counts: boolean): void;
}

const CLEAN: JudgedBody = { kind: 'clean' };
const TOO_DEEP: JudgedBody = { kind: 'malformed', reason: `nests more than ${MAX_DEPTH} levels deep` };

export function judgeBody(tools: JudgeBodyTools, schema: BodySchema, body: Body): JudgedBody {
  if (typeof body === 'string' && tools.clean.has(schema, body)) return CLEAN;
  const json = readJson(body);
  if (json.kind !== 'json') return json;
  const { text, value } = json;
  try {
    const fits = schema.id === null || tools.fits[schema.id]?.(value) === true;
    const survey = (fits ? tools.survey : tools.surveyOnly)(schema.node, value);
    const judged = conclude(text, value, fits, survey);
    tools.settle(fits && judged !== TOO_DEEP && !hasDuplicateKey(judged));
    if (judged === CLEAN) tools.clean.add(schema, text);
    return judged;
  } catch (error) {
    tools.settle(false);
    // A validator recurses as deep as the body does; it may run out of stack before the survey refuses to go on.
    if (error instanceof RangeError) return TOO_DEEP;
    throw error;
  }
}

function conclude(text: string, value: unknown, fits: boolean, survey: Survey): JudgedBody {
  if (survey.tooDeep) return TOO_DEEP;
  const { undocumented } = survey;
  const remarks = remarksOn(text, survey);
  if (fits && !undocumented && remarks.length === 0) return CLEAN;
  return { kind: 'json', value, remarks, fits, undocumented };
}

/** Which of two values was meant is anyone's guess, so the body shows nothing for certain. */
function hasDuplicateKey(judged: JudgedBody): boolean {
  return judged.kind === 'json' && judged.remarks.some(({ kind }) => kind === 'duplicate-key');
}
