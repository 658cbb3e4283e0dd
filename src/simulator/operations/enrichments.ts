import { validateWebsetEnrichment } from '../../../generated/client-validators.js';
import { type ErrorAnswer, websetNotFound } from '../answers.ts';
import { askCancel, startEnrichment } from '../lifecycle.ts';
import { findEnrichment, type Neighbour, type Serve, sentObject } from './simulated-operation.ts';

/** Reads an enrichment as it stands. */
export const getEnrichment: Serve = (call, simulation) => {
  const found = findEnrichment(call, simulation);
  return 'error' in found ? found : { status: 200, value: found.state.enrichment };
};

/** Asks for an enrichment to be stopped. Observed: 200 while the status is still `pending`. */
export const cancelEnrichment: Serve = (call, simulation) => {
  const found = findEnrichment(call, simulation);
  if ('error' in found) return found;
  const { oddBody } = found.state.behaviour.assumptions;
  const odd = isOddBody(call) ? [`oddBody=${oddBody}`] : [];
  if (odd.length > 0 && oddBody !== 200) return { error: bodyRefusals[oddBody], assumed: odd.join() };
  const { state, verdict, assumed } = askCancel(found.state, call.now);
  const effect = (): void => simulation.store.putEnrichment(found.webset, state);
  const marks = assumed === undefined ? odd : [...odd, `${assumed}=${verdict}`];
  const mark = marks.length === 0 ? {} : { assumed: marks.join(', ') };
  if (verdict === 200) return { status: 200, value: state.enrichment, effect, ...mark };
  return { error: refusals[verdict], ...mark };
};

/** The words are invented: none of these cases was ever observed. */
const refusals: Readonly<Record<400 | 409, ErrorAnswer>> = {
  400: { status: 400, shape: 'service', message: 'Enrichment is not running' },
  409: { status: 409, shape: 'service', message: 'Enrichment is not running' },
};
const bodyRefusals: Readonly<Record<400 | 422, ErrorAnswer>> = {
  400: { status: 400, shape: 'service', message: 'The body is not an empty JSON object' },
  422: { status: 422, shape: 'service', message: 'The body is not an empty JSON object' },
};

/** Whether a cancel has a body that nobody has observed: the fragment documents none, and the empty object as JSON. */
function isOddBody({ body, contentType }: { body: string | undefined; contentType: string | null }): boolean {
  if (body === undefined || body === '') return false;
  const sent = sentObject(body);
  const isEmpty = sent !== undefined && Object.keys(sent).length === 0;
  return !isEmpty || !/^application\/json[ \t]*(;|$)/i.test(contentType ?? '');
}

/** A neighbour: adds an enrichment to a Webset. Observed to answer 201, where 200 is published. */
export const createEnrichment: Neighbour = {
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
