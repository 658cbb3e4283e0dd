import type { Draft } from '../difference.ts';
import { impactOf } from '../impact-of.ts';
import { jsonOf } from '../json-of.ts';
import type { Rule } from '../rule.ts';
import { keyword, placeAt } from '../schema/schema.ts';
import { includes, valuesOf } from '../schema/values-of.ts';

/** One difference for each value that is on one side only. Null is a type, and `const` has a rule of its own. */
export const enumChanged: Rule<'schema'> = {
  id: 'enum-changed',
  *compare({ ours, upstream }, direction): Generator<Draft> {
    if (keyword(ours, 'const').length > 0 || keyword(upstream, 'const').length > 0) return;
    const [here, there] = [valuesOf(ours)?.filter(isValue), valuesOf(upstream)?.filter(isValue)];
    const places = {
      ours: placeAt(ours, 'enum'),
      upstream: placeAt(upstream, 'enum'),
      oursValue: here,
      upstreamValue: there,
    };
    if (here === undefined || there === undefined) {
      if (here === there) return;
      const change = there === undefined ? 'wider' : 'narrower';
      const message = there === undefined ? 'any value is published' : 'only some values are published';
      yield { ...places, impact: impactOf(change, direction), subject: 'any', message };
      return;
    }
    for (const value of here.filter((one) => !includes(there, one))) {
      // Who waits for a value that never comes any more waits for ever.
      const impact = direction === 'response' ? 'warning' : 'breaking';
      yield {
        ...places,
        impact,
        subject: jsonOf(value),
        message: `the value ${jsonOf(value)} is not published`,
      };
    }
    for (const value of there.filter((one) => !includes(here, one))) {
      const impact = impactOf('wider', direction);
      yield {
        ...places,
        impact,
        subject: jsonOf(value),
        message: `the value ${jsonOf(value)} is published`,
      };
    }
  },
};

function isValue(value: unknown): boolean {
  return value !== null;
}
