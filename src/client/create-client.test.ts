import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient, createClientOn } from './create-client.ts';
import { isConfigurationError } from './errors.ts';
import type { ClientOptions } from './options.ts';
import { caught } from './testing/caught.test-support.ts';
import { enrichment, json, KEY, REF } from './testing/enrichments.test-support.ts';
import { createFakeRuntime } from './testing/fake-runtime.test-support.ts';
import { scriptedFetch } from './testing/scripted-fetch.test-support.ts';
import { VERSION } from './version.ts';

const saved = { ...process.env };
afterEach(() => {
  process.env = { ...saved };
});

/** The headers of the one request that a cancel sends. */
async function headersOf(options: ClientOptions): Promise<Record<string, string>> {
  const runtime = createFakeRuntime();
  const { fetch, sent } = scriptedFetch(runtime, json(enrichment()));
  await createClientOn(runtime, { fetch, ...options }).cancel(REF);
  return Object.fromEntries(sent[0]?.headers ?? []);
}

describe('options that can not be right', () => {
  it.each([
    [{ apikey: KEY }, 'no option `apikey`'],
    [{ auth: 'basic' }, 'x-api-key or bearer'],
    [{ baseUrl: 'http://api.exa.ai' }, 'must be https'],
    [{ baseUrl: new URL('https://api.exa.ai') }, 'of type string'],
    [{ fetch: 'node-fetch' }, 'of type function'],
    [{ timeout: -1 }, 'a number from 1 up'],
    [{ totalTimeout: Number.NaN }, 'a number from 1 up'],
    [{ maxRetries: -1 }, 'a number from 0 up'],
    [{ maxResponseBytes: 0 }, 'a number from 1 up'],
    [{ validation: 'maybe' }, 'error or warn or off'],
    [{ logger: 'console' }, 'of type object'],
    [{ hooks: () => {} }, 'of type object'],
    [{ headers: { 'x-api-key': 'other' } }, 'must not hold "x-api-key"'],
    [{ headers: { 'X-Api-Key': 'other' } }, 'must not hold'],
    [{ headers: { Authorization: 'Bearer other' } }, 'must not hold'],
    [{ headers: { host: 'elsewhere.example' } }, 'must not hold'],
    [{ headers: { 'content-length': '5' } }, 'must not hold'],
    [{ headers: { 'Transfer-Encoding': 'chunked' } }, 'must not hold'],
    [{ headers: { 'x-http-method-override': 'DELETE' } }, 'must not hold'],
    [{ headers: { 'bad name': 'x' } }, 'must not hold'],
    [{ headers: { 'x-a\r\nx-b': 'x' } }, 'must not hold'],
    [{ headers: { 'x-a': 'x\r\nx-api-key: other' } }, 'printable ASCII'],
    [{ headers: { 'x-a': 7 } }, 'printable ASCII'],
    [{ userAgent: 'mine\n' }, 'printable ASCII'],
    [null, 'must be an object'],
    ['key', 'must be an object'],
  ])('are refused when the client is made: %p', (options, want) => {
    let error: unknown;
    try {
      createClient(options as ClientOptions);
    } catch (thrown) {
      error = thrown;
    }
    expect(isConfigurationError(error)).toBe(true);
    expect((error as Error).message).toContain(want);
  });

  it.each([{}, undefined, { apiKey: undefined, fetch: undefined, timeout: undefined, hooks: undefined }])(
    'are not %p',
    (options) => {
      expect(() => createClient(options)).not.toThrow();
    },
  );
});

describe('the key', () => {
  it('is sent as x-api-key, or as a bearer token', async () => {
    expect(await headersOf({ apiKey: KEY })).toHaveProperty('x-api-key', KEY);
    const bearer = await headersOf({ apiKey: KEY, auth: 'bearer' });
    expect(bearer).toHaveProperty('authorization', `Bearer ${KEY}`);
    expect(bearer).not.toHaveProperty('x-api-key');
  });

  it('is trimmed', async () => {
    expect(await headersOf({ apiKey: ` \n${KEY}\r\n` })).toHaveProperty('x-api-key', KEY);
  });

  it('comes from a function, at once or later, which is asked for each call', async () => {
    expect(await headersOf({ apiKey: () => 'k1' })).toHaveProperty('x-api-key', 'k1');
    const runtime = createFakeRuntime();
    const { fetch, sent } = scriptedFetch(runtime, json(enrichment()));
    let count = 0;
    const exa = createClientOn(runtime, { fetch, apiKey: async () => `k${++count}` });
    await exa.cancel(REF);
    await exa.get(REF);
    expect(sent.map(({ headers }) => headers.get('x-api-key'))).toEqual(['k1', 'k2']);
  });

  it('comes from EXA_API_KEY, as it is when a call is made', async () => {
    const runtime = createFakeRuntime();
    const { fetch, sent } = scriptedFetch(runtime, json(enrichment()));
    delete process.env['EXA_API_KEY'];
    const exa = createClientOn(runtime, { fetch });
    expect(await caught(exa.cancel(REF))).toMatchObject({ code: 'configuration', attempts: 0 });
    process.env['EXA_API_KEY'] = 'later';
    await exa.cancel(REF);
    process.env['EXA_API_KEY'] = 'latest';
    await exa.cancel(REF);
    expect(sent.map(({ headers }) => headers.get('x-api-key'))).toEqual(['later', 'latest']);
  });

  it.each([
    { why: 'is empty', apiKey: '' },
    { why: 'is blank', apiKey: ' \n ' },
    { why: 'is no string', apiKey: 7 },
    { why: 'is nothing, from a function', apiKey: () => undefined },
    { why: 'has a line break in it', apiKey: 'exa-s3cret\nline' },
    { why: 'has a carriage return in it', apiKey: 'exa-s3cret\rline' },
    { why: 'has a space in it', apiKey: 'exa-s3cret key' },
    { why: 'has a NUL in it', apiKey: 'exa-s3cret\u0000' },
    { why: 'has a letter beyond ASCII in it', apiKey: 'exa-s3crét-s3cret' },
    { why: 'has a line break in it, from a function', apiKey: async () => 'exa-s3cret\nline' },
  ])('that $why is refused, and not printed', async ({ apiKey }) => {
    const runtime = createFakeRuntime();
    const { fetch, sent } = scriptedFetch(runtime, json(enrichment()));
    const error = await caught(createClientOn(runtime, { fetch, apiKey: apiKey as string }).cancel(REF));
    expect(error).toMatchObject({ code: 'configuration', attempts: 0 });
    expect(`${inspect(error, { depth: 9 })} ${JSON.stringify(error)}`).not.toContain('s3cret');
    expect(sent).toEqual([]);
  });

  it('that a function fails to give is said to be missing, with the cause', async () => {
    const broken = new Error('vault is sealed');
    for (const apiKey of [
      () => Promise.reject(broken),
      () => {
        throw broken;
      },
    ]) {
      const error = await caught(createClientOn(createFakeRuntime(), { apiKey }).cancel(REF));
      expect(error).toMatchObject({ code: 'configuration', cause: { message: 'vault is sealed' } });
    }
  });

  it('is not seen in the client', () => {
    const exa = createClient({ apiKey: KEY });
    const shown = `${inspect(exa, { depth: 9, showHidden: true })} ${JSON.stringify(exa)} ${inspect(exa.raw, { depth: 9, showHidden: true })}`;
    expect(shown).not.toContain('s3cret');
  });
});

describe('the other headers', () => {
  it('are those of the caller, besides ours', async () => {
    expect(
      await headersOf({ apiKey: 'k', headers: { 'X-Team': 'blue', accept: 'application/json; q=1' } }),
    ).toEqual({
      accept: 'application/json; q=1',
      'user-agent': `exa-enrichments/${VERSION}`,
      'x-api-key': 'k',
      'x-team': 'blue',
    });
  });

  it('name the program, as the caller wants it', async () => {
    expect(await headersOf({ apiKey: 'k', userAgent: 'mine/1.0' })).toHaveProperty('user-agent', 'mine/1.0');
  });

  it('do not name it in a browser, which does that itself', async () => {
    const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', {
      value: { userAgent: 'Mozilla/5.0 (X11)' },
      configurable: true,
    });
    try {
      expect(await headersOf({ apiKey: 'k' })).toEqual({ accept: 'application/json', 'x-api-key': 'k' });
    } finally {
      if (navigator) Object.defineProperty(globalThis, 'navigator', navigator);
      else Reflect.deleteProperty(globalThis, 'navigator');
    }
  });
});

describe('the version', () => {
  it('is that of the package', async () => {
    const { readFile } = await import('node:fs/promises');
    const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(VERSION).toBe(manifest.version);
  });
});
