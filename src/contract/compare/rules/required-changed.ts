import { impactOf } from '../impact-of.ts';
import type { Rule } from '../rule.ts';
import { propertiesOf, requiredOf } from '../schema/properties-of.ts';
import { placeAt } from '../schema/schema.ts';

/** Of properties that both have, and of those that only upstream requires. */
export const requiredChanged: Rule<'schema'> = {
  id: 'required-changed',
  *compare({ ours, upstream }, direction) {
    const [here, there] = [requiredOf(ours, direction), requiredOf(upstream, direction)];
    const published = propertiesOf(upstream);
    const places = { ours: placeAt(ours, 'required'), upstream: placeAt(upstream, 'required') };
    for (const name of here) {
      // Of a property that is gone `property-removed` tells.
      if (there.has(name) || (!published.has(name) && propertiesOf(ours).has(name))) continue;
      const message = `the property ${name} is published as optional`;
      const values = { oursValue: 'required', upstreamValue: 'optional' };
      yield { ...places, ...values, impact: impactOf('wider', direction), subject: name, message };
    }
    for (const name of there) {
      if (here.has(name)) continue;
      const message = `the property ${name} is published as required`;
      const oursValue = propertiesOf(ours).has(name) ? 'optional' : undefined;
      const values = { oursValue, upstreamValue: 'required' };
      yield { ...places, ...values, impact: impactOf('narrower', direction), subject: name, message };
    }
  },
};
