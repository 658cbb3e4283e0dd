import type { ErrorAnswer } from '../error-answers.ts';
import type { SimulatedOperation } from './operation.ts';
import { sentObject } from './sent-object.ts';
import { websetBody } from './webset-body.ts';

/** A neighbour: creates an empty Webset. Observed to answer 201, where 200 is published. */
export const createWebset: SimulatedOperation = {
  operationId: 'websets-create',
  method: 'POST',
  path: '/v0/websets',
  serve({ body, now }, { store, createId }) {
    const sent = sentObject(body);
    const externalId = sent?.['externalId'] ?? null;
    if (sent === undefined || (externalId !== null && typeof externalId !== 'string'))
      return { error: notUnderstood };
    if (externalId !== null && externalId.length > 300) return { error: notUnderstood };
    if (externalId !== null && store.webset(externalId) !== undefined) return { error: taken };
    const id = createId('webset');
    const webset = { id, externalId, createdAt: now, canceledAt: undefined, enrichments: new Map() };
    return { status: 201, value: websetBody(webset, []), effect: () => store.addWebset(webset) };
  },
};

/** The words are invented. */
const notUnderstood: ErrorAnswer = { status: 400, shape: 'service', message: 'The Webset is not valid' };
const taken: ErrorAnswer = { status: 409, shape: 'service', message: 'The externalId is taken' };
