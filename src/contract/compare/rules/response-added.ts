import { child, children } from '../../description/load/description.ts';
import { responseFor } from '../response-for.ts';
import type { Rule } from '../rule.ts';

export const responseAdded: Rule<'operation'> = {
  id: 'response-added',
  *compare({ ours, upstream }) {
    for (const [status, node] of children(child(upstream.node, 'responses'))) {
      if (status.startsWith('x-') || responseFor(ours, status) !== undefined) continue;
      yield {
        impact: /^[123]/.test(status) ? 'breaking' : 'warning',
        subject: status,
        message: `the response ${status} is published`,
        ours: child(ours.node, 'responses') ?? ours.node,
        upstream: upstream.description.deref(node),
        upstreamValue: status,
      };
    }
  },
};
