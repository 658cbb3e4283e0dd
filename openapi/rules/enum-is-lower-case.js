import { record } from './support/record.js';

/**
 * The API writes its literals in lower case. Another case in the fragment is a slip of ours, which no validator can
 * tell from a value of the API.
 *
 * @type {import('./types.ts').Rule}
 */
export const enumIsLowerCase = () => ({
  Schema(schema, { report, location }) {
    const { enum: values, const: constant } = record(schema);
    const listed = Array.isArray(values) ? values : [];
    const literals = [
      ...listed.map((value, index) => ({ value, path: ['enum', index] })),
      { value: constant, path: ['const'] },
    ];
    for (const { value, path } of literals) {
      if (typeof value !== 'string' || value === value.toLowerCase()) continue;
      report({
        message: `The literal \`${value}\` is not lower-case, as those of the API are.`,
        location: location.child(path),
      });
    }
  },
});
