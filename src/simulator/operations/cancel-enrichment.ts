import type { ErrorAnswer } from '../error-answers.ts';
import { askCancel } from '../lifecycle/ask-cancel.ts';
import { findEnrichment } from './find-enrichment.ts';
import { isOddBody } from './is-odd-body.ts';
import type { SimulatedOperation } from './operation.ts';

/** Asks for an enrichment to be stopped. Observed: 200 while the status is still `pending`. */
export const cancelEnrichment: SimulatedOperation = {
  operationId: 'websets-enrichments-cancel',
  method: 'POST',
  path: '/v0/websets/{webset}/enrichments/{id}/cancel',
  serve(call, simulation) {
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
  },
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
