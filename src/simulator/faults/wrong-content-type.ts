import { withHeader } from '../edit-answer.ts';
import type { Fault } from './fault.ts';

/** Parameter `headerValue`: the content-type ("text/plain; charset=utf-8"). */
export const wrongContentType: Fault = {
  name: 'wrong-content-type',
  does: 'The body is what it should be, and its content-type says otherwise.',
  foundBy: 'content-type-conformance',
  parameters: ['headerValue'],
  processed: true,
  apply(answer, { headerValue = 'text/plain; charset=utf-8' }) {
    if (/^application\/json[ \t]*(;|$)/i.test(headerValue)) return undefined;
    return { answer: withHeader(answer, 'content-type', headerValue), wire: { kind: 'whole' } };
  },
};
