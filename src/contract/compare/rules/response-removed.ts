import { child, children } from '../../description/load/description.ts';
import { responseFor } from '../response-for.ts';
import type { Rule } from '../rule.ts';

/** A status that is published as a range, or falls under `default`, is published. */
export const responseRemoved: Rule<'operation'> = {
  id: 'response-removed',
  *compare({ ours, upstream }) {
    for (const [status, node] of children(child(ours.node, 'responses'))) {
      if (status.startsWith('x-') || responseFor(upstream, status) !== undefined) continue;
      yield {
        // Who waits for a success that never comes is broken; who is ready for one more error is not.
        impact: /^[23]/.test(status) ? 'breaking' : 'info',
        subject: status,
        message: `the response ${status} is not published`,
        ours: ours.description.deref(node),
        upstream: child(upstream.node, 'responses') ?? upstream.node,
        oursValue: status,
      };
    }
  },
};
