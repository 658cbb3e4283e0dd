import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createClient } from 'exa-enrichments';
import {
  bundledContract,
  captureFetch,
  readRecordings,
  toMatchContract,
  verifyExchanges,
} from 'exa-enrichments/contract';
import { createSimulator } from 'exa-enrichments/simulator';

expect.extend({ toMatchContract });

test('the matcher tells what matches from what does not', async () => {
  const simulator = createSimulator();
  const seen = [];
  const fetch = captureFetch(simulator.fetch, (exchange) => seen.push(exchange));
  await createClient({ apiKey: 'not-a-real-key', fetch }).cancel(simulator.running);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchContract();
  const { response } = seen[0];
  const drifted = { ...seen[0], response: { ...response, body: '{}' } };
  expect(() => expect(drifted).toMatchContract()).toThrow(/response-schema-conformance/);
  expect((await verifyExchanges(bundledContract, seen)).summary.verified).toBe(1);
});

test('recordings are read whose parser is loaded only for them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'exa-jest-'));
  const cassette =
    'http_interactions:\n- request: {method: get, uri: https://a.test/}\n  response: {status: {code: 204}}\n';
  writeFileSync(join(folder, 'a.yml'), cassette);
  const read = [];
  for await (const { response } of readRecordings([join(folder, '*.yml')])) read.push(response.status);
  expect(read).toEqual([204]);
});
