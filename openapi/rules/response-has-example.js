import { record } from './support/record.js';

/**
 * A name and a summary promise an example, and show none.
 *
 * @param {unknown} example
 */
function shows(example) {
  return ['value', 'externalValue'].some((name) => Object.hasOwn(record(example), name));
}

/**
 * An example is what a reader copies, and what the linter can hold against the schema beside it. A response without
 * content has nothing to show.
 *
 * @type {import('./types.ts').Rule}
 */
export const responseHasExample = () => ({
  Response: {
    MediaType(mediaType, { report, location, resolve }) {
      const shown = record(mediaType);
      const examples = Object.values(record(shown['examples'])).map((example) => resolve(example).node);
      if (Object.hasOwn(shown, 'example') || examples.some(shows)) return;
      report({
        message: 'The response shows no example. Add `examples` with at least one.',
        location: location.key(),
      });
    },
  },
});
