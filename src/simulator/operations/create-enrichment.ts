import { validateWebsetEnrichment } from '../../../generated/client-validators.js';
import { type ErrorAnswer, websetNotFound } from '../error-answers.ts';
import { startEnrichment } from '../lifecycle/start-enrichment.ts';
import type { SimulatedOperation } from './operation.ts';
import { sentObject } from './sent-object.ts';

/** A neighbour: adds an enrichment to a Webset. Observed to answer 201, where 200 is published. */
export const createEnrichment: SimulatedOperation = {
  operationId: 'websets-enrichments-create',
  method: 'POST',
  path: '/v0/websets/{webset}/enrichments',
  serve({ parameters, body, now }, { store, createId, behaviour }) {
    const webset = store.webset(parameters['webset'] ?? '');
    if (webset === undefined) return { error: websetNotFound };
    const { description, format, options, metadata } = sentObject(body) ?? {};
    if (typeof description !== 'string') return { error: notUnderstood };
    const ids = { id: createId('wenrich'), websetId: webset.id };
    const state = startEnrichment({ ...ids, description }, behaviour, now);
    const sent = { format: format ?? 'text', options: options ?? null, metadata: metadata ?? {} };
    const enrichment = { ...state.enrichment, ...sent };
    if (!validateWebsetEnrichment(enrichment)) return { error: notUnderstood };
    const effect = (): void => store.putEnrichment(webset, { ...state, enrichment });
    return { status: 201, value: enrichment, effect };
  },
};

/** The words are invented. */
const notUnderstood: ErrorAnswer = { status: 400, shape: 'service', message: 'The enrichment is not valid' };
