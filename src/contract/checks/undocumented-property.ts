import type { Check } from '../check.ts';
import { undocumentedProperties } from '../schema/undocumented-properties.ts';
import { show } from '../show.ts';

/** The body has no property that the description does not name: an open schema lets it pass, a reader wants to know. */
export const undocumentedProperty: Check = {
  id: 'undocumented-property',
  *run({ contract, mediaType, isJson, body }) {
    const id = mediaType?.schema ?? null;
    if (id === null || !isJson || body.kind !== 'json') return;
    for (const { path, name, value, schema } of undocumentedProperties(contract, id, body.value)) {
      const spec = contract.shapes[schema]?.spec;
      yield {
        severity: 'warning',
        message: `The property ${show(name)} is not documented.`,
        target: 'response',
        dataPath: path,
        ...(spec !== undefined && { spec }),
        received: show(value),
        documented: 'no such property',
      };
    }
  },
};
