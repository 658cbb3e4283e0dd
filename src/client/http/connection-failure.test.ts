import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient, createClientOn } from '../create-client.ts';
import type { ConnectionError } from '../errors.ts';
import type { ClientOptions, Fetch } from '../options.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, json, KEY, REF } from '../testing/enrichments.test-support.ts';
import { createFakeRuntime } from '../testing/fake-runtime.test-support.ts';

/** What a cancel comes to whose `fetch` is that, and how often that was called. */
async function cancelBy(
  fetch: Fetch | undefined,
  options: ClientOptions = {},
): Promise<{ error: ConnectionError; calls: number }> {
  let calls = 0;
  const counting: Fetch = (request, init) => {
    calls++;
    return (fetch as Fetch)(request, init);
  };
  const given = fetch ? { fetch: counting } : {};
  const exa = createClientOn(createFakeRuntime(), { apiKey: KEY, ...given, ...options });
  return { error: await caught<ConnectionError>(exa.cancel(REF)), calls };
}

/** As Node's `fetch` rejects. */
const failed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause });
const coded = (code: string, message = 'no', more: object = {}): Error =>
  Object.assign(new Error(message), { code, ...more });
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('a failure that can not have sent anything, and will not pass', () => {
  it.each<[what: string, rejection: unknown, advice: RegExp]>([
    [
      'a certificate that nobody vouches for',
      failed(coded('DEPTH_ZERO_SELF_SIGNED_CERT')),
      /NODE_EXTRA_CA_CERTS/,
    ],
    [
      'an authority that is not known',
      failed(coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE')),
      /NODE_EXTRA_CA_CERTS/,
    ],
    ['a certificate for another host', failed(coded('ERR_TLS_CERT_ALTNAME_INVALID')), /certificate/],
    ['a certificate that has expired', failed(coded('CERT_HAS_EXPIRED')), /certificate/],
    ['a certificate that Bun does not trust', coded('SELF_SIGNED_CERT_IN_CHAIN'), /NODE_EXTRA_CA_CERTS/],
    ['what Deno says', new TypeError('invalid peer certificate: UnknownIssuer'), /certificate/],
    ['a server without TLS', failed(coded('ERR_SSL_WRONG_VERSION_NUMBER')), /host and port/],
    ['a handshake that fails', failed(coded('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE')), /client certificate/],
    ['a port that fetch refuses', failed(new Error('bad port')), /port of `baseUrl`/],
    ['a 407 to Node', failed(new Error()), /user and password/],
    ['a 407 in words', failed(new Error('proxy authentication required')), /user and password/],
    [
      'a 407 to CONNECT',
      failed(coded('UND_ERR_ABORTED', 'Proxy response (407) !== 200 when HTTP Tunneling')),
      /proxy/,
    ],
    ['nock without a match', failed(coded('ERR_NOCK_NO_MATCH', 'Nock: No match for request')), /No mock/],
    ['nock that lets nobody out', failed(coded('ENETUNREACH', 'Nock: Disallowed net connect')), /No mock/],
    ['undici without a match', failed(coded('UND_MOCK_ERR_MOCK_NOT_MATCHED')), /No mock/],
    ['the fetch of a package that knows no Request but its own', coded('ERR_INVALID_URL'), /its parts: /],
    ['what such a one says', new TypeError('Failed to parse URL from [object Request]'), /its parts: /],
    ['node-fetch', new TypeError('Only absolute URLs are supported'), /its parts: /],
    ['msw without a match', failed(new Error('[MSW] Cannot bypass a request when')), /No mock/],
  ])('%s: is tried once, and says what to do', async (_, rejection, advice) => {
    const { error, calls } = await cancelBy(() => Promise.reject(rejection));
    expect(error).toMatchObject({ code: 'connection', attempts: 1, mayHaveSucceeded: false, passing: false });
    expect(error.message).toMatch(advice);
    expect(calls).toBe(1);
  });
});

describe('a failure that can not have sent anything, but may pass', () => {
  it.each([
    failed(coded('ECONNREFUSED')),
    failed(coded('ENOTFOUND')),
    failed(coded('ETIMEDOUT', 'connect ETIMEDOUT', { syscall: 'connect' })),
    failed(
      coded('ECONNRESET', 'Client network socket disconnected before secure TLS connection was established'),
    ),
    failed(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])),
    // What is at the bottom of the causes need not be what matters.
    failed(Object.assign(coded('ECONNREFUSED'), { cause: new Error('a note on the address') })),
  ])('%s is tried again', async (rejection) => {
    const { error, calls } = await cancelBy(() => Promise.reject(rejection));
    expect(error).toMatchObject({ code: 'connection', attempts: 3, mayHaveSucceeded: false });
    expect(calls).toBe(3);
  });
});

describe('a failure of which nobody can tell', () => {
  it.each<[what: string, rejection: unknown, said: string]>([
    ['a reset', failed(coded('ECONNRESET')), '(ECONNRESET)'],
    ['ETIMEDOUT of a read', failed(coded('ETIMEDOUT', 'read', { syscall: 'read' })), '(ETIMEDOUT)'],
    [
      'an error response of msw',
      new TypeError('Failed to fetch', { cause: Response.error() }),
      '(Failed to fetch)',
    ],
    ['a text', 'no luck', '(no luck)'],
    ['an object', new (class Refusal {})(), '(an object of the kind Refusal)'],
    ['nothing', undefined, '(undefined)'],
  ])('%s is tried again, and says what is known', async (_, rejection, said) => {
    const { error, calls } = await cancelBy(() => Promise.reject(rejection));
    expect(error).toMatchObject({ code: 'connection', attempts: 3, mayHaveSucceeded: true });
    expect(error.message).toContain(said);
    expect(calls).toBe(3);
  });
});

describe('a mistake in a given fetch', () => {
  const mistake = (): never => {
    throw new TypeError("Cannot read properties of undefined (reading 'get')");
  };

  it.each<[how: string, fetch: Fetch, mayHaveSucceeded: boolean]>([
    ['thrown', mistake, false],
    ['thrown by an async function', async () => mistake(), false],
    [
      'of another kind, thrown',
      () => {
        throw new Error('no such agent');
      },
      false,
    ],
    [
      'a name that is not there',
      async () => {
        throw new ReferenceError('agent is not defined');
      },
      false,
    ],
  ])('%s is found at the first attempt', async (_, fetch, mayHaveSucceeded) => {
    const { error, calls } = await cancelBy(fetch);
    expect(error).toMatchObject({ code: 'connection', attempts: 1, mayHaveSucceeded });
    expect(error.message).toContain('the `fetch` that was given failed');
    expect(calls).toBe(1);
  });

  it('made when an answer was there may have sent the cancel', async () => {
    const fetch = (): Promise<Response> => later().then(mistake);
    expect(await caught(createClient({ apiKey: KEY, fetch }).cancel(REF))).toMatchObject({
      code: 'connection',
      attempts: 1,
      mayHaveSucceeded: true,
    });
  });

  it.each([undefined, null, 'ok', {}, { status: 200 }])(
    'such as to resolve with %p is said to be one',
    async (value) => {
      const { error, calls } = await cancelBy(async () => value as Response);
      expect(error).toMatchObject({ code: 'connection', attempts: 1, mayHaveSucceeded: true });
      expect(error.message).toContain('something else than a Response');
      expect(calls).toBe(1);
    },
  );
});

describe('where there is no fetch', () => {
  const { fetch, Request } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
    globalThis.Request = Request;
  });

  it('nor a Request, nothing is sent, and it is said what is missing', async () => {
    const exa = createClientOn(createFakeRuntime(), { apiKey: KEY });
    globalThis.Request = undefined as unknown as typeof Request;
    const error = await caught(exa.cancel(REF));
    expect(error).toMatchObject({ code: 'configuration', attempts: 0, mayHaveSucceeded: false });
    expect(error.message).toContain('there is no `Request` here');
  });

  it('nothing is sent, and one is asked for', async () => {
    globalThis.fetch = undefined as unknown as typeof fetch;
    const { error } = await cancelBy(undefined);
    expect(error).toMatchObject({ code: 'configuration', attempts: 0, mayHaveSucceeded: false });
    expect(error.message).toContain('Pass one as the option `fetch`');
  });
});

describe('a proxy in the environment that Node takes no notice of', () => {
  const { fetch } = globalThis;
  const saved = { ...process.env };
  afterEach(() => {
    globalThis.fetch = fetch;
    process.env = { ...saved };
  });
  const cancelBehind = async (env: NodeJS.ProcessEnv, options: ClientOptions = {}): Promise<string[]> => {
    process.env = { ...saved, ...env };
    globalThis.fetch = () => Promise.reject(failed(coded('ENOTFOUND')));
    const lines: string[] = [];
    const logger = { debug: () => {}, warn: (line: string) => lines.push(line) };
    const exa = createClientOn(createFakeRuntime(), { apiKey: KEY, logger, ...options });
    for (let round = 0; round < 2; round++) lines.push((await caught(exa.cancel(REF))).message);
    return lines;
  };
  const proxy = { HTTPS_PROXY: 'http://me:secret@proxy.example:3128' };

  it('is told of when no connection is made: in the error, and once in the log', async () => {
    const lines = await cancelBehind(proxy);
    expect(lines.map((line) => line.includes('HTTPS_PROXY is set'))).toEqual([true, true, true]);
    expect(lines.join()).not.toContain('secret');
  });

  it.each<[why: string, env: NodeJS.ProcessEnv, options: ClientOptions]>([
    ['there is none', {}, {}],
    ['the host is an exception', { ...proxy, NO_PROXY: 'localhost, .exa.ai' }, {}],
    ['Node was told to use it', { ...proxy, NODE_USE_ENV_PROXY: '1' }, {}],
    ['a dispatcher is given', proxy, { fetchOptions: { dispatcher: {} } }],
    ['the server is on this machine', proxy, { baseUrl: 'http://127.0.0.1:9' }],
  ])('is not where %s', async (_, env, options) => {
    expect((await cancelBehind(env, options)).join()).not.toContain('HTTPS_PROXY');
  });
});

describe('what a framework steers by', () => {
  it('passes untouched, and is not tried again: an error with a digest', async () => {
    const steering = Object.freeze(
      Object.assign(new Error('Dynamic server usage'), { digest: 'DYNAMIC_SERVER_USAGE' }),
    );
    let calls = 0;
    const fetch = (): Promise<Response> => {
      calls++;
      return Promise.reject(steering);
    };
    const exa = createClientOn(createFakeRuntime(), { apiKey: KEY, fetch });
    const path = { webset: 'w', id: 'e' };
    for (const run of [
      () => exa.cancel(REF),
      () => exa.get(REF),
      () => exa.cancelAndWait(REF),
      () => exa.waitForEnd(REF),
      () => exa.raw.GET('/v0/websets/{webset}/enrichments/{id}', { params: { path } }),
      async () => {
        for await (const _ of exa.cancelMany([REF])) void _;
      },
    ])
      expect(await caught(run())).toBe(steering);
    expect(calls).toBe(6);
  });

  it('passes untouched out of what a caller gave to be asked', async () => {
    const steering = Object.assign(new Error('cookies'), { digest: 'DYNAMIC_SERVER_USAGE' });
    const steer = (): never => {
      throw steering;
    };
    const fetch = async (): Promise<Response> => json({}, 500);
    for (const options of [
      { apiKey: steer },
      { apiKey: async () => steer() },
      { apiKey: KEY, shouldRetry: steer },
    ])
      expect(await caught(createClientOn(createFakeRuntime(), { fetch, ...options }).cancel(REF))).toBe(
        steering,
      );
  });

  it('passes untouched where it is thrown', async () => {
    const steering = Object.assign(new Error('redirect'), { digest: 'NEXT_REDIRECT' });
    const fetch = (): never => {
      throw steering;
    };
    expect(await caught(createClientOn(createFakeRuntime(), { apiKey: KEY, fetch }).get(REF))).toBe(steering);
  });

  it('is never given an answer out of a cache', async () => {
    const modes: unknown[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      modes.push((request as { readonly cache?: string }).cache);
      return json(enrichment());
    };
    const exa = createClientOn(createFakeRuntime(), { apiKey: KEY, fetch });
    await exa.get(REF);
    await exa.cancel(REF);
    await exa.raw.GET('/v0/websets/{webset}/enrichments/{id}', {
      params: { path: { webset: 'w', id: 'e' } },
    });
    expect(modes).toEqual(['no-store', 'no-store', 'no-store']);
  });
});
