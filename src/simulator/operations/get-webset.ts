import { websetNotFound } from '../error-answers.ts';
import type { SimulatedOperation } from './operation.ts';
import { websetBody } from './webset-body.ts';

/** A neighbour: reads a Webset with its enrichments. */
export const getWebset: SimulatedOperation = {
  operationId: 'websets-get',
  method: 'GET',
  path: '/v0/websets/{webset}',
  serve({ parameters, now }, { store }) {
    const webset = store.webset(parameters['webset'] ?? '');
    if (webset === undefined) return { error: websetNotFound };
    return { status: 200, value: websetBody(webset, store.enrichments(webset, now)) };
  },
};
