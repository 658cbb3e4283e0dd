import type { Exchange } from '../../contract/exchange.ts';
import { isSimulated, type ProvenanceSource } from '../../contract/recordings/index.ts';

/** The simulator says who it is in every answer, so that nobody takes it for the API, behind whatever address. */
export function sourceOf(exchanges: readonly Exchange[]): ProvenanceSource {
  return exchanges.some(({ response }) => isSimulated(response)) ? 'simulator' : 'live';
}
