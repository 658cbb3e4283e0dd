import { impactOf } from '../impact-of.ts';
import type { Rule } from '../rule.ts';
import { placeAt } from '../schema/schema.ts';
import { typesOf } from '../schema/types-of.ts';

/** One difference for each type that is let in on one side only; null is a type. */
export const typeChanged: Rule<'schema'> = {
  id: 'type-changed',
  *compare({ ours, upstream }, direction) {
    const [here, there] = [typesOf(ours), typesOf(upstream)];
    const places = {
      ours: placeAt(ours, 'type', 'nullable'),
      upstream: placeAt(upstream, 'type', 'nullable'),
      oursValue: here,
      upstreamValue: there,
    };
    if (here === undefined || there === undefined) {
      if (here === there) return;
      const change = there === undefined ? 'wider' : 'narrower';
      const message =
        there === undefined ? 'no type is published' : `the type ${there.join(' or ')} is published`;
      yield { ...places, impact: impactOf(change, direction), subject: 'any', message };
      return;
    }
    for (const type of here.filter((one) => !covers(there, one))) {
      yield {
        ...places,
        impact: impactOf('narrower', direction),
        subject: type,
        message: `the type ${type} is not published`,
      };
    }
    for (const type of there.filter((one) => !covers(here, one))) {
      yield {
        ...places,
        impact: impactOf('wider', direction),
        subject: type,
        message: `the type ${type} is published`,
      };
    }
  },
};

/** An integer is a number. */
function covers(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}
