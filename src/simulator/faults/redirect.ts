import { withBody, withHeader, withoutHeader } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/**
 * Parameters `status` (307) and `location`. By default it points to a host that can't exist (RFC 6761), so a
 * client that follows it shows itself without giving the key to anybody.
 */
export const redirect: Fault = {
  name: 'redirect',
  does: 'The answer points to another host.',
  foundBy: 'status-code-conformance',
  parameters: ['status', 'location'],
  statuses: [301, 302, 303, 307, 308],
  processed: false,
  apply: (answer, { status = 307, location = 'https://elsewhere.invalid/' }) => ({
    answer: {
      ...withHeader(withoutHeader(withBody(answer, ''), 'content-type'), 'location', location),
      status,
    },
    wire: { kind: 'whole' },
  }),
};
