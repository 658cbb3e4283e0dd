import { describe, expect, it } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { operations } from '../../../generated/client-operations.js';
import { createSimulation } from '../simulation.ts';
import { addressOf, cancelWithKey, withKey } from '../testing/addresses.test-support.ts';
import { stepped } from '../testing/stepped.test-support.ts';
import { createRouter, operationIds, route } from './operation-table.ts';

const operationAt = (method: string, path: string): unknown => {
  const found = route(method, path);
  return typeof found === 'string' ? found : [found.operation.operationId, found.parameters];
};

describe('a path', () => {
  it.each([
    ['GET', '/v0/websets/w/enrichments/e', ['websets-enrichments-get', { webset: 'w', id: 'e' }]],
    ['GET', '/v0/websets/w/enrichments/e/', ['websets-enrichments-get', { webset: 'w', id: 'e' }]],
    ['POST', '/v0/websets/w/enrichments/e/cancel', ['websets-enrichments-cancel', { webset: 'w', id: 'e' }]],
    ['POST', '/v0/websets/w/cancel', ['websets-cancel', { webset: 'w' }]],
    ['GET', '/v0/websets/a%2Fb/enrichments/%25', ['websets-enrichments-get', { webset: 'a/b', id: '%' }]],
    ['GET', '/v0/websets/a+b%20c', ['websets-get', { webset: 'a+b c' }]],
    ['POST', '/v0/websets', ['websets-create', {}]],
    ['POST', '/v0/websets/w/enrichments', ['websets-enrichments-create', { webset: 'w' }]],
    ['GET', '/v0/websets/w/enrichments/e/cancel', 'unknown'],
    ['DELETE', '/v0/websets/w', 'unknown'],
    ['POST', '/v0/websets//cancel', 'unknown'],
    ['POST', '/v0/websets/w/enrichments//cancel', 'unknown'],
    ['GET', '/v1/websets/w', 'unknown'],
    ['GET', '/v0/websets/%zz', 'undecodable'],
    ['GET', '/v0/websets/%ff', 'undecodable'],
  ])('%s %s leads to %j', (method, path, want) => {
    expect(operationAt(method, path)).toEqual(want);
  });

  it('is read back as it was encoded, whatever the ids are', () => {
    const id = string({ unit: 'binary', minLength: 1, maxLength: 20 });
    assert(
      property(id, id, (webset, enrichment) => {
        const { pathname } = new URL(
          `https://h/${encodeURIComponent(webset)}/${encodeURIComponent(enrichment)}`,
        );
        const found = operationAt('GET', `/v0/websets/${pathname.slice(1).replace('/', '/enrichments/')}`);
        const addressable = ![webset, enrichment].some((name) => name === '.' || name === '..');
        const want = ['websets-enrichments-get', { webset, id: enrichment }];
        if (addressable) expect(found).toEqual(want);
        else expect(found).not.toEqual(want);
      }),
    );
  });
});

describe('an operation that the fragment describes', () => {
  const cancel = 'POST /v0/websets/{webset}/enrichments/{id}/cancel';
  const router = createRouter({
    [cancel]: 'websets-enrichments-cancel',
    'GET /v0/websets/{webset}/items/{id}': 'websets-items-get',
    'GET /v0/websets/preview': 'websets-preview',
    'GET /v0/websets/{webset}': 'websets-get',
  });
  const served = (method: string, path: string): unknown => {
    const found = router(method, path);
    if (typeof found === 'string') return found;
    const { operation, parameters } = found;
    const call = { parameters, body: undefined, contentType: null, now: 0 };
    return [operation.operationId, operation.serve(call, createSimulation({}))];
  };

  it('is known, each of them', () => {
    expect(operationIds).toEqual(expect.arrayContaining(Object.values(operations)));
    expect(new Set(operationIds).size).toBe(operationIds.length);
  });

  it('and has no lifecycle here answers 501, which says so', () => {
    const message = 'The simulator has no lifecycle for websets-items-get, and does not make one up';

    expect(served('GET', '/v0/websets/w/items/i')).toEqual([
      'websets-items-get',
      { error: { status: 501, shape: 'service', message } },
    ]);
  });

  it('is found before one that takes any word in its place', () => {
    expect(served('GET', '/v0/websets/preview')).toEqual(['websets-preview', expect.anything()]);
  });

  it('keeps what it does here, were it a neighbour before', () => {
    expect(served('GET', '/v0/websets/w')).toMatchObject([
      'websets-get',
      { error: { message: 'Webset not found' } },
    ]);
  });
});

describe('an externalId', () => {
  it.each([
    'a/b',
    'ü',
    '%2F',
    'with spaces',
    '日本/2026',
    'a?b#c',
    '😀',
    '"quoted"',
    "it's",
    'a\\b',
    '...',
    '~',
  ])('%j addresses its webset', async (externalId) => {
    const simulator = stepped({ websets: [{ externalId, enrichments: [{}] }] });
    const { webset: id, enrichment } = simulator.running;
    const response = await simulator.fetch(addressOf({ webset: externalId, enrichment }), withKey);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id: enrichment, websetId: id });
    expect(simulator.requests.at(-1)?.parameters).toEqual({ webset: externalId, id: enrichment });
  });

  it('may be two dots, but then no URL leads there', async () => {
    const simulator = stepped({ websets: [{ externalId: '..', enrichments: [{}] }] });
    const { enrichment } = simulator.running;
    const response = await simulator.fetch(addressOf({ webset: '..', enrichment }), withKey);

    expect(response.status).toBe(404);
  });
});

describe('the destructive neighbour', () => {
  it('is what an enrichment id of two dots leads to, and the state shows it', async () => {
    const simulator = stepped();
    const { webset } = simulator.running;
    await simulator.fetch(`${addressOf({ webset, enrichment: '..' })}/cancel`, cancelWithKey);

    expect(simulator.requests.map(({ operationId }) => operationId)).toEqual(['websets-cancel']);
    expect(simulator.websets).toMatchObject([{ id: webset, canceled: true }]);
    simulator.advance(6_000);
    expect(simulator.websets[0]?.enrichments[0]?.status).toBe('canceled');
  });

  it('is not touched by the cancel of an enrichment', async () => {
    const simulator = stepped();
    await simulator.fetch(`${addressOf(simulator.running)}/cancel`, cancelWithKey);
    simulator.advance(60_000);

    expect(simulator.websets[0]?.canceled).toBe(false);
  });
});

describe('what is not there', () => {
  const { running } = stepped();
  const path = `/v0/websets/${running.webset}/enrichments/none`;
  it.each([
    ['an enrichment', 'POST', `${path}/cancel`, 404, 'Enrichment not found'],
    ['a webset', 'GET', '/v0/websets/none/enrichments/none', 404, 'Webset not found'],
    ['an operation', 'PUT', '/v0/websets/none', 404, 'Cannot PUT /v0/websets/none'],
    ['a decodable path', 'GET', '/v0/websets/%zz', 400, 'The path can not be decoded'],
  ])(
    '%s gets the error of the service, with the path that it sees',
    async (_, method, path, status, message) => {
      const simulator = stepped();
      const response = await simulator.fetch(`https://api.exa.ai/websets${path}`, { ...withKey, method });

      expect(response.status).toBe(status);
      expect(await response.json()).toEqual({
        statusCode: status,
        timestamp: '2026-01-15T09:30:00.000Z',
        message,
        error: status === 404 ? 'Not Found' : 'Bad Request',
        path,
      });
    },
  );

  it('is everything outside of the base path', async () => {
    const response = await stepped().fetch('https://api.exa.ai/search', withKey);

    expect(response.status).toBe(404);
  });
});
