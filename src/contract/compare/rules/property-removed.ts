import type { Rule } from '../rule.ts';
import { additionalOf } from '../schema/additional-of.ts';
import { propertiesOf, requiredOf } from '../schema/properties-of.ts';
import { placeAt } from '../schema/schema.ts';

export const propertyRemoved: Rule<'schema'> = {
  id: 'property-removed',
  *compare({ ours, upstream }, direction) {
    const published = propertiesOf(upstream);
    const required = requiredOf(ours, direction);
    const refused = direction === 'request' && additionalOf(upstream) === 'closed';
    for (const [name, property] of propertiesOf(ours)) {
      if (published.has(name)) continue;
      const counted = direction === 'response' && required.has(name);
      yield {
        impact: counted || refused ? 'breaking' : 'warning',
        subject: name,
        message: `the property ${name} is not published${refused ? ', and others than the published are refused' : ''}`,
        ours: property.layers[0],
        upstream: placeAt(upstream, 'properties'),
        oursValue: required.has(name) ? 'required' : 'optional',
      };
    }
  },
};
