import { impactOf } from '../impact-of.ts';
import { jsonOf } from '../json-of.ts';
import type { Rule } from '../rule.ts';
import { keyword, placeAt } from '../schema/schema.ts';
import { includes, valuesOf } from '../schema/values-of.ts';

/** Where a side has a `const`; an enum of one value says the same. */
export const constChanged: Rule<'schema'> = {
  id: 'const-changed',
  *compare({ ours, upstream }, direction) {
    if (keyword(ours, 'const').length === 0 && keyword(upstream, 'const').length === 0) return;
    const [here, there] = [valuesOf(ours), valuesOf(upstream)];
    const wider = here !== undefined && !there?.every((value) => includes(here, value));
    const narrower = there !== undefined && !here?.every((value) => includes(there, value));
    if (!wider && !narrower) return;
    yield {
      impact: impactOf(wider && narrower ? 'other' : wider ? 'wider' : 'narrower', direction),
      subject: 'const',
      message: there === undefined ? 'any value is published' : `${jsonOf(there)} is published`,
      ours: placeAt(ours, 'const', 'enum'),
      upstream: placeAt(upstream, 'const', 'enum'),
      oursValue: here,
      upstreamValue: there,
    };
  },
};
