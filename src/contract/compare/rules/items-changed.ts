import { impactOf } from '../impact-of.ts';
import type { Rule } from '../rule.ts';
import { keyword, placeAt } from '../schema/schema.ts';

/** Where only one side says what the items of an array are. */
export const itemsChanged: Rule<'schema'> = {
  id: 'items-changed',
  *compare({ ours, upstream }, direction) {
    const [here, there] = [keyword(ours, 'items')[0], keyword(upstream, 'items')[0]];
    if ((here === undefined) === (there === undefined)) return;
    yield {
      impact: impactOf(there === undefined ? 'wider' : 'narrower', direction),
      subject: 'items',
      message: there === undefined ? 'nothing is published of the items' : 'the items are described',
      ours: placeAt(ours, 'items'),
      upstream: placeAt(upstream, 'items'),
    };
  },
};
