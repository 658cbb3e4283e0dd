import type { ErrorAnswer } from '../error-answers.ts';
import { askCancel } from '../lifecycle/ask-cancel.ts';
import { findEnrichment } from './find-enrichment.ts';
import type { SimulatedOperation } from './operation.ts';

/** Asks for an enrichment to be stopped. Observed: 200 while the status is still `pending`. */
export const cancelEnrichment: SimulatedOperation = {
  operationId: 'websets-enrichments-cancel',
  method: 'POST',
  path: '/v0/websets/{webset}/enrichments/{id}/cancel',
  serve(call, simulation) {
    const found = findEnrichment(call, simulation);
    if ('error' in found) return found;
    const { state, verdict, assumed } = askCancel(found.state, call.now);
    if (call.takesEffect) simulation.store.putEnrichment(found.webset, state);
    const mark = assumed === undefined ? {} : { assumed: `${assumed}=${verdict}` };
    if (verdict === 200) return { status: 200, value: state.enrichment, ...mark };
    return { error: refusals[verdict], ...mark };
  },
};

/** The words are invented: neither case was ever observed. */
const refusals: Readonly<Record<400 | 409, ErrorAnswer>> = {
  400: { status: 400, shape: 'service', message: 'Enrichment is not running' },
  409: { status: 409, shape: 'service', message: 'Enrichment is not running' },
};
