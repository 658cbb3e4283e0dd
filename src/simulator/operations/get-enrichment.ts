import { findEnrichment } from './find-enrichment.ts';
import type { SimulatedOperation } from './operation.ts';

/** Reads an enrichment as it stands. */
export const getEnrichment: SimulatedOperation = {
  operationId: 'websets-enrichments-get',
  method: 'GET',
  path: '/v0/websets/{webset}/enrichments/{id}',
  serve(call, simulation) {
    const found = findEnrichment(call, simulation);
    if ('error' in found) return found;
    return { status: 200, value: found.state.enrichment };
  },
};
