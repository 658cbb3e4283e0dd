import type { Contract, Keywords, Schema, SchemaId } from '../../contract.ts';
import { alwaysApplied, listedValues } from '../../description/schemas/related.ts';
import { shorten, show } from '../../printable.ts';
import { lengthOf } from '../walk/assertions.ts';
import type { Fault } from '../walk/faults.ts';
import { typesOf } from '../walk/meant.ts';
import { nearest } from './nearest.ts';

/** A fault in words: the sentence, what was received, and what is documented. */
export interface SaidFault {
  readonly message: string;
  readonly received: string;
  readonly documented: string;
  /** What may have been meant: a documented value close to the received one. */
  readonly suggestion?: string;
}

type Schemas = Contract['schemas'];

/** `subject` is what the whole value is called; a place in it is called by its path. */
export function sayFault(fault: Fault, schemas: Schemas, subject = ''): SaidFault {
  const { message, received, documented, meantFor } = partsOf(fault, schemas);
  const near = typeof fault.value === 'string' ? nearest(fault.value, meantFor ?? []) : undefined;
  const where = [subject, fault.path].filter((part) => part !== '').join(' ') || 'The value';
  return {
    message: `${where} ${message}.`,
    received: received ?? show(fault.value),
    documented,
    ...(near !== undefined && { suggestion: show(near) }),
  };
}

interface Parts {
  /** The sentence behind its subject. */
  readonly message: string;
  /** Default: the value. */
  readonly received?: string;
  readonly documented: string;
  /** Texts that the value may have been meant for. */
  readonly meantFor?: readonly string[];
}

function partsOf(fault: Fault, schemas: Schemas): Parts {
  const { keyword, value, name, found } = fault;
  const { keywords } = schemas[fault.id] as Schema;
  const limit = show(keywords[keyword as keyof Keywords]);
  const bound = count(limit, 'character');
  const said = (message: string, documented: string, received?: string): Parts => ({
    message,
    documented,
    ...(received !== undefined && { received }),
  });
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return said(
        `lacks the required property ${show(name)}`,
        `${show(name)} is required`,
        'no such property',
      );
    case 'type': {
      const types = (keywords.type ?? []).join(' or ');
      return said(`must be ${types}, not ${typeName(value, keywords.type ?? [])}`, types);
    }
    case 'enum':
      return {
        message: 'is not one of the documented values',
        documented: (keywords.enum ?? []).map(show).join(', ') || 'no value',
        meantFor: (keywords.enum ?? []).filter((each) => typeof each === 'string'),
      };
    case 'const':
      return {
        ...said(`must be ${limit}`, limit),
        meantFor: typeof keywords.const === 'string' ? [keywords.const] : [],
      };
    case 'format':
      return said(`is not a valid ${keywords.format}`, `format ${keywords.format}`);
    case 'pattern':
      return said('does not match the documented pattern', `pattern ${shorten(keywords.pattern ?? '')}`);
    case 'maxLength':
      return said(`is longer than ${bound}`, `at most ${bound}`, characters(value));
    case 'minLength':
      return said(`is shorter than ${bound}`, `at least ${bound}`, characters(value));
    case 'minimum':
      return said(`is less than ${limit}`, `at least ${limit}`);
    case 'maximum':
      return said(`is more than ${limit}`, `at most ${limit}`);
    case 'exclusiveMinimum':
      return said(`is not more than ${limit}`, `more than ${limit}`);
    case 'exclusiveMaximum':
      return said(`is not less than ${limit}`, `less than ${limit}`);
    case 'multipleOf':
      return said(`is no multiple of ${limit}`, `a multiple of ${limit}`);
    case 'minItems':
      return said(`has fewer than ${count(limit, 'item')}`, `at least ${count(limit, 'item')}`, items(value));
    case 'maxItems':
      return said(`has more than ${count(limit, 'item')}`, `at most ${count(limit, 'item')}`, items(value));
    case 'minProperties':
      return said(
        `has fewer than ${count(limit, 'property')}`,
        `at least ${count(limit, 'property')}`,
        properties(value),
      );
    case 'maxProperties':
      return said(
        `has more than ${count(limit, 'property')}`,
        `at most ${count(limit, 'property')}`,
        properties(value),
      );
    case 'not':
      return said('is what it must not be', `not: ${textOf(keywords.not, schemas)}`);
    case 'uniqueItems': {
      const [first, second] = found as readonly [number, number];
      const equal = `items ${first} and ${second} are equal`;
      return said('has equal items, and each must differ', 'no two items are equal', equal);
    }
    case 'contains':
      return said(
        `must have ${wantedItems(keywords)} of the documented kind`,
        `contains: ${textOf(keywords.contains, schemas)}`,
      );
    case 'propertyNames':
      return said(
        'has a property whose name is not as documented',
        `propertyNames: ${textOf(keywords.propertyNames, schemas)}`,
        show(found),
      );
    case 'anyOf':
    case 'oneOf':
      return union(fault, schemas);
    case 'additionalProperties':
    case 'unevaluatedProperties':
    case 'patternProperties':
      return said(
        `has the property ${show(name)}, and the schema is closed`,
        'no further property',
        show(name),
      );
    case 'items':
    case 'unevaluatedItems': {
      const most = count(String(keywords.prefixItems?.length ?? 0), 'item');
      return said(`has more than ${most}`, `at most ${most}`, items(value));
    }
    default:
      return said('must not be there', 'nothing');
  }
}

/** A value that fits none of several alternatives, and of which it can't be told which was meant; or fits too many. */
function union({ id, keyword, found }: Fault, schemas: Schemas): Parts {
  const { name, keywords } = schemas[id] as Schema;
  const called = (ids: readonly string[]): string =>
    [...new Set(ids.map((each) => calledBy(each, name, schemas)))].join(', ');
  const all = called(keywords[keyword as 'anyOf' | 'oneOf'] ?? []);
  const { fitting, misnamed } = (found ?? {}) as { fitting?: string[]; misnamed?: string };
  if (fitting !== undefined)
    return { message: `fits several of ${all}, and must fit one`, documented: `one of ${all}` };
  const why = misnamed === undefined ? '' : `: its ${show(misnamed)} is that of none`;
  return { message: `fits none of ${all}${why}`, documented: `one of ${all}` };
}

function typeName(value: unknown, wanted: readonly string[]): string {
  if (value === null) return 'null';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'symbol') return 'a value that no style defines';
  if (typeof value === 'number' && wanted.includes('integer')) return 'a fraction';
  return Array.isArray(value) ? 'array' : typeof value;
}

function wantedItems({ minContains: least = 1, maxContains: most }: Keywords): string {
  const number =
    most === undefined ? `at least ${least}` : least === most ? `${most}` : `${least} to ${most}`;
  return `${number} ${number.endsWith(' 1') || number === '1' ? 'item' : 'items'}`;
}

function count(number: string, what: 'item' | 'property' | 'character'): string {
  if (number === '1') return `1 ${what}`;
  return `${number} ${what === 'property' ? 'properties' : `${what}s`}`;
}

function items(value: unknown): string {
  return count(String((value as readonly unknown[]).length), 'item');
}

function properties(value: unknown): string {
  return count(String(Object.keys(value as object).length), 'property');
}

function characters(value: unknown): string {
  return count(String(lengthOf(String(value))), 'character');
}

/** A schema in the words of the description, without what it refers to. */
function textOf(id: string | undefined, schemas: Schemas): string {
  const keywords = id === undefined ? undefined : schemas[id]?.keywords;
  if (keywords === undefined) return '';
  if (keywords.$ref !== undefined) return schemas[keywords.$ref]?.name ?? '';
  const said = Object.entries(keywords).map(([name, value]): [string, unknown] => {
    if (name === 'type') return [name, (value as string[]).length === 1 ? (value as string[])[0] : value];
    return [name, value];
  });
  const text = JSON.stringify(Object.fromEntries(said), (_, value: unknown) =>
    typeof value === 'bigint' ? Number(value) : value,
  );
  return shorten(text);
}

const WITH_ARTICLE: Readonly<Record<string, string>> = {
  null: 'null',
  boolean: 'a boolean',
  integer: 'an integer',
  number: 'a number',
  string: 'a string',
  array: 'an array',
  object: 'an object',
};

/** What a schema is called: by its own name, or by what it is where it has none but that of the schema that it stands in. */
function calledBy(id: SchemaId, holder: string, schemas: Contract['schemas']): string {
  const name = schemas[id]?.name ?? id;
  return name === holder ? whatItIs(id, schemas) : name;
}

/** "a string of at most 2 characters", "an object with "a"" */
function whatItIs(id: SchemaId, schemas: Contract['schemas']): string {
  if (schemas[id]?.never) return 'nothing';
  const applied = alwaysApplied(id, schemas).map(({ keywords }) => keywords);
  const values = applied.map(listedValues).find((list) => list !== undefined);
  if (values !== undefined && values.length <= 3) return values.map(show).join(', ') || 'nothing';
  const types = [...(typesOf(id, schemas) ?? [])].map((type) => WITH_ARTICLE[type] ?? type).join(' or ');
  const said = applied.flatMap(({ format, pattern, minLength, maxLength, required }) => [
    ...(format === undefined ? [] : [`of format ${format}`]),
    ...(pattern === undefined ? [] : [`of pattern ${pattern}`]),
    ...(minLength === undefined ? [] : [`of at least ${minLength} characters`]),
    ...(maxLength === undefined ? [] : [`of at most ${maxLength} characters`]),
    ...(required === undefined || required.length === 0 ? [] : [`with ${required.map(show).join(' and ')}`]),
  ]);
  const items = applied.map((keywords) => keywords.items).find((each) => each !== undefined);
  if (items !== undefined && !schemas[items]?.name.endsWith('[]')) said.push(`of ${schemas[items]?.name}`);
  const what = types === '' ? 'a value' : types;
  return said.length === 0 ? (types === '' ? 'any value' : types) : `${what} ${said.join(', ')}`;
}
