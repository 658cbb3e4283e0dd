import { record } from './support/record.js';

const NEVER_EMPTY = ['number', 'integer', 'boolean', 'null'];

/**
 * Whether no value of the schema is serialised as an empty path segment.
 *
 * @param {Readonly<Record<string, unknown>>} schema
 */
function isNonEmpty({ type, minLength, enum: values, const: constant }) {
  if (typeof minLength === 'number' && minLength >= 1) return true;
  if (typeof constant === 'string') return constant !== '';
  if (Array.isArray(values)) return !values.includes('');
  return [type].flat().every((name) => NEVER_EMPTY.includes(String(name)));
}

/**
 * An empty path parameter does not fail: it changes the path, and so calls another operation.
 *
 * @type {import('./types.ts').Rule}
 */
export const pathParameterIsNonEmpty = () => ({
  Parameter(parameter, { report, location, resolve }) {
    const { in: place, name, schema } = record(parameter);
    if (place !== 'path' || schema === undefined) return;
    if (isNonEmpty(record(resolve(schema).node))) return;
    report({
      message: `The path parameter \`${name}\` may be empty. Give its schema \`minLength: 1\`.`,
      location: location.child('schema').key(),
    });
  },
});
