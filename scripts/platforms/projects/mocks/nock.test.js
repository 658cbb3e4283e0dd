import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { createClient } from 'exa-enrichments';
import { anEnrichment } from 'exa-enrichments/simulator';
import nock from 'nock';

const ref = { webset: 'webset_1', enrichment: 'wenrich_1' };
const READ = '/websets/v0/websets/webset_1/enrichments/wenrich_1';
const pending = anEnrichment({ id: 'wenrich_1', status: 'pending' });
const canceled = anEnrichment({ id: 'wenrich_1', status: 'canceled' });
const exa = createClient({ apiKey: 'not-a-real-key' });

nock.disableNetConnect();
afterEach(() => nock.cleanAll());
after(() => nock.restore());

test('`get` is answered by an interceptor', async () => {
  nock('https://api.exa.ai').get(READ).reply(200, pending);
  assert.equal((await exa.get(ref)).id, 'wenrich_1');
});

test('`cancelAndWait` is answered by interceptors', async () => {
  nock('https://api.exa.ai')
    .post(`${READ}/cancel`)
    .reply(200, pending)
    .get(READ)
    .reply(200, pending)
    .get(READ)
    .reply(200, canceled);
  const { outcome, polls } = await exa.cancelAndWait(ref, { pollInterval: 10 });
  assert.deepEqual({ outcome, polls }, { outcome: 'canceled', polls: 2 });
});

test('what has no interceptor is told at once, as that: one attempt, and nothing happened', async () => {
  // With one that does not match nock says which there are; with none at all it speaks of the connection.
  for (const others of [true, false]) {
    if (others) nock('https://api.exa.ai').get('/elsewhere').reply(200);
    const { message, attempts, mayHaveSucceeded } = await exa.cancel(ref).catch((thrown) => thrown);
    assert.deepEqual({ attempts, mayHaveSucceeded }, { attempts: 1, mayHaveSucceeded: false });
    assert.match(message, /mock|nock/i);
    nock.cleanAll();
  }
});
