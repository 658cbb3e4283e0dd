import { bodyProblems } from '../body-problems.ts';
import { type Check, NOTHING } from '../check.ts';

/** The response's body is what the schema of its status and media type says. */
export const responseSchemaConformance: Check = {
  id: 'response-schema-conformance',
  run(context) {
    const { mediaType, body } = context;
    return mediaType === undefined || body.kind !== 'json'
      ? NOTHING
      : bodyProblems(context, mediaType, body, 'response');
  },
};
