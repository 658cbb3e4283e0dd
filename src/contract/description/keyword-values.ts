const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isNames = (value: unknown): boolean => isList(value) && value.every(isText);
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !isList(value);

const TYPES = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);
const isType = (value: unknown): boolean => typeof value === 'string' && TYPES.has(value);

type Rule = readonly [accepts: (value: unknown) => boolean, wants: string];

const NUMBER: Rule = [isNumber, 'a number'];
const COUNT: Rule = [isCount, 'a whole number from 0'];
const SCHEMAS: Rule = [(value) => isList(value) && value.length > 0, 'a list of at least one schema'];
const SCHEMA_MAP: Rule = [isMap, 'a map of schemas'];

/** What the value of a keyword has to be. Source: JSON Schema 2020-12, "Validation" and "Core". */
const RULES: Readonly<Record<string, Rule>> = {
  type: [
    (value) => isType(value) || (isList(value) && value.length > 0 && value.every(isType)),
    'a type, or a list of types',
  ],
  enum: [(value) => isList(value) && value.length > 0, 'a list of at least one value'],
  format: [isText, 'a string'],
  pattern: [isText, 'a string'],
  multipleOf: [(value) => isNumber(value) && (value as number) > 0, 'a number above 0'],
  maximum: NUMBER,
  minimum: NUMBER,
  exclusiveMaximum: NUMBER,
  exclusiveMinimum: NUMBER,
  maxLength: COUNT,
  minLength: COUNT,
  maxItems: COUNT,
  minItems: COUNT,
  maxContains: COUNT,
  minContains: COUNT,
  maxProperties: COUNT,
  minProperties: COUNT,
  uniqueItems: [isFlag, 'true or false'],
  required: [isNames, 'a list of property names'],
  dependentRequired: [
    (value) => isMap(value) && Object.values(value).every(isNames),
    'a map of lists of property names',
  ],
  allOf: SCHEMAS,
  anyOf: SCHEMAS,
  oneOf: SCHEMAS,
  prefixItems: SCHEMAS,
  properties: SCHEMA_MAP,
  patternProperties: SCHEMA_MAP,
  dependentSchemas: SCHEMA_MAP,
};

/** What a keyword's value has to be, where it is something else; undefined where it is fine. */
export function wantedValue(keyword: string, value: unknown): string | undefined {
  const rule = Object.hasOwn(RULES, keyword) ? RULES[keyword] : undefined;
  return rule === undefined || rule[0](value) ? undefined : rule[1];
}

/** Whether a pattern is a regular expression that JSON Schema means: ECMAScript's, with the flag `u`. */
export function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
