import { isTrue } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';
import { placeAt } from '../schema/schema.ts';

/** What is write-only is never answered: a change of it means nothing to a request, and is told all the same. */
export const writeOnlyChanged: Rule<'schema'> = {
  id: 'write-only-changed',
  *compare({ ours, upstream }, direction) {
    const [here, there] = [ours, upstream].map(({ layers }) =>
      layers.some((layer) => isTrue(layer, 'writeOnly')),
    );
    if (here === there) return;
    yield {
      impact: there && direction === 'response' ? 'breaking' : 'info',
      subject: 'writeOnly',
      message: there ? 'published as write-only: never answered' : 'not published as write-only',
      ours: placeAt(ours, 'writeOnly'),
      upstream: placeAt(upstream, 'writeOnly'),
      oursValue: here,
      upstreamValue: there,
    };
  },
};
