import type { Contract, Operation, Place, SchemaId } from '../contract.ts';
import type { Body, Exchange } from '../exchange.ts';
import { textOf } from '../json/read-json.ts';
import { faultFinderOf, type Problem, placeOf, problemsOf } from './explain/problems.ts';
import type { LenientRule } from './lenient.ts';
import {
  isAllUnknown,
  isUnknownText,
  mayHaveBeen,
  type PlaceholderTest,
  readBarePlaceholders,
  scrubbedText,
} from './values/placeholders.ts';
import { type Fault, faultFinder } from './walk/faults.ts';
import { typesOf } from './walk/meant.ts';

/** Reads one half of exchanges whose values a recorder may have replaced, and says nothing of what it does not know. */
export interface ScrubbedReader {
  /** What a body as a whole may be. */
  readonly isPlaceholder: PlaceholderTest;
  /** A body that is JSON but for placeholders without quotes; undefined where it is not. */
  readBare(body: Body): { readonly text: string; readonly value: unknown } | undefined;
  /** Whether a value has a placeholder in it. */
  holds(value: unknown): boolean;
  /** Whether a value may fit. */
  mayFit(id: SchemaId, value: unknown): boolean;
  /** What is wrong with a value whatever its placeholders stand for. */
  problems(id: SchemaId, value: unknown, subject?: string): Problem[];
  /** Which placeholders would be wrong if they stood for themselves. */
  passed(id: SchemaId, value: unknown): readonly PassedPlaceholder[];
}

export interface PassedPlaceholder {
  readonly rule: LenientRule;
  /** JSON Pointer into the value, and the same as findings are told apart by. */
  readonly path: string;
  readonly location: string;
  readonly spec: Place;
  readonly value: unknown;
  /** The documented types, where none of them is text, and the placeholder is. */
  readonly otherType?: string;
}

export function scrubbedReader(contract: Contract, isPlaceholder: PlaceholderTest): ScrubbedReader {
  const { schemas } = contract;
  const isUnknown = (value: unknown): boolean =>
    typeof value === 'symbol' || (typeof value === 'string' && isUnknownText(value, isPlaceholder));
  const holds = (value: unknown): boolean =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).some(([name, each]) => isPartOfName(name) || holds(each))
      : isUnknown(value);
  /** Where a recorder replaced a part of a name: what is then missing, or too much, may be what stood there. */
  const isPartOfName = (name: string, meant?: string): boolean => {
    const left = scrubbedText(name, isPlaceholder);
    return left !== undefined && !isAllUnknown(left) && (meant === undefined || mayHaveBeen(left, meant));
  };
  const isOfName = ({ keyword, name, value }: Fault): boolean => {
    if (name === undefined) return false;
    if (keyword === 'required')
      return Object.keys(value as object).some((member) => isPartOfName(member, name));
    return keyword === 'additionalProperties' && isPartOfName(name);
  };
  const finder = faultFinder(contract, isUnknown);
  const faultsOf = (id: SchemaId, value: unknown): Fault[] =>
    finder.faults(id, value).filter((fault) => !isOfName(fault));
  return {
    isPlaceholder,
    readBare: (body) => {
      const text = body === undefined ? undefined : textOf(body);
      return text === undefined ? undefined : readBarePlaceholders(text, isPlaceholder);
    },
    holds,
    mayFit: (id, value) => finder.fits(id, value) || faultsOf(id, value).length === 0,
    problems: (id, value, subject = '') => problemsOf(faultsOf(id, value), schemas, subject),
    passed: (id, value) => {
      const left = new Set(faultsOf(id, value).map(nameOf));
      return faultFinderOf(contract)
        .faults(id, value)
        .filter((fault) => (isUnknown(fault.value) || isOfName(fault)) && !left.has(nameOf(fault)))
        .map((fault) => {
          const types = typesOf(fault.id, schemas);
          const isOther = typeof fault.value === 'string' && types !== undefined && !types.has('string');
          return {
            rule: 'placeholder',
            path: fault.path,
            location: fault.location,
            spec: placeOf(fault, schemas),
            value: fault.value,
            ...(isOther && { otherType: [...types].join(' or ') }),
          };
        });
    },
  };
}

function nameOf({ id, keyword, path }: Fault): string {
  return `${id} ${keyword} ${path}`;
}

/** The only documented type of a request's body that a content-type may have been of which a recorder replaced a part. */
export function typeBehind(
  header: string | undefined,
  { requestBody }: Operation,
  { isPlaceholder }: ScrubbedReader,
): string | undefined {
  const left =
    header === undefined ? undefined : scrubbedText(header.replace(/;.*/s, '').trim(), isPlaceholder);
  if (left === undefined) return undefined;
  const [type, another] = Object.keys(requestBody?.content ?? {}).filter((name) => mayHaveBeen(left, name));
  return another === undefined ? type : undefined;
}

/** An exchange without the bodies that are nothing but a placeholder: these were not kept. */
export function withoutScrubbedBodies(
  exchange: Exchange,
  request: PlaceholderTest,
  response: PlaceholderTest,
): Exchange {
  const isSent = isPlaceholderAlone(exchange.request.body, request);
  const isReceived = isPlaceholderAlone(exchange.response.body, response);
  if (!isSent && !isReceived) return exchange;
  return {
    ...exchange,
    ...(isSent && { request: { ...exchange.request, body: undefined, bodyUnknown: true } }),
    ...(isReceived && { response: { ...exchange.response, body: undefined } }),
  };
}

/** Longer texts are bodies. */
const LONGEST = 200;

function isPlaceholderAlone(body: Body, isPlaceholder: PlaceholderTest): boolean {
  return typeof body === 'string' && body.length <= LONGEST && isPlaceholder(body.trim());
}
