import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { ExaError } from '../errors.ts';
import { caught } from '../testing/caught.test-support.ts';
import { KEY, REF } from '../testing/enrichments.test-support.ts';
import { answer, client, start } from '../testing/transport.test-support.ts';

describe('the key', () => {
  /** Everything that anybody could print of an error. */
  const printed = (error: ExaError): string =>
    [inspect(error, { depth: 99, showHidden: true }), JSON.stringify(error), String(error), error.stack].join(
      '\n',
    );

  const KEY_IN_JSON = JSON.stringify(KEY).slice(1, -1);
  const unicode = [...KEY]
    .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

  it.each([
    { why: 'a message', status: 400, body: JSON.stringify({ error: `bad key ${KEY}` }) },
    { why: 'a property', status: 403, body: JSON.stringify({ [KEY]: { [KEY]: [KEY] } }) },
    { why: 'escaped letters', status: 401, body: `{"error":"${unicode}"}` },
    { why: 'plain text', status: 500, body: `key: ${KEY}` },
    { why: 'JSON in plain text', status: 502, body: `<pre>"${KEY_IN_JSON}"</pre>` },
    { why: 'a web page', status: 200, body: `<html>${KEY}</html>` },
    { why: 'another document', status: 200, body: JSON.stringify({ id: KEY, status: KEY, [KEY]: 1 }) },
    {
      why: 'a tag and a request id',
      status: 429,
      body: JSON.stringify({ requestId: KEY, error: KEY, tag: KEY }),
    },
    {
      why: 'a message, where it is cut',
      status: 400,
      body: JSON.stringify({ error: `${'x'.repeat(288)}${KEY}` }),
    },
    { why: 'a page, where it is cut', status: 400, body: `${'x'.repeat(988)}${KEY}` },
    {
      why: 'the path and time of a service error',
      status: 404,
      body: JSON.stringify({ statusCode: 404, message: KEY, path: KEY, timestamp: KEY }),
    },
  ])('that a server sends back in $why is in no error', async ({ status, body }) => {
    const { baseUrl } = await start((_, response) =>
      answer(response, status, body, { 'x-request-id': encodeURIComponent(KEY), 'retry-after': '100' }),
    );
    const error = await caught<ExaError>(client(baseUrl).cancel(REF));
    expect(error.code).toMatch(/\w/);
    expect(printed(error)).not.toContain('s3cret');
  });

  it('that a server sends back in a location is in no error', async () => {
    const { baseUrl } = await start((_, response) =>
      response.writeHead(302, { location: `/?key=${encodeURIComponent(KEY)}` }).end(),
    );
    expect(printed(await caught(client(baseUrl).cancel(REF)))).not.toContain('s3cret');
  });

  it('that a fetch quotes in its complaint is in no error', async () => {
    const fetch = async (request: Request): Promise<Response> => {
      throw Object.assign(new TypeError(`Headers.append: "${request.headers.get('x-api-key')}" is invalid`), {
        request,
        options: { headers: { key: KEY } },
      });
    };
    const error = await caught<ExaError>(client('https://api.exa.ai', { fetch }).cancel(REF));
    expect(error.code).toBe('connection');
    expect(printed(error)).not.toContain('s3cret');
  });

  it.each<[what: string, rejection: unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a symbol', Symbol('s')],
    ['an object without a prototype', Object.create(null)],
    ['a message that is no text', { message: Object.create(null) }],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('mine');
          },
        },
      ),
    ],
  ])('aside, a fetch that rejects with %s is a failed connection', async (_, rejection) => {
    const fetch = (): Promise<Response> => Promise.reject(rejection);
    const error = await caught<ExaError>(client('https://api.exa.ai', { fetch }).cancel(REF));
    expect(error).toMatchObject({ code: 'connection', attempts: 1, mayHaveSucceeded: true });
    expect(printed(error)).toContain('no complete answer came');
  });

  it('that is passed for an id by mistake is in no error', async () => {
    const { baseUrl } = await start((_, response) => answer(response, 404, '{}'));
    const error = await caught<ExaError>(client(baseUrl).cancel({ webset: KEY, enrichment: KEY }));
    expect(printed(error)).not.toContain('s3cret');
  });
});
