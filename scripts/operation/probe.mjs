// Run in the copy: what knows of the operation that was added, asked of the built package.
import assert from 'node:assert/strict';
import { createClient } from 'exa-enrichments';
import { bundledContract, verifyExchanges } from 'exa-enrichments/contract';

const url = 'https://api.exa.ai/websets/v0/websets/w/enrichments';
const date = '2025-11-23T12:00:00.000Z';
const enrichment = {
  ...{
    id: 'e',
    object: 'webset_enrichment',
    status: 'pending',
    websetId: 'w',
    title: null,
    description: 'd',
  },
  ...{ format: null, options: null, instructions: null, metadata: {}, createdAt: date, updatedAt: date },
};
const answer = (value) => Response.json(value, { status: 201 });

const sent = [];
const fetch = async (request) => {
  sent.push(`${request.method} ${request.url}`);
  return answer(enrichment);
};
const { raw } = createClient({ apiKey: 'k'.repeat(20), fetch });
const { data } = await raw.POST('/v0/websets/{webset}/enrichments', {
  params: { path: { webset: 'w' } },
  body: { description: 'd' },
});
assert.deepEqual([data?.id, sent], ['e', [`POST ${url}`]], 'raw');

const JSON_TYPE = { 'content-type': ['application/json'] };
const exchange = (value, index) => ({
  request: {
    method: 'POST',
    url,
    headers: { 'x-api-key': ['<KEY>'], ...JSON_TYPE },
    body: JSON.stringify({ description: 'd' }),
  },
  response: { status: 201, headers: JSON_TYPE, body: JSON.stringify(value) },
  recording: { file: 'probe', index },
});
const { findings, summary, coverage } = await verifyExchanges(bundledContract, [
  exchange(enrichment, 0),
  exchange({ ...enrichment, status: 'other' }, 1),
]);
assert.equal(summary.verified, 2, 'verify');
assert.deepEqual(
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ operationId, check }) => [operationId, check]),
  [['websets-enrichments-create', 'response-schema-conformance']],
  'verify',
);
assert.ok(JSON.stringify(coverage).includes('websets-enrichments-create'), 'coverage');
