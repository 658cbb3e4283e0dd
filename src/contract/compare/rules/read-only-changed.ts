import { isTrue } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';
import { placeAt } from '../schema/schema.ts';

/** What is read-only is not sent: a change of it means nothing to a response, and is told all the same. */
export const readOnlyChanged: Rule<'schema'> = {
  id: 'read-only-changed',
  *compare({ ours, upstream }, direction) {
    const [here, there] = [ours, upstream].map(({ layers }) =>
      layers.some((layer) => isTrue(layer, 'readOnly')),
    );
    if (here === there) return;
    yield {
      impact: there && direction === 'request' ? 'breaking' : 'info',
      subject: 'readOnly',
      message: there ? 'published as read-only: not to be sent' : 'not published as read-only',
      ours: placeAt(ours, 'readOnly'),
      upstream: placeAt(upstream, 'readOnly'),
      oursValue: here,
      upstreamValue: there,
    };
  },
};
