import { child, children } from '../../description/load/description.ts';
import { mediaTypeFor } from '../media-type-for.ts';
import type { Rule } from '../rule.ts';

export const mediaTypeAdded: Rule<'content'> = {
  id: 'media-type-added',
  *compare({ ours, upstream }, direction) {
    for (const [name, media] of children(child(upstream, 'content'))) {
      if (mediaTypeFor(ours, name) !== undefined) continue;
      yield {
        impact: direction === 'response' ? 'warning' : 'info',
        subject: name,
        message: `the media type ${name} is published${direction === 'response' ? ', and may be answered' : ''}`,
        ours: child(ours, 'content') ?? ours,
        upstream: media,
        upstreamValue: name,
      };
    }
  },
};
