import { describe, expect, it } from '@jest/globals';
import { createClientOn } from '../create-client.ts';
import type { ResponseParseError, ResponseValidationError } from '../errors.ts';
import { caught } from '../testing/caught.test-support.ts';
import { enrichment, json, KEY, REF } from '../testing/enrichments.test-support.ts';
import { createFakeRuntime } from '../testing/fake-runtime.test-support.ts';
import { cancel, text } from '../testing/interpret.test-support.ts';
import { scriptedFetch } from '../testing/scripted-fetch.test-support.ts';

const good = JSON.stringify(enrichment());

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)])),
  );

describe('a success is believed', () => {
  it.each([
    { why: 'as JSON in UTF-8', response: text(good, 'application/json; charset=utf-8') },
    { why: 'without saying the charset', response: text(good) },
    { why: 'with a quoted charset', response: text(good, 'application/json; charset="UTF-8"') },
    { why: 'in ASCII, which is UTF-8', response: text(good, 'application/json;charset=us-ascii') },
    { why: 'as a kind of JSON', response: text(good, 'application/vnd.api+json') },
    { why: 'without a content type', response: new Response(bytes(good)) },
    { why: 'in white space', response: text(`\r\n ${good}\n`) },
    { why: 'with text of any language', response: json(enrichment({ title: 'Größe 会社 🏭' })) },
    { why: 'with another success status', response: json(enrichment(), 202) },
  ])('$why', async ({ response }) => {
    await expect(cancel(response)).resolves.toMatchObject({ id: 'wenrich_01' });
  });
});

describe('an answer about another enrichment', () => {
  const other = json(enrichment({ id: 'wenrich_02', status: 'canceled' }));

  it.each(['error', 'warn', 'off'] as const)('is not believed, with validation %j', async (validation) => {
    expect(await caught(cancel(other, { validation }))).toMatchObject({
      code: 'response-validation',
      issues: [{ path: '/id', keyword: 'const' }],
      body: { id: 'wenrich_02' },
      mayHaveSucceeded: true,
    });
  });

  it('may name another Webset: this one may go by its externalId', async () => {
    await expect(cancel(json(enrichment({ websetId: 'webset_02' })))).resolves.toMatchObject({
      id: REF.enrichment,
    });
  });
});

describe('a success that is no JSON is refused, and shown', () => {
  it.each([
    {
      why: 'a web page',
      response: text('<!doctype html><title>Sign in</title>', 'text/html'),
      reason: 'html',
    },
    { why: 'a web page that says it is JSON', response: text(' \n<html></html>'), reason: 'html' },
    {
      why: 'JSON that says it is a web page',
      response: text(good, 'text/html; charset=utf-8'),
      reason: 'html',
    },
    { why: 'JSON that says it is text', response: text(good, 'text/plain;charset=UTF-8'), reason: 'type' },
    { why: 'JSON that says it is XML', response: text(good, 'application/xml'), reason: 'type' },
    { why: 'JSON that says it is an image', response: text(good, 'image/png'), reason: 'type' },
    { why: 'nothing', response: text(''), reason: 'empty' },
    { why: 'blanks', response: text(' \r\n\t'), reason: 'empty' },
    { why: '204', response: new Response(null, { status: 204 }), reason: 'empty' },
    { why: 'half an object', response: text(good.slice(0, 50)), reason: 'json' },
    { why: 'two objects', response: text(good + good), reason: 'json' },
    { why: 'words', response: text('OK'), reason: 'json' },
    { why: 'a byte order mark', response: text(bytes(0xef, 0xbb, 0xbf, good)), reason: 'bom' },
    {
      why: 'another charset',
      response: text(good, 'application/json; charset=iso-8859-1'),
      reason: 'charset',
    },
    {
      why: 'UTF-16',
      response: text(
        new Uint8Array(new Uint16Array([...good].map((c) => c.charCodeAt(0))).buffer),
        'application/json; charset=utf-16le',
      ),
      reason: 'charset',
    },
    {
      why: 'bytes that are no UTF-8',
      response: text(bytes('{"title":"Gr', 0xf6, 0xdf, 'e"}')),
      reason: 'charset',
    },
  ])('$why', async ({ response, reason }) => {
    const error = await caught<ResponseParseError>(cancel(response));
    expect(error).toMatchObject({
      code: 'response-parse',
      reason,
      status: response.status,
      mayHaveSucceeded: true,
      attempts: 1,
    });
    expect(typeof error.body).toBe('string');
    expect(error.message).toContain('Check `baseUrl`');
  });
});

describe('a success that is no enrichment is refused, and nothing of it is lost', () => {
  it.each([
    { body: { hello: 1 }, path: '', keyword: 'required' },
    { body: null, path: '', keyword: 'type' },
    { body: [], path: '', keyword: 'type' },
    { body: [enrichment()], path: '', keyword: 'type' },
    { body: 'canceled', path: '', keyword: 'type' },
    { body: 200, path: '', keyword: 'type' },
    { body: true, path: '', keyword: 'type' },
    { body: { ...enrichment(), status: 'cancelled' }, path: '/status', keyword: 'enum' },
    { body: { ...enrichment(), status: null }, path: '/status', keyword: 'enum' },
    { body: { ...enrichment(), object: 'webset' }, path: '/object', keyword: 'const' },
    { body: { ...enrichment(), createdAt: 'yesterday' }, path: '/createdAt', keyword: 'format' },
    { body: { ...enrichment(), options: [{}] }, path: '/options/0', keyword: 'required' },
    {
      body: { ...enrichment(), metadata: { a: 'x'.repeat(1001) } },
      path: '/metadata/a',
      keyword: 'maxLength',
    },
  ])('$body', async ({ body, path, keyword }) => {
    const error = await caught<ResponseValidationError>(cancel(json(body)));
    expect(error).toMatchObject({ code: 'response-validation', status: 200, body, mayHaveSucceeded: true });
    expect(error.issues).toContainEqual({ path, keyword, message: expect.stringMatching(/^must /) });
    expect(error.message).toContain('It may have taken effect');
  });

  it('names the first three places in its message', async () => {
    const error = await caught<ResponseValidationError>(
      cancel(json({ ...enrichment(), id: 1, status: 2, title: 3, format: 4 })),
    );
    expect(error.issues.length).toBeGreaterThan(3);
    expect(error.message.match(/\/\w+ must/g)).toHaveLength(3);
  });
});

describe('how strictly a success is looked at', () => {
  const odd = { ...enrichment(), status: 'cancelled' };

  it('can be a warning: the body is returned, and told of', async () => {
    const warnings: unknown[] = [];
    const logger = { debug: () => {}, warn: (...line: unknown[]) => warnings.push(line) };
    await expect(cancel(json(odd), { validation: 'warn', logger })).resolves.toEqual(odd);
    expect(warnings).toEqual([
      [expect.stringContaining('/status must'), { issues: [expect.objectContaining({ path: '/status' })] }],
    ]);
  });

  it('can be not at all', async () => {
    await expect(cancel(json(odd), { validation: 'off' })).resolves.toEqual(odd);
  });

  it('can be set for a call', async () => {
    const runtime = createFakeRuntime();
    const { fetch } = scriptedFetch(runtime, json(odd));
    const exa = createClientOn(runtime, { apiKey: KEY, fetch });
    await expect(exa.cancel(REF, { validation: 'off' })).resolves.toEqual(odd);
    await expect(exa.cancel(REF)).rejects.toMatchObject({ code: 'response-validation' });
  });

  it.each(['warn', 'off'] as const)(
    'is never %s so far that null or an array would pass',
    async (validation) => {
      for (const body of [null, [], 'canceled', 1]) {
        expect(await caught(cancel(json(body), { validation }))).toMatchObject({
          code: 'response-validation',
        });
      }
    },
  );
});
