import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { createClient } from 'exa-enrichments';
import { anEnrichment } from 'exa-enrichments/simulator';

const ref = { webset: 'webset_1', enrichment: 'wenrich_1' };
const READ = '/websets/v0/websets/webset_1/enrichments/wenrich_1';
const CANCEL = { path: `${READ}/cancel`, method: 'POST' };
const json = { headers: { 'content-type': 'application/json' } };
const pending = anEnrichment({ id: 'wenrich_1', status: 'pending' });
const canceled = anEnrichment({ id: 'wenrich_1', status: 'canceled' });
const exa = createClient({ apiKey: 'not-a-real-key' });

const { getGlobalDispatcher, MockAgent, setGlobalDispatcher } = await import(process.env.UNDICI);
const original = getGlobalDispatcher();
after(() => setGlobalDispatcher(original));

let agent;
beforeEach(() => {
  agent = new MockAgent();
  agent.disableNetConnect();
  // Node's own `fetch` asks this one too, from whichever copy of undici it was set.
  setGlobalDispatcher(agent);
});

test('`get` is answered by an interceptor', async () => {
  agent.get('https://api.exa.ai').intercept({ path: READ }).reply(200, pending, json);
  assert.equal((await exa.get(ref)).id, 'wenrich_1');
});

test('`cancelAndWait` is answered by interceptors', async () => {
  const pool = agent.get('https://api.exa.ai');
  pool.intercept(CANCEL).reply(200, pending, json);
  pool.intercept({ path: READ }).reply(200, pending, json);
  pool.intercept({ path: READ }).reply(200, canceled, json);
  const { outcome, polls } = await exa.cancelAndWait(ref, { pollInterval: 10 });
  assert.deepEqual({ outcome, polls }, { outcome: 'canceled', polls: 2 });
});

test('what has no interceptor is told at once, as that: one attempt, and nothing happened', async () => {
  const { attempts, mayHaveSucceeded, message } = await exa.cancel(ref).catch((thrown) => thrown);
  assert.deepEqual({ attempts, mayHaveSucceeded }, { attempts: 1, mayHaveSucceeded: false });
  assert.match(message, /mock/i);
});
