import { withBody } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Parameter `value`: the body ("OK"). */
export const notJson: Fault = {
  name: 'not-json',
  does: 'The body claims to be JSON and is not.',
  foundBy: 'malformed-body',
  parameters: ['value'],
  processed: true,
  apply(answer, { value = 'OK' }) {
    return isJson(value) ? undefined : { answer: withBody(answer, value), wire: { kind: 'whole' } };
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
