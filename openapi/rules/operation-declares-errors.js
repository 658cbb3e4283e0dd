import { record } from './support/record.js';

const ALWAYS = ['401', '404', '429'];

/** @param {readonly string[]} declared */
function missingFrom(declared) {
  const missing = ALWAYS.filter((status) => !declared.includes(status));
  return declared.some((status) => /^5(\d\d|XX)$/.test(status)) ? missing : [...missing, '5xx'];
}

/**
 * Every call can meet a bad key, a wrong id, the rate limit and a server that fails. `default` and `4XX` do not count:
 * they say that something can go wrong, not what.
 *
 * @type {import('./types.ts').Rule}
 */
export const operationDeclaresErrors = () => ({
  Operation(operation, { report, location }) {
    const { responses } = record(operation);
    const missing = missingFrom(Object.keys(record(responses)));
    if (missing.length === 0) return;
    report({
      message: `The operation declares no ${missing.join(', ')}. Add ${missing.length === 1 ? 'it' : 'them'} to its responses.`,
      location: responses === undefined ? location.key() : location.child('responses').key(),
    });
  },
});
