import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { compileObject } from '../../description/compile.test-support.ts';
import { anExchange, type ExchangeParts } from '../../exchange.test-support.ts';
import { createEngine } from '../engine.ts';
import { createJudge } from '../judge.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const content = { 'application/json': { schema: { type: 'object', required: ['id'] } } };

let contract: Contract;
beforeAll(async () => {
  const silent = { description: 'nothing said' };
  contract = await compileObject({
    paths: {
      '/things': {
        get: {
          operationId: 'get',
          responses: {
            200: silent,
            201: { description: 'none', content: {} },
            202: { description: 'some', content },
            203: { $ref: '#/components/responses/Silent' },
            204: { description: 'none, whatever it says', content },
            205: silent,
            304: { description: 'not modified', content },
            default: silent,
          },
        },
        post: { operationId: 'post', responses: { 200: silent } },
      },
    },
    components: { responses: { Silent: silent } },
  });
});

it('tells of a content-type that a recording does not hold that it was not judged', () => {
  const exchange = anExchange({
    method: 'GET',
    url: 'https://x.test/things',
    status: 202,
    headers: {},
    body: '{}',
  });
  const judge = createJudge(createEngine(contract), {});
  const severities = (headersUnknown?: true): string[] => {
    const response = { ...exchange.response, ...(headersUnknown && { headersUnknown }) };
    return judge({ ...exchange, response }).findings.map(({ severity, check }) => `${severity} ${check}`);
  };
  const body = 'error response-schema-conformance';
  expect(severities()).toEqual(['error content-type-conformance', body]);
  expect(severities(true)).toEqual(['info content-type-conformance', body]);
});

/** `severity check dataPath` of each finding, then each rule that let something pass. */
function told(parts: ExchangeParts, strict = false): string[] {
  const exchange = anExchange({
    method: 'GET',
    url: 'https://x.test/things',
    requestHeaders: {},
    headers: JSON_TYPE,
    body: { any: 1 },
    ...parts,
  });
  const { findings, lenient = [] } = createJudge(createEngine(contract), { strict })(exchange);
  return [
    ...findings.map(
      ({ severity, check, dataPath }) => `${severity} ${check}${dataPath ? ` ${dataPath}` : ''}`,
    ),
    ...lenient.map(({ rule }) => rule),
  ];
}

const WARNING = ['warning content-type-conformance header:content-type', 'no-content'];
const ERROR = ['error content-type-conformance header:content-type'];

describe('a body that comes where the description has no `content`', () => {
  it.each<[string, ExchangeParts]>([
    ['of any type', {}],
    ['of another type', { headers: { 'content-type': 'text/html' }, body: '<p>' }],
    ['of no type', { headers: {} }],
    ['behind a reference', { status: 203 }],
    ['by default', { status: 500 }],
  ])('is a warning: %s', (_, parts) => {
    expect(told(parts)).toEqual(WARNING);
    expect(told(parts, true)).toEqual(ERROR);
  });

  it.each<[string, ExchangeParts, string[]]>([
    ['where there is an empty one', { status: 201 }, ERROR],
    ['where content is documented that it is not', { status: 202 }, ['error response-schema-conformance']],
    ['with status 204', { status: 204 }, ERROR],
    ['with status 204, as documented', { status: 204, body: { id: 1 } }, ERROR],
    ['with status 205', { status: 205 }, ERROR],
    ['with HEAD', { method: 'HEAD', status: 202, body: { id: 1 } }, [...ERROR, 'http-itself']],
    ['which is no JSON', { body: '{"any":' }, ['error malformed-body', ...WARNING]],
    ['in a request', { method: 'POST', requestBody: 'x', body: undefined }, ['error request-conformance']],
  ])('is an error %s', (_, parts, expected) => {
    expect(new Set(told(parts))).toEqual(new Set(expected));
  });

  it.each<[string, ExchangeParts]>([
    ['comes', { body: undefined }],
    ['comes, which is said to be empty', { body: '' }],
    ['comes with 204', { status: 204, body: undefined }],
    ["but the cache's comes", { status: 304 }],
  ])('is nothing where none %s', (_, parts) => {
    expect(told(parts)).toEqual([]);
  });
});
