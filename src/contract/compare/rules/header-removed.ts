import { child, isTrue } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';

export const headerRemoved: Rule<'response'> = {
  id: 'header-removed',
  *compare({ upstream, headers }) {
    for (const [name, header] of headers.ours) {
      if (headers.upstream.has(name)) continue;
      const required = isTrue(header, 'required');
      yield {
        impact: required ? 'breaking' : 'info',
        subject: name,
        message: `the header ${name}${required ? ', which we count on,' : ''} is not published`,
        ours: header,
        upstream: child(upstream, 'headers') ?? upstream,
        oursValue: required ? 'required' : 'optional',
      };
    }
  },
};
