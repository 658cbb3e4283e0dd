import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract.ts';
import { startContractRun, verifyExchange } from '../contract-run.ts';
import { compileObject } from '../description/compile.test-support.ts';
import type { Exchange } from '../exchange.ts';
import { readHar, readNock, readVcr } from '../recordings/index.ts';
import { readAll } from '../recordings/source.test-support.ts';

const JSON_BODY = { schema: { type: 'object', properties: { a: { type: 'string' } } } };
const OK = { 200: { description: 'ok' } };
const UNKNOWN = "The recording does not hold the request's headers:";

let contract: Contract;
beforeAll(async () => {
  contract = await compileObject({
    security: [{ bearer: [] }],
    paths: {
      '/items/{id}': {
        post: {
          operationId: 'post-item',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
            { name: 'X-Req', in: 'header', required: true, schema: { type: 'string' } },
            { name: 'seen', in: 'cookie', schema: { type: 'boolean' } },
          ],
          requestBody: { content: { 'application/json': JSON_BODY } },
          responses: OK,
        },
      },
      '/either': {
        post: {
          security: [{ query: [] }, { query: [], bearer: [] }],
          requestBody: { content: { 'application/json': JSON_BODY, 'text/plain': {} } },
          responses: OK,
        },
      },
      '/cookie': { get: { security: [{ cookie: [] }], responses: OK } },
      '/open': { get: { security: [], responses: OK } },
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        query: { type: 'apiKey', in: 'query', name: 'api_key' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
      },
    },
  });
});

function told(exchange: Exchange): string[] {
  return verifyExchange(contract, exchange).map(({ severity, message }) => `${severity} ${message}`);
}

const REMOVED =
  'warning The recording holds none of the documented credentials: a recorder may have removed them.';

async function readOne(parts: object): Promise<Exchange> {
  const definition = { scope: 'https://x.test:443', method: 'POST', path: '/items/1', body: '', status: 200 };
  const [exchange] = await readAll(readNock, [{ ...definition, response: '', rawHeaders: [], ...parts }]);
  return exchange as Exchange;
}

describe('request headers that the recorder left out', () => {
  it.each<[string, object, string[]]>([
    [
      'are not taken for headers that were not sent',
      { body: { a: 'x' } },
      [
        `info ${UNKNOWN} the header parameter X-Req was not judged.`,
        `info ${UNKNOWN} the cookie parameter seen was not judged.`,
        `info ${UNKNOWN} whether it was authenticated was not judged.`,
        `info ${UNKNOWN} its content-type was not judged.`,
      ],
    ],
    ['are not missed where none is documented', { method: 'GET', path: '/open' }, []],
    [
      'hide nothing that is not in them',
      { path: '/items/one', body: { a: 1 } },
      [
        'error The path parameter id must be integer, not string.',
        `info ${UNKNOWN} the header parameter X-Req was not judged.`,
        `info ${UNKNOWN} the cookie parameter seen was not judged.`,
        `info ${UNKNOWN} whether it was authenticated was not judged.`,
        `info ${UNKNOWN} its content-type was not judged.`,
        'error /a must be string, not number.',
      ],
    ],
    ['leave no credentials out that belong into the query', { path: '/either' }, [REMOVED]],
    [
      'leave open as what a body is to be judged',
      { path: '/either?api_key=k', body: { a: 1 } },
      [`info ${UNKNOWN} its content-type and its body were not judged.`],
    ],
    [
      'are known where there are any',
      { body: { a: 'x' }, reqheaders: {} },
      [
        'error The header parameter X-Req is missing.',
        REMOVED,
        'warning The request has a body and no content-type, and the server took it.',
      ],
    ],
  ])('%s', async (_, parts, expected) => {
    expect(told(await readOne(parts))).toEqual(expected);
  });

  it('hide none that is there', async () => {
    const { request, ...exchange } = await readOne({ body: { a: 'x' } });
    const headers = { ...request.headers, cookie: ['seen=maybe'] };
    const messages = told({ ...exchange, request: { ...request, headers } });
    expect(messages.filter((message) => /parameter/.test(message))).toEqual([
      `info ${UNKNOWN} the header parameter X-Req was not judged.`,
      'error The cookie parameter seen must be boolean, not string.',
    ]);
  });

  it.each([
    [
      'a HAR',
      readHar,
      {
        log: { entries: [{ request: { method: 'GET', url: 'u' }, response: { status: 200, content: {} } }] },
      },
    ],
    [
      'a cassette',
      readVcr,
      {
        http_interactions: [{ request: { method: 'get', uri: 'u' }, response: { status: { code: 200 } } }],
      },
    ],
  ])('are known to be so from %s', async (_, read, recording) => {
    expect(await readAll(read, recording)).toMatchObject([{ request: { headersUnknown: true } }]);
  });

  it('take nothing from what else a request covers', async () => {
    const run = startContractRun(contract);
    run.add(await readOne({ body: { a: 'x' } }));
    const missing = run.report().coverage.missing.map(({ kind, name }) => `${kind} ${name}`);
    expect(missing.filter((name) => /^parameter|post-item/.test(name))).toEqual([
      'parameter header X-Req',
      'parameter cookie seen',
      'request-media-type post-item request application/json',
    ]);
  });
});

describe('a credential that was scrubbed as a whole', () => {
  const authenticated = async (parts: object): Promise<boolean> =>
    !told(await readOne({ ...parts, method: 'GET' })).some((text) => text.includes('credentials'));

  it.each([
    '<TOKEN>',
    '[redacted]',
    'REDACTED',
    '***',
    '{{token}}',
    '$TOKEN',
    '"<redacted>"',
    'XXXXXX',
    '%TOKEN%',
    'bearer <redacted>',
  ])('counts for any scheme: %s', async (value) => {
    const parts = { method: 'POST', path: '/items/1' };
    const exchange = await readOne({ ...parts, reqheaders: { authorization: value, 'x-req': '1' } });
    expect(told(exchange)).toEqual([]);
    expect(await authenticated({ path: '/cookie', reqheaders: { cookie: value } })).toBe(
      !value.startsWith('bearer'),
    );
  });

  it.each(['', ' ', 'Basic dXNlcjpwYXNzd29yZA==', 'Basic <redacted>', 'token', '<>'])(
    'is not %j',
    async (value) => {
      const exchange = await readOne({ reqheaders: { authorization: value, 'x-req': '1' } });
      expect(told(exchange)).toEqual([REMOVED]);
      expect(await authenticated({ path: '/cookie', reqheaders: { cookie: value } })).toBe(false);
    },
  );
});
