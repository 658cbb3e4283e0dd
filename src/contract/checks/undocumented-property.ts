import type { Check } from '../check.ts';
import { valueAt } from '../json/pointer.ts';
import { nearest } from '../nearest.ts';
import { undocumentedProperties } from '../schema/undocumented-properties.ts';
import { show } from '../show.ts';

/** The body has no property that the description does not name: an open schema lets it pass, a reader wants to know. */
export const undocumentedProperty: Check = {
  id: 'undocumented-property',
  *run({ contract, mediaType, isJson, body }) {
    const id = mediaType?.schema ?? null;
    if (id === null || !isJson || body.kind !== 'json') return;
    for (const { path, name, value, schema } of undocumentedProperties(contract, id, body.value)) {
      const { spec, properties } = contract.shapes[schema] ?? {};
      const holder = valueAt(body.value, path.slice(0, path.lastIndexOf('/'))) as object;
      // What the object has as well was not misspelt here.
      const absent = Object.keys(properties ?? {}).filter((other) => !Object.hasOwn(holder, other));
      const near = nearest(name, absent);
      yield {
        severity: 'warning',
        message: `The property ${show(name)} is not documented.`,
        target: 'response',
        dataPath: path,
        ...(spec !== undefined && { spec }),
        received: show(value),
        documented: 'no such property',
        ...(near !== undefined && { suggestion: show(near) }),
      };
    }
  },
};
