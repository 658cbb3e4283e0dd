import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type ErrorShape, isStatusError, type StatusErrorCode } from 'exa-enrichments';
import { captureFetch, type Exchange } from 'exa-enrichments/contract';
import nock from 'nock';
import { callAgain } from './support/call.ts';
import './support/extend-expect.ts';
import { bodyOf, fileOf, nameOf, recorded } from './support/recordings.ts';
import type { JsonObject } from './support/schema.ts';

const CODES: Readonly<Record<number, StatusErrorCode>> = {
  400: 'bad-request',
  401: 'authentication',
  402: 'payment-required',
  403: 'permission-denied',
  404: 'not-found',
  409: 'conflict',
  422: 'unprocessable-entity',
  429: 'rate-limit',
  500: 'server',
  502: 'server',
  503: 'server',
  504: 'server',
};

const SHAPES: Readonly<Record<string, ErrorShape>> = {
  'gateway-errors-of-cancel.json': 'gateway',
  'gateway-errors-of-get.json': 'gateway',
  'service-errors.json': 'service',
  'bare-errors.json': 'bare',
  'structured-errors.json': 'structured',
};

const KEY = 'not-a-real-key';

const accepted = recorded.filter(({ response }) => response.status === 200);
const refused = recorded.filter(({ response }) => response.status !== 200);

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe('a recorded exchange, replayed through the client', () => {
  it.each(named(accepted))('gives the enrichment: %s', async (_, exchange) => {
    const { outcome, seen } = await replay(exchange);
    expect(outcome).toEqual(bodyOf(exchange));
    expectTheSame(seen, exchange);
  });

  it.each(named(refused))('gives the error of its status: %s', async (_, exchange) => {
    const { outcome, seen } = await replay(exchange);
    expectTheSame(seen, exchange);
    const { status, headers } = exchange.response;
    const body = bodyOf(exchange) as JsonObject;
    if (!isStatusError(outcome)) throw new Error('not an error of its status', { cause: outcome });
    expect(outcome).toMatchObject({ status, body, code: CODES[status], shape: SHAPES[fileOf(exchange)] });
    expect(outcome.requestId).toBe(body['requestId']);
    expect(outcome.tag).toBe(body['tag'] ?? (body['error'] as JsonObject)['code']);
    expect(outcome.path).toBe(body['path']);
    expect(outcome.timestamp).toBe(body['timestamp']);
    const seconds = headers['retry-after']?.[0];
    expect(outcome.retryAfterMs).toBe(seconds === undefined ? undefined : Number(seconds) * 1000);
  });

  it('does not reach the network where nothing was recorded', async () => {
    const reading = createClient({ apiKey: KEY, maxRetries: 0 }).get({ webset: 'w', enrichment: 'e' });
    await expect(reading).rejects.toMatchObject({ code: 'connection', cause: { code: 'ENETUNREACH' } });
  });

  it('is a definition that nock.load takes as it lies there', () => {
    for (const file of new Set(recorded.map(({ recording }) => recording.file))) {
      const exchanges = recorded.filter(({ recording }) => recording.file === file);
      expect(nock.load(file)).toHaveLength(exchanges.length);
    }
  });
});

/** Plays one recorded exchange to the client. Rejects if the client did not ask for it. */
async function replay(exchange: Exchange): Promise<{ outcome: unknown; seen: readonly Exchange[] }> {
  const { file, index } = exchange.recording;
  const [scope] = nock.define(nock.loadDefs(file).slice(index, index + 1));
  const seen: Exchange[] = [];
  const client = createClient({
    apiKey: KEY,
    auth: 'authorization' in exchange.request.headers ? 'bearer' : 'x-api-key',
    maxRetries: 0,
    fetch: captureFetch(globalThis.fetch, (captured) => seen.push(captured)),
  });
  const outcome = await callAgain(client, exchange).catch((error: unknown) => error);
  scope?.done();
  expect(nock.pendingMocks()).toEqual([]);
  return { outcome, seen };
}

/** What the client saw is one exchange that is as the contract says, and as it was recorded. */
function expectTheSame(seen: readonly Exchange[], { request, response }: Exchange): void {
  const [exchange] = seen;
  expect(seen).toHaveLength(1);
  expect(exchange).toMatchContract({ failOn: 'warning' });
  expect(exchange?.response).toEqual(response);
  expect(exchange?.request).toMatchObject({
    method: request.method,
    url: request.url,
    headers: request.headers,
  });
  expect(JSON.stringify(exchange)).not.toContain(KEY);
}

function named(exchanges: readonly Exchange[]): [string, Exchange][] {
  return exchanges.map((exchange) => [nameOf(exchange), exchange]);
}
