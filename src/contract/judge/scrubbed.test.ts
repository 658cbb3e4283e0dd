import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract.ts';
import { startContractRun, type VerifyExchangeOptions, verifyExchange } from '../contract-run.ts';
import { compileObject, describing } from '../description/compile.test-support.ts';
import { anExchange, type ExchangeParts } from '../exchange.test-support.ts';
import { createEngine } from './engine.ts';
import { createJudge } from './judge.ts';

const NOTE = 'info';

function told(contract: Contract, parts: ExchangeParts, options: VerifyExchangeOptions = {}): string[] {
  const exchange = anExchange({ method: 'GET', requestHeaders: {}, ...parts });
  return verifyExchange(contract, exchange, options).map(({ severity, dataPath = '' }) =>
    `${severity} ${dataPath}`.trim(),
  );
}

const OBJECT = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } };

describe('a placeholder in a body', () => {
  it.each<[string, object, unknown, string[]]>([
    ['of a format', { format: 'date-time' }, '<DATE>', [NOTE]],
    ['of a pattern', { pattern: '^[a-z]{3}$' }, '<CODE>', [NOTE]],
    ['of an enum', { enum: ['a', 'b'] }, '<PLAN>', [NOTE]],
    ['of a const', { const: 'a' }, '[REDACTED]', [NOTE]],
    ['of a length', { type: 'string', maxLength: 2 }, '***', [NOTE]],
    ['in a URL', { format: 'uri' }, 'https://x.test/u/<LOGIN>', [NOTE]],
    ['within a segment of a URL', { format: 'uri' }, 'https://x.test/u-<LOGIN>?v=4', [NOTE]],
    ['within the host of a URL', { format: 'uri' }, 'https://x<NAME>.test/u', [NOTE]],
    ['in place of what stands before a path', { format: 'uri' }, '<API_BASE>/u', [NOTE]],
    ['of a program, within a URL', { format: 'uri' }, 'https://x.test/u-<nil>', ['error /v']],
    ['of any text', { type: 'string' }, '<NAME>', []],
    ['in a list', { items: { format: 'uuid' } }, ['<ID>', '<ID>'], [NOTE]],
    ['twice in a list of different ones', { uniqueItems: true }, ['<ID>', '<ID>'], [NOTE]],
    [
      'of one alternative',
      { oneOf: [{ pattern: '^a' }, { pattern: '^b' }, { type: 'integer' }] },
      '<X>',
      [NOTE],
    ],
    ['that decides for an alternative', { if: { const: 'a' }, else: { const: 'b' } }, '<X>', [NOTE]],
    ['in a listed object', { enum: [{ a: 'x', b: [1] }] }, { a: '<X>', b: [1] }, [NOTE]],
    ['where a number is documented', { type: 'integer' }, '<ID>', [NOTE, 'warning /v']],
    ['where an object is documented', OBJECT, '<USER>', [NOTE, 'warning /v']],
    [
      'where one of two objects is documented',
      { oneOf: [OBJECT, { type: 'null' }] },
      '<USER>',
      [NOTE, 'warning /v'],
    ],
    [
      'of a number beside a fault',
      { items: { type: 'integer' } },
      ['<ID>', 'x'],
      ['error /v/1', NOTE, 'warning /v/0'],
    ],
    ['of a program that has nothing', { format: 'date-time' }, '<nil>', ['error /v']],
    ['of a template that nobody filled in', { format: 'date-time' }, '{{now}}', ['error /v']],
    ['that is a tag', { format: 'date-time' }, '<HTML>', ['error /v']],
    ['within a text', { format: 'date-time' }, 'at <DATE>', ['error /v']],
    [
      'in the name of a member',
      { properties: { a: {} }, additionalProperties: false },
      { '<NAME>': 1 },
      ['error /v'],
    ],
    [
      'in a name that an enum does not list',
      { propertyNames: { enum: ['a'] } },
      { '<NAME>': 1 },
      ['error /v'],
    ],
    [
      'in a part of the name of a member',
      { required: ['expand'], properties: { expand: {} }, additionalProperties: false },
      { 'e<X>pand': 1 },
      [NOTE],
    ],
    [
      'in a part of another name',
      { required: ['expand'], properties: { expand: {} } },
      { 'e<X>port': 1 },
      ['error /v', 'warning /v/e<X>port'],
    ],
    ['where nothing may stand', { properties: { a: false } }, { a: '<X>' }, ['error /v/a']],
    ['where text may not stand', { not: { type: 'string' } }, '<X>', ['error /v']],
    ['beside what is missing', OBJECT, { b: '<X>' }, ['error /v', 'warning /v/b']],
    [
      'of an alternative that another member rules out',
      { oneOf: [OBJECT, { type: 'array' }] },
      { a: 5 },
      ['error /v/a'],
    ],
    [
      'in a list that is too long',
      { maxItems: 1, items: { type: 'integer' } },
      ['<AA>', '<BB>'],
      ['error /v', NOTE, 'warning /v/0', 'warning /v/1'],
    ],
    ['beside equal ones', { uniqueItems: true }, ['<AA>', 1, 1], ['error /v']],
  ])('%s', async (_, schema, v, expected) => {
    const contract = await describing({ properties: { v: schema } });
    expect(told(contract, { url: 'https://x.test/things/1', body: { v } })).toEqual(expected);
    const strict = told(contract, { url: 'https://x.test/things/1', body: { v } }, { strict: true });
    expect(strict.some((line) => line.startsWith('error'))).toBe(expected.length > 0);
  });

  it.each<[string, object, string, string[]]>([
    ['where a number is documented', { type: 'integer' }, '{"v":<ID>}', [NOTE]],
    ['between the digits of a number', { type: 'integer' }, '{"v":12<ID>3}', [NOTE]],
    ['several times in a number', { type: 'integer' }, '{"v":<ID>2<ID>4<ID>}', [NOTE]],
    ['behind what is no digit', {}, '{"v":a<ID>}', ['error']],
    ['of a program, behind a digit', {}, '{"v":12<nil>}', ['error']],
    ['where an object is documented', OBJECT, '{"v":[REDACTED]}', [NOTE]],
    ['where nothing is documented', {}, '{"v": <ANY THING>}', [NOTE]],
    [
      'beside a number that no double holds',
      { type: 'integer' },
      '{"v":<ID>,"n":12345678901234567}',
      [NOTE, 'warning /n'],
    ],
    ['beside a fault', { type: 'integer' }, '{"v":<ID>,"w":1}', [NOTE, 'error /w']],
    ['where nothing may stand', { not: {} }, '{"v":<ID>}', ['error /v', NOTE]],
    ['that is Go for nothing', {}, '{"v":<nil>}', ['error']],
    ['that nobody filled in', {}, '{"v":{{id}}}', ['error']],
    ['in place of a name', {}, '{<NAME>:1}', ['error']],
    ['in what is no JSON anyway', {}, '{"v":<ID>,}', ['error']],
  ])('without quotes %s', async (_, schema, body, expected) => {
    const contract = await describing({ properties: { v: schema, w: { type: 'string' } } });
    const found = told(contract, { url: 'https://x.test/things/1', body });
    expect(found.toSorted()).toEqual(expected.toSorted());
    expect(told(contract, { url: 'https://x.test/things/1', body }, { strict: true })).toEqual(
      expected.includes('error /v') ? expect.anything() : ['error'],
    );
  });

  it('is what is shown of a fault', async () => {
    const contract = await describing({ properties: { v: { not: {} } } });
    const exchange = anExchange({ method: 'GET', url: 'https://x.test/things/1', body: '{"v":<ID>}' });
    expect(verifyExchange(contract, exchange)[0]?.received).toBe('<ID>');
  });

  it('that is all of it means that it was not kept', async () => {
    const contract = await describing(OBJECT);
    const body = (text: string): object => ({ url: 'https://x.test/things/1', body: text });
    expect(told(contract, body(' <RESPONSE>\n'))).toEqual(['info']);
    expect(told(contract, body('FILTERED'))).toEqual(['info']);
    expect(told(contract, body('<RESPONSE>'), { strict: true })).toEqual(['error']);
    expect(told(contract, body('{{body}}'))).toEqual(['error']);
    expect(told(contract, body('<html>'))).toEqual(['error']);
    expect(told(contract, body('"<RESPONSE>"'))).toEqual([NOTE, 'warning']);
  });

  it('may be another one by a pattern of the user', async () => {
    const contract = await describing({ properties: { v: { format: 'uuid' } } });
    const parts = { url: 'https://x.test/things/1', body: { v: 'scrubbed-id' } };
    expect(told(contract, parts)).toEqual(['error /v']);
    expect(told(contract, parts, { placeholders: [/scrubbed-\w+/] })).toEqual([NOTE]);
  });
});

describe('a placeholder in a request', () => {
  let contract: Contract;
  beforeAll(async () => {
    const integer = { type: 'integer' };
    contract = await compileObject({
      paths: {
        '/users/{id}': {
          post: {
            security: [{ key: [] }],
            parameters: [
              { name: 'id', in: 'path', required: true, schema: integer },
              { name: 'at', in: 'query', schema: { type: 'string', format: 'date' } },
              { name: 'ids', in: 'query', schema: { type: 'array', items: integer }, explode: false },
              {
                name: 'where',
                in: 'query',
                content: {
                  'application/json': { schema: { type: 'object', properties: { n: integer, m: integer } } },
                },
              },
              { name: 'x-key', in: 'header', schema: { type: 'string', format: 'uuid' } },
              { name: 'x-trace', in: 'header', schema: { type: 'string', format: 'uuid' } },
            ],
            requestBody: {
              content: {
                'application/json': { schema: { properties: { n: integer } } },
                'application/x-www-form-urlencoded': { schema: { properties: { n: integer } } },
              },
            },
            responses: {
              200: { description: 'ok', headers: { 'x-at': { schema: { type: 'string', format: 'date' } } } },
            },
          },
        },
      },
      components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-key' } } },
    });
  });

  const KEY = { 'x-key': '11111111-1111-4111-8111-111111111111' };

  it.each<[string, ExchangeParts, string[]]>([
    ['as a segment', { url: '/users/<USER_ID>' }, [NOTE]],
    ['percent-encoded', { url: '/users/%3CUSER_ID%3E' }, [NOTE]],
    ['as a value of the query', { url: '/users/1?at=<DATE>' }, [NOTE]],
    ['in a list', { url: '/users/1?ids=1,<ID>' }, [NOTE]],
    ['as a template', { url: '/users/{{id}}' }, [NOTE]],
    ['as a header', { requestHeaders: { ...KEY, 'x-trace': '***' } }, [NOTE]],
    ['as the credential', { requestHeaders: { 'x-key': '<KEY>' } }, []],
    ['as a header of the answer', { headers: { 'x-at': '<DATE>' } }, [NOTE]],
    ['as a template in the answer', { headers: { 'x-at': '{{date}}' } }, ['error header:x-at']],
    ['as a part of a number', { url: '/users/12<ID>' }, [NOTE]],
    ['as a part of what is no number', { url: '/users/u<ID>' }, ['error path:id']],
    ['as a part of a date', { url: '/users/1?at=2024-<MONTH>-01' }, [NOTE]],
    ['as a part of a number of a list', { url: '/users/1?ids=1,2<ID>' }, [NOTE]],
    ['as a part of what is no number of a list', { url: '/users/1?ids=1,x<ID>' }, ['error query:ids']],
    ['without quotes in JSON', { url: '/users/1?where={"n":<ID>}' }, [NOTE]],
    [
      'without quotes in JSON with a fault',
      { url: '/users/1?where={"n":<ID>,"m":"x"}' },
      ['error query:where'],
    ],
    ['that is none', { url: '/users/<nil>' }, ['error path:id']],
    ['in a list with a fault', { url: '/users/1?ids=x,<ID>' }, ['error query:ids']],
    [
      'in its body',
      { requestHeaders: { ...KEY, 'content-type': 'application/json' }, requestBody: '{"n":{{n}}}' },
      [NOTE],
    ],
    [
      'in its body in quotes',
      { requestHeaders: { ...KEY, 'content-type': 'application/json' }, requestBody: '{"n":"{{n}}"}' },
      [NOTE, 'warning /n'],
    ],
    [
      'in a form',
      {
        requestHeaders: { ...KEY, 'content-type': 'application/x-www-form-urlencoded' },
        requestBody: 'n=<N>',
      },
      [NOTE],
    ],
    [
      'in its content-type',
      {
        requestHeaders: { ...KEY, 'content-type': 'application/<X>-www-form-urlencoded' },
        requestBody: 'n=1',
      },
      [],
    ],
    [
      'in a content-type that may be several',
      { requestHeaders: { ...KEY, 'content-type': 'application/<X>' }, requestBody: 'n=1' },
      ['error header:content-type'],
    ],
    [
      'as its body',
      { requestHeaders: { ...KEY, 'content-type': 'application/json' }, requestBody: '{{body}}' },
      ['info'],
    ],
  ])('%s', (_, { url = '/users/1', ...parts }, expected) => {
    const whole = {
      method: 'POST',
      url: `https://x.test${url}`,
      requestHeaders: KEY,
      headers: {},
      body: undefined,
      ...parts,
    };
    expect(told(contract, whole)).toEqual(expected);
    const isNothing = expected.length === 0 && parts.requestHeaders === undefined;
    expect(told(contract, whole, { strict: true }).some((line) => line.startsWith('error'))).toBe(!isNothing);
  });
});

describe('what is let pass', () => {
  it('is told once of an exchange, be it in its request and its body', async () => {
    const schema = { properties: { v: { format: 'uuid' } } };
    const contract = await compileObject({
      paths: {
        '/a/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
            responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
          },
        },
      },
    });
    expect(told(contract, { url: 'https://x.test/a/<ID>', body: { v: '<ID>' } })).toEqual([NOTE]);
  });

  it('is counted with its place, and told with one fingerprint', async () => {
    const contract = await compileObject({
      paths: {
        '/a': {
          get: {
            responses: {
              200: {
                description: 'ok',
                content: { 'application/json': { schema: { properties: { v: { format: 'uuid' } } } } },
              },
            },
          },
        },
        '/b/{id}': {
          get: {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
            responses: { 200: { description: 'ok' } },
          },
        },
      },
    });
    const judge = createJudge(createEngine(contract), {});
    const get = (url: string, body?: unknown) =>
      judge(
        anExchange({
          method: 'GET',
          url: `https://x.test${url}`,
          requestHeaders: {},
          headers: body === undefined ? {} : { 'content-type': 'application/json' },
          body,
        }),
      );
    const judgements = [get('/a', { v: '<ID>' }), get('/b/<ID>')];
    expect(
      judgements.map(({ lenient }) => lenient?.map(({ rule, spec }) => [rule, spec?.replace(/.*#/, '')])),
    ).toEqual([
      [['placeholder', '/paths/~1a/get/responses/200/content/application~1json/schema/properties/v/format']],
      [['placeholder', '/paths/~1b~1{id}/get/parameters/0']],
    ]);
    for (const { findings, once } of judgements) expect([...(once ?? [])]).toEqual(findings);
    const [one, other] = judgements.map(({ findings }) => findings[0]?.fingerprint);
    expect(one).toBe(other);
  });

  it('shows what it is about', async () => {
    const contract = await describing({ properties: { v: { format: 'uuid' }, n: { type: 'integer' } } });
    const run = startContractRun(contract);
    run.add(anExchange({ method: 'GET', url: 'https://x.test/things/1', body: '{"v":"<ID>","n":<N>}' }));
    expect(run.report().coverage.kinds.property).toEqual({ covered: 2, eligible: 2 });
  });
});
