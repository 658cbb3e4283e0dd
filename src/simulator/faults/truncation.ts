import { withBody } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Unlike `cut` this is proper HTTP, so only the JSON gives it away. */
export const truncation: Fault = {
  name: 'truncation',
  does: 'The body ends in the middle of the JSON, and the response is complete.',
  foundBy: 'malformed-body',
  parameters: [],
  processed: true,
  apply: (answer) => ({
    answer: withBody(answer, answer.body.slice(0, answer.body.length >> 1)),
    wire: { kind: 'whole' },
  }),
};
