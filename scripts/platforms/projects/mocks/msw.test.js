import assert from 'node:assert/strict';
import { after, afterEach, test } from 'node:test';
import { createClient } from 'exa-enrichments';
import { anEnrichment } from 'exa-enrichments/simulator';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';

const ref = { webset: 'webset_1', enrichment: 'wenrich_1' };
const READ = 'https://api.exa.ai/websets/v0/websets/webset_1/enrichments/wenrich_1';
const pending = anEnrichment({ id: 'wenrich_1', status: 'pending' });
const exa = createClient({ apiKey: 'not-a-real-key' });

const server = setupServer();
server.listen({ onUnhandledRequest: 'error' });
afterEach(() => server.resetHandlers());
after(() => server.close());

test('`get` is answered by a handler', async () => {
  server.use(http.get(READ, () => HttpResponse.json(pending)));
  assert.equal((await exa.get(ref)).id, 'wenrich_1');
});

test('`cancelAndWait` is answered by handlers', async () => {
  let status = 'pending';
  server.use(
    http.post(`${READ}/cancel`, () => HttpResponse.json({ ...pending, status })),
    http.get(READ, () => {
      const seen = HttpResponse.json({ ...pending, status });
      status = 'canceled';
      return seen;
    }),
  );
  const { outcome, polls } = await exa.cancelAndWait(ref, { pollInterval: 10 });
  assert.deepEqual({ outcome, polls }, { outcome: 'canceled', polls: 2 });
});

test('`HttpResponse.error()` gives a message that can be read', async () => {
  server.use(http.get(READ, () => HttpResponse.error()));
  const error = await exa.get(ref, { maxRetries: 0 }).catch((thrown) => thrown);
  assert.equal(error.code, 'connection');
  assert.doesNotMatch(error.message, /\[object|\(\)|undefined/);
});

test('what has no handler is told at once: one attempt, and nothing happened', async (t) => {
  t.mock.method(console, 'error', () => {});
  const { attempts, mayHaveSucceeded } = await exa.cancel(ref).catch((thrown) => thrown);
  assert.deepEqual({ attempts, mayHaveSucceeded }, { attempts: 1, mayHaveSucceeded: false });
});
