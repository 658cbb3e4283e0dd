import { withBody } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Parameter `value`: the body ("OK"). */
export const notJson: Fault = {
  name: 'not-json',
  does: 'The body claims to be JSON and is not.',
  foundBy: 'malformed-body',
  parameters: ['value'],
  processed: true,
  apply: (answer, { value = 'OK' }) => ({ answer: withBody(answer, value), wire: { kind: 'whole' } }),
};
