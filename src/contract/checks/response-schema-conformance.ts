import { type Check, NOTHING } from '../check.ts';
import { bodyProblems } from '../judge/body-problems.ts';

/** The response's body is what the schema of its status and media type says. */
export const responseSchemaConformance: Check = {
  id: 'response-schema-conformance',
  run({ engine, mediaType, body }) {
    const id = mediaType?.schema ?? null;
    return id === null || body.kind !== 'json' ? NOTHING : bodyProblems(engine, id, body, 'response');
  },
};
