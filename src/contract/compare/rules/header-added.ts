import { child, isTrue } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';

export const headerAdded: Rule<'response'> = {
  id: 'header-added',
  *compare({ ours, headers }) {
    for (const [name, header] of headers.upstream) {
      if (headers.ours.has(name)) continue;
      yield {
        impact: 'info',
        subject: name,
        message: `the header ${name} is published`,
        ours: child(ours, 'headers') ?? ours,
        upstream: header,
        upstreamValue: isTrue(header, 'required') ? 'required' : 'optional',
      };
    }
  },
};
