import type { Rule } from '../rule.ts';
import { additionalOf } from '../schema/additional-of.ts';
import { propertiesOf, requiredOf } from '../schema/properties-of.ts';
import { placeAt } from '../schema/schema.ts';

/** That a request needs it is told by `required-changed`. */
export const propertyAdded: Rule<'schema'> = {
  id: 'property-added',
  *compare({ ours, upstream }, direction) {
    const known = propertiesOf(ours);
    const refused = direction === 'response' && additionalOf(ours) === 'closed';
    for (const [name, property] of propertiesOf(upstream)) {
      if (known.has(name)) continue;
      yield {
        impact: refused ? 'breaking' : 'info',
        subject: name,
        message: `the property ${name} is published${refused ? ', and we refuse others than ours' : ''}`,
        ours: placeAt(ours, 'properties'),
        upstream: property.layers[0],
        upstreamValue: requiredOf(upstream, direction).has(name) ? 'required' : 'optional',
      };
    }
  },
};
