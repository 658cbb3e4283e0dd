import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createSimulator, type RequestEntry, type Simulator, type SimulatorServer } from '../index.ts';
import { addressOf, cancelWithKey, withKey } from '../testing/addresses.test-support.ts';

async function serving<T>(simulator: Simulator, use: (server: SimulatorServer) => Promise<T>): Promise<T> {
  const server = await simulator.listen();
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

/** Sends bytes as they are, and answers what came back until the other side closed. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
}

describe('the server', () => {
  it.each([
    [{ nope: 1 }, 'listen has no "nope"; it takes port, origins'],
    [{ host: '0.0.0.0' }, 'listen has no "host"; it takes port, origins'],
    [{ origins: 'https://a.example' }, 'origins must be an array'],
    [{ origins: ['*'] }, 'an origin is such as https://app.example, or null; "*" is none'],
    [{ origins: ['https://a.example/'] }, 'an origin is such as https://app.example, or null; "https'],
    [8080, 'what listen takes must be an object, not 8080'],
    [null, 'what listen takes must be an object, not null'],
  ])('is not started by %j', async (options, message) => {
    await expect(createSimulator().listen(options as never)).rejects.toThrow(message);
  });

  it('serves under the base path of production', async () => {
    const simulator = createSimulator();
    const status = await serving(simulator, async ({ url, port }) => {
      expect(url).toBe(`http://127.0.0.1:${port}/websets`);
      return (await fetch(addressOf(simulator.running, url), withKey)).status;
    });

    expect(status).toBe(200);
  });

  it('answers with the same headers as the fetch-shaped form', async () => {
    const [one, other] = [createSimulator({ clock: 'manual' }), createSimulator({ clock: 'manual' })];
    const direct = await one.fetch(addressOf(one.running), withKey);
    const served = await serving(other, ({ url }) => fetch(addressOf(other.running, url), withKey));
    const { connection: _, 'keep-alive': __, ...headers } = Object.fromEntries(served.headers);

    expect(headers).toEqual(Object.fromEntries(direct.headers));
  });

  it('waits for a socket that can take no more, and then sends the rest', async () => {
    const bytes = 60_000_000;
    const simulator = createSimulator({ script: [{ fault: 'gzip-bomb', bytes }] });
    const body = await serving(simulator, async ({ url }) =>
      (await fetch(addressOf(simulator.running, url), withKey)).arrayBuffer(),
    );

    expect(body.byteLength).toBe(bytes);
  });

  it('lets time run, so that a cancel is confirmed by waiting', async () => {
    const simulator = createSimulator({ timings: { cancelTakes: 30 } });
    const status = await serving(simulator, async ({ url }) => {
      const address = addressOf(simulator.running, url);
      await fetch(`${address}/cancel`, cancelWithKey);
      await new Promise((resolve) => setTimeout(resolve, 60));
      return ((await (await fetch(address, withKey)).json()) as { status: string }).status;
    });

    expect(status).toBe('canceled');
  });

  it('leads two dots on the wire where they would lead in production', async () => {
    const simulator = createSimulator();
    await serving(simulator, ({ port }) =>
      raw(
        port,
        `POST /websets/v0/websets/${simulator.running.webset}/enrichments/../cancel HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\nConnection: close\r\n\r\n`,
      ),
    );

    expect(simulator.requests.map(({ operationId }) => operationId)).toEqual(['websets-cancel']);
  });

  it.each([
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n', '400'],
    ['no path', 'OPTIONS * HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', '400'],
    [
      'an absolute address',
      'GET http://h/websets/v0/none HTTP/1.1\r\nHost: h\r\nx-api-key: k\r\nConnection: close\r\n\r\n',
      '404',
    ],
    ['no HTTP at all', 'hello\r\n\r\n', '400'],
    [
      'a body of two megabytes',
      `POST /websets/v0/websets HTTP/1.1\r\nHost: h\r\nContent-Length: 2000000\r\n\r\n${' '.repeat(2_000_000)}`,
      '413',
    ],
  ])('survives %s', async (_, text, want) => {
    const simulator = createSimulator();
    const [answer, after] = await serving(simulator, async ({ url, port }) => [
      await raw(port, text).catch(String),
      (await fetch(addressOf(simulator.running, url), withKey)).status,
    ]);

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${want} |ECONNRESET|EPIPE`));
    expect(after).toBe(200);
  });

  it.each<[string, string, Partial<RequestEntry>]>([
    [
      'whose body is too long',
      `POST /websets/v0/websets HTTP/1.1\r\nHost: h\r\nx-api-key: secretkey\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n${' '.repeat(2_000_000)}`,
      { status: 413, method: 'POST', origin: 'http://h', path: '/websets/v0/websets', key: 'x-api-key' },
    ],
    [
      'whose host is none',
      'GET /secretkey HTTP/1.1\r\nHost: [\r\nx-api-key: secretkey\r\nConnection: close\r\n\r\n',
      { status: 400, method: 'GET', origin: 'http://[', path: '/<redacted>', key: 'x-api-key' },
    ],
    [
      'for no path',
      'OPTIONS * HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
      { status: 400, method: 'OPTIONS', origin: 'http://h', path: '*', key: 'none' },
    ],
  ])('logs a request %s, and answers it by its name', async (_, text, want) => {
    const told: RequestEntry[] = [];
    const simulator = createSimulator({ onRequest: (entry) => told.push(entry) });
    const answer = await serving(simulator, ({ port }) => raw(port, text));
    const [head = '', body = ''] = answer.split('\r\n\r\n');

    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${want.status} `));
    expect(head).toContain('\r\nserver: exa-enrichments-simulator\r\n');
    expect(JSON.parse(body)).toMatchObject({ error: expect.any(String) });
    expect(told).toMatchObject([{ index: 0, operationId: undefined, ...want }]);
    expect(simulator.requests).toEqual(told);
  });

  it('closes at once, though an answer is stalled and another is late, and closes twice', async () => {
    const simulator = createSimulator({ script: ['stall', { fault: 'delay', ms: 60_000 }, 'silence'] });
    const server = await simulator.listen();
    const address = addressOf(simulator.running, server.url);
    const stalled = await fetch(address, withKey);
    const pending = [stalled.text(), fetch(address, withKey), fetch(address, withKey)];
    while (simulator.requestCount < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.close();
    await server.close();

    for (const { status } of await Promise.allSettled(pending)) expect(status).toBe('rejected');
  });

  it('holds a thousand keep-alive connections at once', async () => {
    const simulator = createSimulator({ rateLimit: 'off' });
    const agent = new Agent({ keepAlive: true, maxFreeSockets: 1_000 });
    const ports = new Set<number | undefined>();
    const get = (url: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        request(url, { agent, headers: { 'x-api-key': 'a-key' } }, (response) => {
          ports.add(response.socket.localPort);
          response.resume().on('end', () => resolve(response.statusCode));
        })
          .on('error', reject)
          .end();
      });
    const statuses = await serving(simulator, async ({ url }) => {
      const address = addressOf(simulator.running, url);
      const rounds = [];
      for (let round = 0; round < 2; round++) {
        rounds.push(...(await Promise.all(Array.from({ length: 1_000 }, () => get(address)))));
      }
      agent.destroy();
      return rounds;
    });

    expect(statuses).toEqual(Array(2_000).fill(200));
    expect(ports.size).toBe(1_000);
  }, 30_000);

  it('says which port is in use', async () => {
    await serving(createSimulator(), async ({ port }) => {
      await expect(createSimulator().listen({ port })).rejects.toMatchObject({
        name: 'SimulatorOptionError',
        message: `port ${port} is in use`,
      });
    });
  });

  it.each([-1, 65_536, 1.5, Number.NaN])('refuses the port %d', async (port) => {
    await expect(createSimulator().listen({ port })).rejects.toThrow(
      'port must be a whole number from 0 to 65535',
    );
  });
});
