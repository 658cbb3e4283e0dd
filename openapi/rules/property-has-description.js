import { record } from './support/record.js';

/** @param {unknown} schema */
function describes(schema) {
  const { description } = record(schema);
  return typeof description === 'string' && description.trim() !== '';
}

/**
 * A name and a type seldom say what a value means, or where it comes from. The description may stand beside a `$ref`
 * or in the schema that it leads to.
 *
 * @type {import('./types.ts').Rule}
 */
export const propertyHasDescription = () => ({ SchemaProperties: check, PatternProperties: check });

/** @type {import('./types.ts').Visit} */
function check(properties, { report, location, resolve }) {
  for (const [name, schema] of Object.entries(record(properties))) {
    // What is never there means nothing.
    if (schema === false || describes(schema) || describes(resolve(schema).node)) continue;
    report({
      message: `The property \`${name}\` has no description. Say what it means.`,
      location: location.child([name]).key(),
    });
  }
}
