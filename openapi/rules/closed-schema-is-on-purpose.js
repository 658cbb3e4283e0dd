import { record } from './support/record.js';

/** @type {Readonly<Record<string, (value: unknown) => boolean>>} */
const CLOSES = {
  additionalProperties: fitsNothing,
  unevaluatedProperties: fitsNothing,
  maxProperties: (value) => value === 0,
  propertyNames: (names) =>
    fitsNothing(names) || ['enum', 'const'].some((word) => Object.hasOwn(record(names), word)),
  patternProperties: (members) => Object.values(record(members)).some(fitsNothing),
};

/**
 * `false`, and what means the same: the negation of a schema that everything fits.
 *
 * @param {unknown} schema
 */
function fitsNothing(schema) {
  if (schema === false) return true;
  const { not } = record(schema);
  return not === true || (isObject(not) && Object.keys(record(not)).length === 0);
}

/**
 * @param {string} keyword
 * @param {unknown} value
 */
function shown(keyword, value) {
  if (!isObject(value)) return `${keyword}: ${value}`;
  return fitsNothing(value) ? `${keyword}: {not: {}}` : keyword;
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The API publishes no schema as closed, and adds fields. A schema that refuses them turns its next release into a
 * false alarm, so closing one takes a reason in writing: `x-closed`.
 *
 * @type {import('./types.ts').Rule}
 */
export const closedSchemaIsOnPurpose = () => ({
  Schema(schema, { report, location }) {
    const keywords = record(schema);
    const reason = keywords['x-closed'];
    if (typeof reason === 'string' && reason.trim() !== '') return;
    for (const [keyword, closes] of Object.entries(CLOSES)) {
      const value = keywords[keyword];
      if (!closes(value)) continue;
      report({
        message: `\`${shown(keyword, value)}\` closes the schema. Drop it, or give the reason in \`x-closed\`.`,
        location: location.child(keyword).key(),
      });
    }
  },
});
