import { type Check, NOTHING } from '../check.ts';
import { nearest } from '../nearest.ts';
import { undocumentedProperties } from '../schema/undocumented-properties.ts';
import { show } from '../show.ts';

/** The body has no property that the description does not name: an open schema lets it pass, a reader wants to know. */
export const undocumentedProperty: Check = {
  id: 'undocumented-property',
  run({ engine, mediaType, body, ignoreProperty }) {
    const id = mediaType?.schema ?? null;
    if (id === null || body.kind !== 'json' || !body.undocumented) return NOTHING;
    const { node } = engine.bodySchema(id);
    return [...undocumentedProperties(engine.nodes, node, body.value)]
      .filter(({ path, name, holder }) => !ignoreProperty(path, `${holder}.${name}`))
      .map(({ path, name, value, spec, documented, siblings }) => {
        // What the object has as well was not misspelt here.
        const near = nearest(
          name,
          documented.filter((other) => !Object.hasOwn(siblings, other)),
        );
        return {
          severity: 'warning',
          message: `The property ${show(name)} is not documented.`,
          target: 'response',
          dataPath: path,
          spec,
          received: show(value),
          documented: 'no such property',
          ...(near !== undefined && { suggestion: show(near) }),
        };
      });
  },
};
