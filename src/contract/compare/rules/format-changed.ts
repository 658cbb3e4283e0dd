import { type Change, impactOf } from '../impact-of.ts';
import type { Rule } from '../rule.ts';
import { keyword, placeAt } from '../schema/schema.ts';

export const formatChanged: Rule<'schema'> = {
  id: 'format-changed',
  *compare({ ours, upstream }, direction) {
    const [here, there] = [keyword(ours, 'format')[0]?.value, keyword(upstream, 'format')[0]?.value];
    if (here === there) return;
    const change: Change = there === undefined ? 'wider' : here === undefined ? 'narrower' : 'other';
    yield {
      impact: impactOf(change, direction),
      subject: 'format',
      message:
        there === undefined ? `the format ${here} is not published` : `the format ${there} is published`,
      ours: placeAt(ours, 'format'),
      upstream: placeAt(upstream, 'format'),
      oursValue: here,
      upstreamValue: there,
    };
  },
};
