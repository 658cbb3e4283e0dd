import { ENRICHMENT } from '../contract/exchange.test-support.ts';

/** A cancel as nock records it, its key struck out; with what a test has otherwise. */
export function nockCancel(change: object = {}): object {
  return {
    scope: 'https://api.exa.ai',
    method: 'POST',
    path: '/websets/v0/websets/webset_1/enrichments/wenrich_1/cancel',
    status: 200,
    response: ENRICHMENT,
    rawHeaders: { 'content-type': 'application/json' },
    requestHeaders: { 'x-api-key': '<redacted>' },
    ...change,
  };
}
