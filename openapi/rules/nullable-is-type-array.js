import { record } from './support/record.js';

/**
 * In OpenAPI 3.1 a schema is JSON Schema 2020-12, which knows no `nullable`: a validator passes over it, and null is
 * refused where the author meant to allow it.
 *
 * @type {import('./types.ts').Rule}
 */
export const nullableIsTypeArray = () => ({
  Schema(schema, { report, location }) {
    if (!Object.hasOwn(record(schema), 'nullable')) return;
    report({
      message:
        "`nullable` means nothing in OpenAPI 3.1. Write the type as an array: `type: [string, 'null']`.",
      location: location.child('nullable').key(),
    });
  },
});
