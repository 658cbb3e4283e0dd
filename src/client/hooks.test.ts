import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { ExaClient } from './create-client.ts';
import { createClientOn } from './create-client.ts';
import type { Hooks, PollEvent } from './hooks.ts';
import type { ClientOptions } from './options.ts';
import { enrichment, json, KEY, REF } from './testing/enrichments.test-support.ts';
import { createFakeRuntime } from './testing/fake-runtime.test-support.ts';
import { type Step, scriptedFetch } from './testing/scripted-fetch.test-support.ts';

function client(steps: readonly Step[], options: ClientOptions): ExaClient {
  const runtime = createFakeRuntime();
  return createClientOn(runtime, { apiKey: KEY, fetch: scriptedFetch(runtime, ...steps).fetch, ...options });
}

const URL_SENT = 'https://api.exa.ai/websets/v0/websets/webset_01/enrichments/wenrich_01/cancel';

describe('hooks', () => {
  it('tell of requests, responses, retries and polls, in their order', async () => {
    const events: unknown[] = [];
    const hook = (name: string) => (event: object) => events.push([name, event]);
    const hooks: Hooks = {
      onRequest: hook('request'),
      onResponse: hook('response'),
      onRetry: hook('retry'),
      onPoll: hook('poll'),
    };
    const steps = [
      json({ error: 'full' }, 503, { 'x-secret': 'x', 'cf-ray': 'ray' }),
      json(enrichment()),
      json(enrichment({ status: 'canceled' })),
    ];
    await client(steps, { hooks }).cancelAndWait(REF);
    const first = { action: 'cancel the enrichment', method: 'POST', url: URL_SENT, attempt: 1 };
    const read = {
      action: 'read the enrichment',
      method: 'GET',
      url: URL_SENT.replace('/cancel', ''),
      attempt: 1,
    };
    expect(events).toEqual([
      ['request', first],
      [
        'response',
        {
          ...first,
          status: 503,
          headers: { 'cf-ray': 'ray', 'content-type': 'application/json; charset=utf-8' },
          bytes: 16,
          durationMs: 0,
        },
      ],
      [
        'retry',
        {
          action: first.action,
          url: URL_SENT,
          attempt: 1,
          delayMs: 500,
          error: expect.objectContaining({ status: 503 }),
        },
      ],
      ['request', { ...first, attempt: 2 }],
      ['response', expect.objectContaining({ attempt: 2, status: 200 })],
      ['request', read],
      ['response', expect.objectContaining(read)],
      ['poll', { ref: REF, polls: 1, elapsedMs: 1500, enrichment: enrichment({ status: 'canceled' }) }],
    ]);
  });

  it('that fail, at once or later, change nothing and are logged', async () => {
    const warnings: unknown[] = [];
    const logger = { debug: () => {}, warn: (...line: unknown[]) => warnings.push(line) };
    const hooks: Hooks = {
      onRequest: () => {
        throw new Error('mine');
      },
      onResponse: async () => {
        throw new Error('also mine');
      },
    };
    await expect(client([json(enrichment())], { hooks, logger }).cancel(REF)).resolves.toEqual(enrichment());
    await new Promise(setImmediate);
    expect(warnings).toEqual([
      [expect.stringContaining('hook failed'), { error: expect.objectContaining({ message: 'mine' }) }],
      [expect.stringContaining('hook failed'), { error: expect.objectContaining({ message: 'also mine' }) }],
    ]);
  });

  it.each<[what: string, hooks: Hooks]>([
    [
      'a getter that throws',
      {
        get onResponse(): never {
          throw new Error('mine');
        },
      },
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('mine');
          },
        },
      ),
    ],
    ['a promise of another realm', { onRequest: () => runInNewContext('Promise.reject(new Error("mine"))') }],
  ])('that are %s change nothing', async (_, hooks) => {
    const stray: unknown[] = [];
    const onStray = (reason: unknown): unknown => stray.push(reason);
    process.on('unhandledRejection', onStray);
    const sent: string[] = [];
    const fetch = async ({ url }: Request): Promise<Response> => {
      sent.push(url);
      return json(enrichment());
    };
    const exa = createClientOn(createFakeRuntime(), { apiKey: KEY, fetch, hooks });
    await expect(exa.cancel(REF)).resolves.toEqual(enrichment());
    for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
    process.off('unhandledRejection', onStray);
    expect([sent.length, stray]).toEqual([1, []]);
  });

  it('can not change how a wait ends', async () => {
    const falsify = ({ enrichment: seen }: PollEvent): void => {
      Object.assign(seen as object, { status: 'canceled' });
    };
    const { cancelAndWait } = client(
      [json(enrichment()), json(enrichment()), json(enrichment({ status: 'completed' }))],
      {},
    );
    await expect(cancelAndWait(REF, { onPoll: falsify })).resolves.toMatchObject({ outcome: 'completed' });
  });

  it('may be methods', async () => {
    class Counter implements Hooks {
      requests = 0;
      onRequest(): void {
        this.requests++;
      }
    }
    const hooks = new Counter();
    await client([json(enrichment())], { hooks }).cancel(REF);
    expect(hooks.requests).toBe(1);
  });

  it('can not see the key, or change what is sent', async () => {
    const seen: string[] = [];
    const hooks: Hooks = { onRequest: (event) => seen.push(JSON.stringify(event)) };
    await client([json(enrichment())], { hooks }).cancel({ webset: KEY, enrichment: REF.enrichment });
    expect(seen.join()).toContain('[redacted]');
    expect(seen.join()).not.toContain('s3cret');
  });
});

describe('the log', () => {
  const saved = { ...process.env };
  afterEach(() => {
    process.env = { ...saved };
    jest.restoreAllMocks();
  });

  it('has a line for each request, response and retry', async () => {
    const lines: unknown[] = [];
    const logger = { debug: (...line: unknown[]) => lines.push(line), warn: () => {} };
    await client([json({}, 500), json(enrichment())], { logger }).cancel(REF);
    expect(lines).toEqual([
      ['exa-enrichments request', expect.objectContaining({ method: 'POST', url: URL_SENT, attempt: 1 })],
      ['exa-enrichments response', expect.objectContaining({ status: 500 })],
      [
        'exa-enrichments retry',
        expect.objectContaining({ delayMs: 500, error: expect.stringContaining('500') }),
      ],
      ['exa-enrichments request', expect.objectContaining({ attempt: 2 })],
      ['exa-enrichments response', expect.objectContaining({ status: 200 })],
    ]);
  });

  it('goes to standard error when EXA_LOG is debug, and nowhere otherwise', async () => {
    const error = jest.spyOn(console, 'error').mockImplementation(() => {});
    const others = (['log', 'debug', 'info', 'warn'] as const).map((name) =>
      jest.spyOn(console, name).mockImplementation(() => {}),
    );
    delete process.env['EXA_LOG'];
    await client([json(enrichment())], {}).cancel(REF);
    expect(error).not.toHaveBeenCalled();
    process.env['EXA_LOG'] = 'debug';
    await client([json(enrichment())], {}).cancel(REF);
    expect(error).toHaveBeenCalledTimes(2);
    for (const other of others) expect(other).not.toHaveBeenCalled();
  });

  it('that fails changes nothing', async () => {
    const broken = (): never => {
      throw new Error('disk full');
    };
    const logger = { debug: broken, warn: broken };
    const options: ClientOptions = { logger, hooks: { onRequest: broken }, validation: 'warn' };
    await expect(client([json({})], options).cancel(REF)).resolves.toEqual({});
  });

  it('never holds the key, whatever a server sends back', async () => {
    const lines: string[] = [];
    const logger = {
      debug: (message: string, fields?: object) => lines.push(message, JSON.stringify(fields)),
      warn: (message: string, fields?: object) => lines.push(message, JSON.stringify(fields)),
    };
    const echo = json({ error: `bad key ${KEY}` }, 500, { location: KEY, etag: KEY });
    await client([echo, json({ [KEY]: KEY, status: KEY })], { logger, validation: 'warn' }).cancel(REF);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join('\n')).not.toContain('s3cret');
  });
});
