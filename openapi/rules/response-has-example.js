import { record } from './support/record.js';

/**
 * An example is what a reader copies, and what the linter can hold against the schema beside it. A response without
 * content has nothing to show.
 *
 * @type {import('./types.ts').Rule}
 */
export const responseHasExample = () => ({
  Response: {
    MediaType(mediaType, { report, location }) {
      const shown = record(mediaType);
      if (Object.hasOwn(shown, 'example') || Object.keys(record(shown['examples'])).length > 0) return;
      report({
        message: 'The response shows no example. Add `examples` with at least one.',
        location: location.key(),
      });
    },
  },
});
