import { requiredChange } from '../required-change.ts';
import type { Rule } from '../rule.ts';

export const requestBodyRequiredChanged: Rule<'body'> = {
  id: 'request-body-required-changed',
  compare: (pair) => requiredChange(pair, 'request', 'the request body'),
};
