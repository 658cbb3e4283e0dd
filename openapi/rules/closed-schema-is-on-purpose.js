import { record } from './support/record.js';

/** @type {readonly (readonly [keyword: string, closing: unknown])[]} */
const CLOSING = [
  ['additionalProperties', false],
  ['unevaluatedProperties', false],
  ['maxProperties', 0],
];

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
    for (const [keyword, closing] of CLOSING) {
      if (keywords[keyword] !== closing) continue;
      report({
        message: `\`${keyword}: ${closing}\` closes the schema. Drop it, or give the reason in \`x-closed\`.`,
        location: location.child(keyword).key(),
      });
    }
  },
});
