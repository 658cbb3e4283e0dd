import { show } from '../../printable.ts';

/**
 * What a keyword of a schema holds: a value, a schema, a list of schemas or a map of them. Anything else in a schema is
 * annotation.
 */
type Holds = 'value' | 'schema' | 'list' | 'map';

export interface Keyword {
  readonly holds: Holds;
  /** Its schemas judge the same value as the schema that it stands in. */
  readonly inPlace?: true;
  /** Which of its schemas apply is asked of validators of their own. */
  readonly chooses?: true;
  /** Its schemas are those of a member or an item, which may be no part of requests or responses. */
  readonly ofPart?: true;
  /** What its value has to be, and how that is called. */
  readonly accepts?: (value: unknown) => boolean;
  readonly wants?: string;
}

const isNumber = (value: unknown): boolean =>
  typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value));
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isNames = (value: unknown): boolean => isList(value) && value.every(isText);
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isList(value);

const TYPES = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);
const isType = (value: unknown): boolean => typeof value === 'string' && TYPES.has(value);

const value = (accepts: (value: unknown) => boolean, wants: string): Keyword => ({
  holds: 'value',
  accepts,
  wants,
});
const NUMBER = value(isNumber, 'a number');
const COUNT = value(isCount, 'a whole number from 0');
const SCHEMAS = {
  holds: 'list',
  accepts: (list: unknown) => isList(list) && list.length > 0,
  wants: 'a list of at least one schema',
} as const;
const MAP = { holds: 'map', accepts: isMap, wants: 'a map of schemas' } as const;

/** Source: JSON Schema 2020-12, "Core" and "Validation". */
const KEYWORDS = {
  type: value(
    (type) => isType(type) || (isList(type) && type.length > 0 && type.every(isType)),
    'a type, or a list of types',
  ),
  enum: value(isList, 'a list of values'),
  const: value(() => true, ''),
  format: value(isText, 'a string'),
  pattern: value(isText, 'a string'),
  multipleOf: value((number) => isNumber(number) && (number as number) > 0, 'a number above 0'),
  maximum: NUMBER,
  exclusiveMaximum: NUMBER,
  minimum: NUMBER,
  exclusiveMinimum: NUMBER,
  maxLength: COUNT,
  minLength: COUNT,
  maxItems: COUNT,
  minItems: COUNT,
  uniqueItems: value(isFlag, 'true or false'),
  maxContains: COUNT,
  minContains: COUNT,
  maxProperties: COUNT,
  minProperties: COUNT,
  required: value(isNames, 'a list of property names'),
  dependentRequired: value(
    (map) => isMap(map) && Object.values(map).every(isNames),
    'a map of lists of property names',
  ),
  items: { holds: 'schema', ofPart: true },
  additionalProperties: { holds: 'schema', ofPart: true },
  not: { holds: 'schema', inPlace: true },
  if: { holds: 'schema', inPlace: true, chooses: true },
  // biome-ignore lint/suspicious/noThenProperty: it is a keyword
  then: { holds: 'schema', inPlace: true },
  else: { holds: 'schema', inPlace: true },
  contains: { holds: 'schema' },
  propertyNames: { holds: 'schema' },
  unevaluatedItems: { holds: 'schema', ofPart: true },
  unevaluatedProperties: { holds: 'schema', ofPart: true },
  allOf: { ...SCHEMAS, inPlace: true },
  anyOf: { ...SCHEMAS, inPlace: true, chooses: true },
  oneOf: { ...SCHEMAS, inPlace: true, chooses: true },
  prefixItems: { ...SCHEMAS, ofPart: true },
  properties: { ...MAP, ofPart: true },
  patternProperties: { ...MAP, ofPart: true },
  dependentSchemas: { ...MAP, inPlace: true },
} as const satisfies Readonly<Record<string, Keyword>>;

export const KEYWORD_LIST: readonly (readonly [name: string, keyword: Keyword])[] = Object.entries(KEYWORDS);

/** What is wrong with the value of a keyword; undefined where it is as it should be. */
export function wrongValue(name: string, { accepts, wants }: Keyword, found: unknown): string | undefined {
  if (accepts === undefined || accepts(found)) return undefined;
  return `${name} must be ${wants}, not ${show(found)}`;
}

/** Keywords that change what the references in a schema mean, and that are not understood here. */
export const UNSUPPORTED_KEYWORDS = ['$recursiveRef'] as const;
