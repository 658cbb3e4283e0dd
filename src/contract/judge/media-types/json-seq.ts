import type { TextReader } from './body-reader.ts';
import { jsonList } from './json-list.ts';

const SEPARATOR = '\u001e';

/** JSON text sequences: each value has a record separator before it. Source: RFC 7464. */
export const readJsonSeq: TextReader = (text, source) => {
  const [before = '', ...texts] = text.split(SEPARATOR);
  if (before.trim() !== '')
    return { kind: 'malformed', reason: 'does not start with a record separator, U+001E' };
  return jsonList([before, ...texts], '', source);
};
