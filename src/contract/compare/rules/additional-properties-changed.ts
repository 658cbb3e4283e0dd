import { impactOf } from '../impact-of.ts';
import type { Rule } from '../rule.ts';
import { type Additional, additionalOf } from '../schema/additional-of.ts';
import { placeAt } from '../schema/schema.ts';

/** Open lets in more than a described rest, and that more than closed. */
export const additionalPropertiesChanged: Rule<'schema'> = {
  id: 'additional-properties-changed',
  *compare({ ours, upstream }, direction) {
    const [here, there] = [opennessOf(additionalOf(ours)), opennessOf(additionalOf(upstream))];
    if (here === there) return;
    const wider = ORDER.indexOf(there) > ORDER.indexOf(here);
    yield {
      impact: impactOf(wider ? 'wider' : 'narrower', direction),
      subject: 'additionalProperties',
      message: `properties beside the named ones are published as ${there}`,
      ours: placeAt(ours, 'additionalProperties', 'unevaluatedProperties'),
      upstream: placeAt(upstream, 'additionalProperties', 'unevaluatedProperties'),
      oursValue: here,
      upstreamValue: there,
    };
  },
};

const ORDER = ['refused', 'of a schema', 'free'];

function opennessOf(additional: Additional): string {
  if (additional === 'closed') return 'refused';
  return additional === 'open' ? 'free' : 'of a schema';
}
