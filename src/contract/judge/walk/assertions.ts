import type { Keywords, Schema, SchemaId } from '../../contract.ts';
import { equalItems } from '../../description/schemas/equal.ts';
import { acceptsFormat } from '../../description/schemas/formats.ts';
import { isMultipleOf } from '../../description/schemas/multiple-of.ts';
import { patternOf } from '../../description/schemas/patterns.ts';
import { isObject } from './parts.ts';

/** What a schema asserts of a value by itself, and the value breaks. */
export interface Assertion {
  readonly keyword: string;
  readonly name?: string;
  readonly found?: unknown;
}

type Fits = (id: SchemaId, value: unknown) => boolean;

/** What an assertion asks of others, where placeholders are read at their best: `fits` is whether a value may fit. */
export interface Asked {
  readonly fits: Fits;
  /** The same where they are read the other way. Without placeholders it is no other. */
  readonly fitsOtherwise: Fits;
  readonly nameFits: Fits;
  /** Whether a value is one that stands for another, or has one in it. */
  readonly isUnknown: (value: unknown) => boolean;
  /** Whether a value is a documented one. */
  readonly equals: (documented: unknown, value: unknown) => boolean;
}

type AnyNumber = number | bigint;

const NONE: readonly Assertion[] = [];

/** The keywords of a schema that a value breaks, but those of the schemas in it that apply to the value or to parts of it. */
export function brokenBy({ keywords }: Schema, value: unknown, asked: Asked): readonly Assertion[] {
  const broken: Assertion[] = [];
  const fail = (keyword: keyof Keywords, more?: Omit<Assertion, 'keyword'>): void => {
    broken.push({ keyword, ...more });
  };
  const { type, enum: values, not } = keywords;
  if (type !== undefined && !type.some((each) => isOfType(value, each))) fail('type');
  if (values !== undefined && !values.some((each) => asked.equals(each, value))) fail('enum');
  if (Object.hasOwn(keywords, 'const') && !asked.equals(keywords.const, value)) fail('const');
  if (not !== undefined && asked.fitsOtherwise(not, value)) fail('not');
  if (typeof value === 'string') judgeText(keywords, value, fail);
  else if (typeof value === 'number' || typeof value === 'bigint') judgeNumber(keywords, value, fail);
  else if (Array.isArray(value)) judgeList(keywords, value, asked, fail);
  else if (isObject(value)) judgeObject(keywords, value, asked, fail);
  return broken.length === 0 ? NONE : broken;
}

/** Whether a schema may refuse a value of which nothing is known but that it is text; of a symbol, not even that. */
export function saysOfScalars({ keywords }: Schema, value: unknown): boolean {
  const { type, enum: values, not, format, pattern, minLength, maxLength } = keywords;
  if (typeof value === 'symbol') return Object.keys(keywords).length > 0;
  return (
    (type !== undefined && !type.includes('string')) ||
    [values, not, format, pattern, minLength, maxLength].some((each) => each !== undefined) ||
    Object.hasOwn(keywords, 'const')
  );
}

type Fail = (keyword: keyof Keywords, more?: Omit<Assertion, 'keyword'>) => void;

/** Whether a value is of a type of JSON Schema. */
export function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      // What is too large for a double was read as infinity: it is a whole number.
      return typeof value === 'bigint' || (typeof value === 'number' && !(value % 1));
    case 'number':
      return typeof value === 'bigint' || typeof value === 'number';
    default:
      return typeof value === type;
  }
}

function judgeText(keywords: Keywords, value: string, fail: Fail): void {
  const { minLength, maxLength, pattern, format } = keywords;
  if (minLength !== undefined && value.length < 2 * minLength && lengthOf(value) < minLength)
    fail('minLength');
  if (maxLength !== undefined && value.length > maxLength && lengthOf(value) > maxLength) fail('maxLength');
  if (pattern !== undefined && !patternOf(pattern).test(value)) fail('pattern');
  if (format !== undefined && !acceptsFormat(format, value)) fail('format');
}

/** In code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

function judgeNumber(keywords: Keywords, value: AnyNumber, fail: Fail): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = keywords;
  if (minimum !== undefined && !(value >= minimum)) fail('minimum');
  if (maximum !== undefined && !(value <= maximum)) fail('maximum');
  if (exclusiveMinimum !== undefined && !(value > exclusiveMinimum)) fail('exclusiveMinimum');
  if (exclusiveMaximum !== undefined && !(value < exclusiveMaximum)) fail('exclusiveMaximum');
  if (multipleOf !== undefined && !isMultipleOf(value, multipleOf)) fail('multipleOf');
  if (format !== undefined && !acceptsFormat(format, value)) fail('format');
}

function judgeList(keywords: Keywords, items: readonly unknown[], asked: Asked, fail: Fail): void {
  const { minItems, maxItems, uniqueItems, contains, minContains = 1, maxContains } = keywords;
  if (minItems !== undefined && items.length < minItems) fail('minItems');
  if (maxItems !== undefined && items.length > maxItems) fail('maxItems');
  const equal = uniqueItems ? equalKnown(items, asked.isUnknown) : undefined;
  if (equal !== undefined) fail('uniqueItems', { found: equal });
  if (contains === undefined) return;
  const most = items.filter((item) => asked.fits(contains, item)).length;
  const least =
    maxContains === undefined ? 0 : items.filter((item) => asked.fitsOtherwise(contains, item)).length;
  if (most < minContains || (maxContains !== undefined && least > maxContains)) fail('contains');
}

function equalKnown(items: readonly unknown[], isUnknown: Asked['isUnknown']): readonly number[] | undefined {
  const known = [...items.keys()].filter((at) => !isUnknown(items[at]));
  return equalItems(known.map((at) => items[at]))?.map((at) => known[at] as number);
}

function judgeObject(
  keywords: Keywords,
  object: Readonly<Record<string, unknown>>,
  { nameFits }: Asked,
  fail: Fail,
): void {
  const { minProperties, maxProperties, required, dependentRequired, propertyNames } = keywords;
  if (required !== undefined) {
    for (const name of required) if (!Object.hasOwn(object, name)) fail('required', { name });
  }
  if (dependentRequired !== undefined) {
    for (const [member, names] of Object.entries(dependentRequired)) {
      if (!Object.hasOwn(object, member)) continue;
      for (const name of names) if (!Object.hasOwn(object, name)) fail('dependentRequired', { name });
    }
  }
  if (minProperties === undefined && maxProperties === undefined && propertyNames === undefined) return;
  const names = Object.keys(object);
  if (minProperties !== undefined && names.length < minProperties) fail('minProperties');
  if (maxProperties !== undefined && names.length > maxProperties) fail('maxProperties');
  if (propertyNames === undefined) return;
  for (const name of names) if (!nameFits(propertyNames, name)) fail('propertyNames', { found: name });
}
