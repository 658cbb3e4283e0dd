import { type Check, NOTHING } from '../check.ts';
import { explainProblems } from '../schema/explain-problems.ts';

/** The response's body is what the schema of its status and media type says. */
export const responseSchemaConformance: Check = {
  id: 'response-schema-conformance',
  run({ engine, mediaType, body }) {
    const id = mediaType?.schema ?? null;
    if (id === null || body.kind !== 'json' || body.fits) return NOTHING;
    return explainProblems(engine.contract, id, body.value).map(({ path, ...problem }) => ({
      ...problem,
      target: 'response',
      dataPath: path,
    }));
  },
};
