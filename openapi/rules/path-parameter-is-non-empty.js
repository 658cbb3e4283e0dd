import { record } from './support/record.js';

const NEVER_EMPTY = ['number', 'integer', 'boolean', 'null'];

/**
 * Whether no value of the schema is serialised as an empty path segment. `minLength` says so of strings alone: an array
 * or an object that is empty is an empty segment, whatever it says.
 *
 * A list of one empty text is an empty segment as well.
 *
 * @param {Readonly<Record<string, unknown>>} schema
 * @param {import('./types.ts').Context['resolve']} resolve
 * @returns {boolean}
 */
function isNonEmpty(
  { type, minLength, minItems, minProperties, items, enum: values, const: constant },
  resolve,
) {
  if (typeof constant === 'string') return constant !== '';
  if (Array.isArray(values)) return !values.includes('');
  /** @type {Readonly<Record<string, unknown>>} */
  const least = { string: minLength, array: minItems, object: minProperties };
  const names = [type].flat().map(String);
  if (!names.every((name) => NEVER_EMPTY.includes(name) || Number(least[name]) >= 1)) return false;
  return !names.includes('array') || Number(minItems) > 1 || isNonEmpty(reached(items, resolve), resolve);
}

/**
 * Where a `$ref` leads, with what stands beside it: in OpenAPI 3.1 both hold.
 *
 * @param {unknown} schema
 * @param {import('./types.ts').Context['resolve']} resolve
 * @returns {Readonly<Record<string, unknown>>}
 */
function reached(schema, resolve) {
  return { ...record(resolve(schema).node), ...record(schema) };
}

/**
 * The same of a value that is written in a media type: as JSON it is never empty, not even the empty string.
 *
 * @param {string} mediaType
 * @param {unknown} schema
 * @param {import('./types.ts').Context['resolve']} resolve
 */
function isNonEmptyAs(mediaType, schema, resolve) {
  return /^application\/([^;]+\+)?json\b/i.test(mediaType) || isNonEmpty(reached(schema, resolve), resolve);
}

/**
 * An empty path parameter does not fail: it changes the path, and so calls another operation.
 *
 * @type {import('./types.ts').Rule}
 */
export const pathParameterIsNonEmpty = () => ({
  Parameter(parameter, { report, location, resolve }) {
    const { in: place, name, schema, content } = record(parameter);
    if (place !== 'path') return;
    const message = `The path parameter \`${name}\` may be empty. Give its schema \`type: string\` and \`minLength: 1\`.`;
    if (schema !== undefined && !isNonEmpty(reached(schema, resolve), resolve))
      report({ message, location: location.child('schema').key() });
    for (const [mediaType, media] of Object.entries(record(content))) {
      if (!isNonEmptyAs(mediaType, record(media)['schema'], resolve))
        report({ message, location: location.child(['content', mediaType]).key() });
    }
  },
});
