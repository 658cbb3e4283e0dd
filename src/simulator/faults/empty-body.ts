import { withBody } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** What a proxy makes of an answer that it could not read. */
export const emptyBody: Fault = {
  name: 'empty-body',
  does: 'The body is empty.',
  foundBy: 'malformed-body',
  parameters: [],
  processed: true,
  apply: (answer) => ({ answer: withBody(answer, ''), wire: { kind: 'whole' } }),
};
