import { record } from './support/record.js';

const NEVER_EMPTY = ['number', 'integer', 'boolean', 'null'];

/**
 * Whether no value of the schema is serialised as an empty path segment. `minLength` says so of strings alone: an array
 * or an object that is empty is an empty segment, whatever it says.
 *
 * @param {Readonly<Record<string, unknown>>} schema
 */
function isNonEmpty({ type, minLength, minItems, minProperties, enum: values, const: constant }) {
  if (typeof constant === 'string') return constant !== '';
  if (Array.isArray(values)) return !values.includes('');
  /** @type {Readonly<Record<string, unknown>>} */
  const least = { string: minLength, array: minItems, object: minProperties };
  return [type]
    .flat()
    .every((name) => NEVER_EMPTY.includes(String(name)) || Number(least[String(name)]) >= 1);
}

/**
 * The same of a value that is written in a media type: as JSON it is never empty, not even the empty string.
 *
 * @param {string} mediaType
 * @param {unknown} schema
 */
function isNonEmptyAs(mediaType, schema) {
  return /^application\/([^;]+\+)?json\b/i.test(mediaType) || isNonEmpty(record(schema));
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
    if (schema !== undefined && !isNonEmpty(record(resolve(schema).node)))
      report({ message, location: location.child('schema').key() });
    for (const [mediaType, media] of Object.entries(record(content))) {
      const { node } = resolve(record(media)['schema']);
      if (!isNonEmptyAs(mediaType, node))
        report({ message, location: location.child(['content', mediaType]).key() });
    }
  },
});
