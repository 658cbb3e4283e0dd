import { requiredChange } from '../required-change.ts';
import type { Rule } from '../rule.ts';

export const headerRequiredChanged: Rule<'header'> = {
  id: 'header-required-changed',
  compare: (pair) => requiredChange(pair, 'response', 'the header'),
};
