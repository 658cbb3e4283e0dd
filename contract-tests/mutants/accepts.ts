import { isObject, type JsonType, type Schema } from '../support/schema.ts';
import { isDateTime } from './date-times.ts';

/**
 * Does a schema accept a value? Short and slow, and on its own: what the engine and the client, which share one
 * validator generator, are held against. A keyword that it does not know is an error, never a pass.
 */
export function accepts(schema: Schema, value: unknown): boolean {
  return Object.entries(schema).every(([keyword, argument]) => {
    if (ANNOTATIONS.has(keyword) || keyword.startsWith('x-')) return true;
    if (!Object.hasOwn(RULES, keyword))
      throw new Error(`the fragment uses ${keyword}: teach it to accepts()`);
    const rule = RULES[keyword as keyof Schema] as (
      argument: unknown,
      value: unknown,
      schema: Schema,
    ) => boolean;
    return rule(argument, value, schema);
  });
}

const ANNOTATIONS: ReadonlySet<string> = new Set(['title', 'description', 'default', 'examples']);

const IS_TYPE: Readonly<Record<JsonType, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
  array: (value) => Array.isArray(value),
  object: isObject,
};

/** A keyword has nothing to say of values of another type than its own. */
const RULES: {
  readonly [Keyword in keyof Schema]-?: (
    argument: Exclude<Schema[Keyword], undefined>,
    value: unknown,
    schema: Schema,
  ) => boolean;
} = {
  type: (types, value) => [types].flat().some((type: JsonType) => IS_TYPE[type](value)),
  enum: (values, value) => values.includes(value),
  const: (only, value) => value === only,
  format: (_, value) => typeof value !== 'string' || isDateTime(value),
  pattern: (pattern, value) => typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minLength: (least, value) => typeof value !== 'string' || [...value].length >= least,
  maxLength: (most, value) => typeof value !== 'string' || [...value].length <= most,
  minimum: (least, value) => typeof value !== 'number' || value >= least,
  maximum: (most, value) => typeof value !== 'number' || value <= most,
  items: (items, value) => !Array.isArray(value) || value.every((item) => accepts(items, item)),
  required: (names, value) => !isObject(value) || names.every((name) => Object.hasOwn(value, name)),
  properties: (properties, value) =>
    !isObject(value) ||
    Object.entries(properties).every(
      ([name, schema]) => !Object.hasOwn(value, name) || accepts(schema, value[name]),
    ),
  additionalProperties: (additional, value, { properties = {} }) =>
    !isObject(value) ||
    Object.entries(value).every(
      ([name, member]) => Object.hasOwn(properties, name) || accepts(additional, member),
    ),
  propertyNames: (names, value) =>
    !isObject(value) || Object.keys(value).every((name) => accepts(names, name)),
  maxProperties: (most, value) => !isObject(value) || Object.keys(value).length <= most,
  anyOf: (branches, value) => branches.some((branch) => accepts(branch, value)),
  not: (not, value) => !accepts(not, value),
};
