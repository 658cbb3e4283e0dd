import { isDeepStrictEqual } from 'node:util';
import { jsonOf } from '../json-of.ts';
import type { Rule } from '../rule.ts';
import { keyword, placeAt } from '../schema/schema.ts';

/** What is left out of a request means something else then; in a response it is but a word. */
export const defaultChanged: Rule<'schema'> = {
  id: 'default-changed',
  *compare({ ours, upstream }, direction) {
    const [here, there] = [keyword(ours, 'default')[0], keyword(upstream, 'default')[0]];
    if (isDeepStrictEqual(here?.value, there?.value)) return;
    yield {
      impact: direction === 'request' ? 'breaking' : 'info',
      subject: 'default',
      message:
        there === undefined ? 'no default is published' : `the default ${jsonOf(there.value)} is published`,
      ours: placeAt(ours, 'default'),
      upstream: placeAt(upstream, 'default'),
      oursValue: here?.value,
      upstreamValue: there?.value,
    };
  },
};
