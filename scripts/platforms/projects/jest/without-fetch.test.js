import { expect, test } from '@jest/globals';

const client = async () => {
  const { createClient } = await import('exa-enrichments');
  return createClient({ apiKey: 'not-a-real-key', baseUrl: process.env.EXA_BASE_URL });
};

test('the package can be imported', async () => {
  await client();
});

test('without a `fetch` it is said what is missing: nothing happened', async () => {
  const exa = await client();
  const error = await exa.cancel({ webset: 'jsdom', enrichment: 'wenrich_read' }).catch((thrown) => thrown);
  expect(error.attempts).toBeLessThanOrEqual(1);
  expect(error.mayHaveSucceeded).toBe(false);
  expect(error.message).toMatch(/`(fetch|Request)`/);
});
