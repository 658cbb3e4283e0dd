import { expect, test } from '@jest/globals';
import { createClient, isExaError } from 'exa-enrichments';

const exa = createClient({ apiKey: 'not-a-real-key', baseUrl: process.env.EXA_BASE_URL });
const { webset } = globalThis;

test('`get` works', async () => {
  expect(await exa.get({ webset, enrichment: 'wenrich_read' })).toMatchObject({ status: 'pending' });
});

test('`cancelAndWait` works', async () => {
  const ref = { webset, enrichment: 'wenrich_canceled' };
  expect(await exa.cancelAndWait(ref, { pollInterval: 50 })).toMatchObject({ outcome: 'canceled' });
});

test('a signal of the environment aborts', async () => {
  const controller = new AbortController();
  const reading = exa.get({ webset, enrichment: 'wenrich_read' }, { signal: controller.signal });
  controller.abort();
  await expect(reading).rejects.toMatchObject({ code: 'aborted' });
});

test('a given `fetch` gets what the `fetch` of the environment takes', async () => {
  const given = createClient({
    apiKey: 'not-a-real-key',
    baseUrl: process.env.EXA_BASE_URL,
    fetch: (request, init) => fetch(request, init),
  });
  expect(await given.get({ webset, enrichment: 'wenrich_read' })).toMatchObject({ status: 'pending' });
});

test('an error is one of the package', async () => {
  const error = await exa.get({ webset, enrichment: 'wenrich_nowhere' }).catch((thrown) => thrown);
  expect({ ours: isExaError(error), code: error.code }).toEqual({ ours: true, code: 'not-found' });
});
