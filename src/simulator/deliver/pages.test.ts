import { request } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { createSimulator, type ListenOptions, type SeenExchange, type SimulatorOptions } from '../index.ts';

interface Asked {
  readonly method?: string;
  /** Below the base path. */
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Heard {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Asks a simulator that pages may call, over a socket, with the headers that no `fetch` lets anybody write. */
async function ask(
  { method = 'GET', path, headers }: Asked,
  listen: ListenOptions = { origins: [] },
  options: SimulatorOptions = {},
): Promise<Heard & { readonly requests: readonly string[] }> {
  const simulator = createSimulator(options);
  const server = await simulator.listen(listen);
  const { webset, enrichment } = simulator.running;
  const url = `${server.url}${path ?? `/v0/websets/${webset}/enrichments/${enrichment}`}`;
  const heard = await new Promise<Heard>((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
  await server.close();
  return { ...heard, requests: simulator.requests.map(({ method, status }) => `${method} ${status}`) };
}

const LOCAL = 'http://localhost:5173';
const key = { 'x-api-key': 'a-key' };
const preflight = (origin: string, more: Readonly<Record<string, string>> = {}): Asked => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,x-api-key',
    ...more,
  },
});

describe('a preflight', () => {
  it.each([
    LOCAL,
    'https://app.localhost',
    'http://127.0.0.1:8080',
    'http://127.8.9.10',
    'http://[::1]:3000',
  ])('of a page on the loopback gets leave: %s', async (origin) => {
    const { status, headers, body, requests } = await ask(preflight(origin));

    expect([status, body]).toEqual([204, '']);
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type,x-api-key',
      vary: expect.stringContaining('Origin'),
    });
    expect(requests).toEqual(['OPTIONS 204']);
  });

  it.each([
    'https://app.example',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'null',
    'localhost',
  ])('of any other page gets none: %s', async (origin) => {
    const { status, headers, body, requests } = await ask(preflight(origin));

    expect(status).toBe(403);
    expect(JSON.parse(body)).toMatchObject({ error: 'Pages of this origin may not call the simulator' });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(requests).toEqual(['OPTIONS 403']);
  });

  it.each(['https://app.example', 'null'])('of an origin that was named gets leave: %s', async (origin) => {
    const { status, headers } = await ask(preflight(origin), { origins: [origin] });

    expect([status, headers['access-control-allow-origin']]).toEqual([204, origin]);
  });

  it('that asks for a private network is told so, and no other', async () => {
    const asked = await ask(preflight(LOCAL, { 'access-control-request-private-network': 'true' }));
    const plain = await ask(preflight(LOCAL));

    expect(asked.headers).toHaveProperty('access-control-allow-private-network', 'true');
    expect(plain.headers).not.toHaveProperty('access-control-allow-private-network');
  });

  it('is a request like any other where no page may call', async () => {
    const { status, headers } = await ask(preflight(LOCAL), {});

    expect(status).toBe(401);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('an answer', () => {
  it.each([
    ['of the API', { headers: { ...key, origin: LOCAL } }, {}, 200],
    ['without a key', { headers: { origin: LOCAL } }, {}, 401],
    ['for what is not there', { path: '/none', headers: { ...key, origin: LOCAL } }, {}, 404],
    ['that is broken', { headers: { ...key, origin: LOCAL } }, { faults: ['html-page'] }, 502],
  ] satisfies [string, Asked, SimulatorOptions, number][])(
    '%s is there for the page to read',
    async (_, asked, options, want) => {
      const { status, headers } = await ask(asked, { origins: [] }, options);

      expect(status).toBe(want);
      expect(headers).toMatchObject({
        'access-control-allow-origin': LOCAL,
        'access-control-expose-headers': expect.stringContaining('retry-after'),
      });
    },
  );

  it('is kept from a page that may not call', async () => {
    const { status, headers } = await ask({ headers: { ...key, origin: 'https://app.example' } });

    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('is recorded without what was for the page', async () => {
    const seen: SeenExchange[] = [];
    const asked = { headers: { ...key, origin: LOCAL } };
    await ask(asked, { origins: [] }, { onExchange: (exchange) => seen.push(exchange) });

    expect(seen).toHaveLength(1);
    expect(Object.keys(seen[0]?.response.headers ?? {})).not.toContain('access-control-allow-origin');
  });
});

describe('the name by which a request came', () => {
  it.each([
    'localhost',
    'localhost:1234',
    'app.localhost',
    '127.0.0.1',
    '127.1.2.3:80',
    '[::1]',
    'LOCALHOST.',
  ])('may be any of the loopback: %s', async (host) => {
    expect(await ask({ headers: { ...key, host } })).toMatchObject({ status: 200 });
  });

  it.each([
    'rebound.example',
    'rebound.example:8080',
    '192.168.0.7',
    'localhost.example',
    '127.0.0.1.nip.io',
  ])('may be no other where pages may call, for a page can have given it that address: %s', async (host) => {
    const { status, body, requests } = await ask({ headers: { ...key, host } });

    expect(status).toBe(421);
    expect(JSON.parse(body)).toMatchObject({
      error: `The simulator answers on the loopback only, not as ${host}`,
    });
    expect(requests).toEqual(['GET 421']);
  });

  it('may be any where none may', async () => {
    expect(await ask({ headers: { ...key, host: 'rebound.example' } }, {})).toMatchObject({ status: 200 });
  });
});
