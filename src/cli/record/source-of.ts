import type { Exchange } from '../../contract/exchange.ts';
import type { ProvenanceSource } from '../../contract/recordings/provenance.ts';

/** The simulator says who it is in every answer, so that nobody takes it for the API, behind whatever address. */
export function sourceOf(exchanges: readonly Exchange[]): ProvenanceSource {
  const simulated = exchanges.some(({ response }) =>
    response.headers['server']?.includes('exa-enrichments-simulator'),
  );
  return simulated ? 'simulator' : 'live';
}
