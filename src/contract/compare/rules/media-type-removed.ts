import { child, children } from '../../description/load/description.ts';
import { mediaTypeFor } from '../media-type-for.ts';
import type { Rule } from '../rule.ts';

/** In a response it is what we read, in a request what we send: both break. */
export const mediaTypeRemoved: Rule<'content'> = {
  id: 'media-type-removed',
  *compare({ ours, upstream }) {
    for (const [name, media] of children(child(ours, 'content'))) {
      if (mediaTypeFor(upstream, name) !== undefined) continue;
      yield {
        impact: 'breaking',
        subject: name,
        message: `the media type ${name} is not published`,
        ours: media,
        upstream: child(upstream, 'content') ?? upstream,
        oursValue: name,
      };
    }
  },
};
