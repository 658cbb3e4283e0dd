import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract.ts';
import { startContractRun } from '../contract-run.ts';
import { compileObject } from '../description/compile.test-support.ts';
import { anExchange, type ExchangeParts } from '../exchange.test-support.ts';
import { COVERAGE_KINDS, type Coverage } from './coverage.ts';

const THING = {
  type: 'object',
  required: ['size'],
  properties: {
    size: { enum: [1, 2, null, 'a', { deep: true }] },
    typed: { type: 'string', enum: ['x', 1] },
    list: { type: 'array', items: { $ref: '#/components/schemas/Item' } },
    many: { type: 'array', minItems: 1, items: {} },
    few: { type: 'array', minItems: 0, items: {} },
    map: { type: 'object', additionalProperties: { type: ['string', 'null'] } },
    fewKeys: { type: 'object', minProperties: 0, additionalProperties: {} },
    manyKeys: { type: 'object', minProperties: 1, additionalProperties: {} },
    noItems: { type: 'array', maxItems: 0, items: {} },
    oneItem: { type: 'array', maxItems: 1, items: {} },
    noKeys: { type: 'object', maxProperties: 0, additionalProperties: {} },
    closed: { type: 'object', additionalProperties: false },
    old: { type: 'string', enum: ['o'], deprecated: true },
    never: false,
    nothing: { type: 'null' },
    either: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    item: { oneOf: [{ $ref: '#/components/schemas/Item' }, { type: 'null' }] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's word
    when: { if: { type: 'string' }, then: { enum: ['s'] }, else: { enum: [7] } },
  },
};

const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
const xml = { 'application/xml': { schema: { type: 'object', properties: { inXml: {} } } } };

let contract: Contract;
beforeAll(async () => {
  contract = await compileObject({
    paths: {
      '/things/{id}': {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
          { name: 'deep', in: 'query', schema: { type: 'integer' } },
        ],
        put: {
          operationId: 'put',
          requestBody: { content: { 'application/json': {}, 'text/plain': {} } },
          responses: {
            200: {
              description: 'ok',
              headers: {
                'X-Left': { schema: { type: 'integer' } },
                'X-Old': { deprecated: true, schema: {} },
              },
              content: { ...content, ...xml },
            },
            '4XX': { description: 'no', content: { 'application/*': { schema: {} } } },
          },
        },
        head: {
          operationId: 'head',
          responses: { 200: { description: 'ok', content }, 204: { description: 'x', content } },
        },
        delete: { operationId: 'delete', deprecated: true, responses: { 204: { description: 'gone' } } },
      },
    },
    components: { schemas: { Thing: THING, Item: { type: 'object', properties: { name: {} } } } },
  });
});

function coverageOf(...exchanges: ExchangeParts[]): Coverage {
  const run = startContractRun(contract);
  for (const parts of exchanges) {
    run.add(anExchange({ method: 'PUT', url: 'https://x.test/things/1', requestHeaders: {}, ...parts }));
  }
  return run.report().coverage;
}

/** What was shown, by `kind name`. */
function shown(...exchanges: ExchangeParts[]): string[] {
  const missing = new Set(coverageOf(...exchanges).missing.map(({ kind, name }) => `${kind} ${name}`));
  return coverageOf()
    .missing.map(({ kind, name }) => `${kind} ${name}`)
    .filter((name) => !missing.has(name));
}

const OPERATION = ['operation put', 'parameter path id', 'status put 200'];
const ANSWER = [
  ...OPERATION,
  'media-type put 200 application/json',
  'property Thing.size',
  'enum-value Thing.size = 1',
];

describe('what an exchange shows', () => {
  it.each<[string, ExchangeParts, string[]]>([
    ['an answer', { body: { size: 1 } }, ANSWER],
    ['a null of an enum', { body: { size: null } }, [...ANSWER.slice(0, 4), 'enum-value Thing.size = null']],
    [
      'an empty list',
      { body: { size: 1, list: [] } },
      [...ANSWER, 'property Thing.list', 'array Thing.list = []'],
    ],
    [
      'a list with an item',
      { body: { size: 1, list: [{ name: 1 }] } },
      [...ANSWER, 'property Thing.list', 'array Thing.list = […]', 'property Item.name'],
    ],
    [
      'an empty list of which at least none is asked',
      { body: { size: 1, few: [] } },
      [...ANSWER, 'property Thing.few', 'array Thing.few = []'],
    ],
    [
      'an empty map of which at least none is asked',
      { body: { size: 1, fewKeys: {} } },
      [...ANSWER, 'property Thing.fewKeys', 'map Thing.fewKeys = {}'],
    ],
    ['an empty map', { body: { size: 1, map: {} } }, [...ANSWER, 'property Thing.map', 'map Thing.map = {}']],
    [
      'a map with nothing but a null in it',
      { body: { size: 1, map: { any: null } } },
      [...ANSWER, 'property Thing.map', 'null-branch Thing.map.* = null'],
    ],
    [
      'a map with a value in it',
      { body: { size: 1, map: { none: null, any: 'x' } } },
      [...ANSWER, 'property Thing.map', 'null-branch Thing.map.* = null', 'map Thing.map = {…}'],
    ],
    [
      'a list of nulls: it is not empty, and what its items are it does not show',
      { body: { size: 1, many: [null] } },
      [...ANSWER, 'property Thing.many'],
    ],
    [
      'null where an alternative allows it, and nothing else',
      { body: { size: 1, either: null } },
      [...ANSWER, 'null-branch Thing.either = null'],
    ],
    [
      'a value of the other alternative',
      { body: { size: 1, either: 'x' } },
      [...ANSWER, 'property Thing.either'],
    ],
    [
      'null beside a schema of a name',
      { body: { size: 1, item: null } },
      [...ANSWER, 'null-branch Thing.item = null'],
    ],
    [
      'the branch of a condition that holds',
      { body: { size: 1, when: 's' } },
      [...ANSWER, 'property Thing.when', 'enum-value Thing.when = "s"'],
    ],
    [
      'the branch of one that does not',
      { body: { size: 1, when: 7 } },
      [...ANSWER, 'property Thing.when', 'enum-value Thing.when = 7'],
    ],
    [
      'a parameter',
      { url: 'https://x.test/things/1?deep=2', body: { size: 1 } },
      [...ANSWER, 'parameter query deep'],
    ],
    [
      'a header',
      { headers: { 'content-type': 'application/json', 'X-Left': '3' }, body: { size: 1 } },
      [...ANSWER, 'header x-left'],
    ],
    [
      'a request body',
      { requestHeaders: { 'content-type': 'text/plain' }, requestBody: 'x', body: { size: 1 } },
      [...ANSWER, 'request-media-type put request text/plain'],
    ],
    [
      'a refusal, and nothing of the request that was refused',
      { status: 404, body: { any: 1 } },
      ['operation put', 'status put 4XX', 'media-type put 4XX application/*'],
    ],
    ['what fits, beside what nobody documented', { body: { size: 1, surprise: 1 } }, ANSWER],
  ])('%s', (_, parts, expected) => {
    expect(new Set(shown(parts))).toEqual(new Set(expected));
  });

  it.each<[string, ExchangeParts, string[]]>([
    [
      'a body that does not fit',
      { body: { size: 9, list: [] } },
      [...OPERATION, 'media-type put 200 application/json'],
    ],
    [
      'a body with a key twice',
      { body: '{"size":1,"size":2}' },
      [...OPERATION, 'media-type put 200 application/json'],
    ],
    ['a body cut off', { body: '{"size":1,' }, [...OPERATION, 'media-type put 200 application/json']],
    ['a wrong content-type', { body: { size: 1 }, headers: { 'content-type': 'text/csv' } }, OPERATION],
    [
      'a wrong header',
      { body: { size: 1 }, headers: { 'content-type': 'application/json', 'x-left': 'a' } },
      ANSWER,
    ],
    [
      'a wrong parameter',
      { url: 'https://x.test/things/a', body: { size: 1 } },
      ANSWER.filter((name) => !name.startsWith('parameter')),
    ],
    ['an undocumented status', { status: 500, body: { size: 1 } }, ['operation put', 'parameter path id']],
    ['an undocumented operation', { method: 'PATCH' }, []],
    [
      'a wrong parameter beside one that is right',
      { url: 'https://x.test/things/a?deep=2', body: { size: 1 } },
      [...ANSWER.filter((name) => !name.startsWith('parameter')), 'parameter query deep'],
    ],
    [
      'a parameter that nobody documented, beside one that is right',
      { url: 'https://x.test/things/1?deep=2&deeep=3', body: { size: 1 } },
      [...ANSWER, 'parameter query deep'],
    ],
    [
      'a request body that is wrong',
      { requestHeaders: { 'content-type': 'application/json' }, requestBody: '{', body: { size: 1 } },
      [...ANSWER, 'request-media-type put request application/json'],
    ],
  ])('is less of what is wrong: %s', (_, parts, expected) => {
    expect(new Set(shown(parts))).toEqual(new Set(expected));
  });

  it('stays shown when a wrong one follows', () => {
    const twice = coverageOf({ body: { size: 1 } }, { body: '{"size":1,"size":1}' });
    expect(twice.missing.map(({ name }) => name)).not.toContain('Thing.size = 1');
  });
});

describe('what was there and does not count', () => {
  const WRONG = 'what was there is not as documented';
  const REFUSED = 'it was only there where the server answered 4xx';
  const json = { 'content-type': 'application/json' };
  const wrong: ExchangeParts = { url: 'https://x.test/things/a' };
  const refused: ExchangeParts = { url: 'https://x.test/things/1?deep=1', status: 404 };
  it.each<[string, ExchangeParts[], Record<string, string>]>([
    ['is said not to be as documented', [wrong], { 'parameter path id': WRONG }],
    ['is said to be refused', [refused], { 'parameter path id': REFUSED, 'parameter query deep': REFUSED }],
    [
      'is what counts most, whichever came first',
      [refused, wrong, refused],
      { 'parameter path id': WRONG, 'parameter query deep': REFUSED },
    ],
    ['is said no more once it was shown', [wrong, { body: { size: 1 } }], {}],
    ['is a header', [{ body: { size: 1 }, headers: { ...json, 'x-left': 'a' } }], { 'header x-left': WRONG }],
    [
      'is a type whose charset is none of JSON',
      [{ body: { size: 1 }, headers: { 'content-type': 'application/json; charset=latin1' } }],
      { 'media-type put 200 application/json': WRONG },
    ],
    [
      'is a body that was not kept',
      [{ body: undefined }],
      { 'media-type put 200 application/json': 'the recordings do not hold it' },
    ],
  ])('%s', (_, exchanges, expected) => {
    const { missing } = coverageOf(...exchanges);
    const reasons = missing.flatMap(({ kind, name, reason }) =>
      reason === undefined ? [] : [[`${kind} ${name}`, reason]],
    );
    expect(Object.fromEntries(reasons)).toEqual(expected);
  });
});

describe('a null that would be an error is not asked for', () => {
  const text = { type: ['string', 'null'] };
  const nullBranches = async (property: object): Promise<string[]> => {
    const one = await compileObject({
      paths: {
        '/': {
          get: {
            operationId: 'get',
            responses: {
              200: {
                description: 'ok',
                content: { 'application/json': { schema: { type: 'object', properties: { p: property } } } },
              },
            },
          },
        },
      },
      components: {
        schemas: {
          Text: text,
          Other: { type: 'object', properties: { q: { $ref: '#/components/schemas/Text' } } },
        },
      },
    });
    const { missing, ineligible } = startContractRun(one).report().coverage;
    return [...missing, ...ineligible]
      .filter(({ kind }) => kind === 'null-branch')
      .map(({ name, reason }) => (reason === undefined ? name : `no ${name}`));
  };
  const $ref = '#/components/schemas/Text';
  it.each<[string, object, string[]]>([
    ['of one that lets it in', text, ['get 200.p = null']],
    ['of a reference', { $ref }, ['Text = null']],
    ['beside a type', { $ref, type: 'string' }, ['no Text = null']],
    ['in an allOf of one that does not', { allOf: [{ $ref }, { type: 'string' }] }, ['no Text = null']],
    ['in an allOf of those that do', { allOf: [{ $ref }, { minLength: 1 }] }, ['Text = null']],
    ['in an anyOf', { anyOf: [{ $ref }, { type: 'number' }] }, ['Text = null']],
    [
      'in a oneOf of two that let it in',
      { oneOf: [{ $ref }, { type: 'null' }] },
      ['no get 200.p = null', 'no Text = null'],
    ],
    [
      'in a branch that it can not take',
      { anyOf: [{ type: ['number', 'null'] }, { allOf: [{ $ref }, { type: 'string' }] }] },
      ['get 200.p = null', 'no Text = null'],
    ],
    ['beside a const', { type: ['string', 'null'], not: { type: 'null' } }, ['no get 200.p = null']],
    [
      'in one place, and not in another',
      { allOf: [{ $ref }, { type: 'string' }], description: 'x', 'x-other': 1, properties: { r: { $ref } } },
      ['Text = null'],
    ],
  ])('%s', async (_, property, expected) => {
    expect(await nullBranches(property)).toEqual(expected);
  });
});

describe('what no recording can show is not asked for', () => {
  it('each with its reason', () => {
    expect(coverageOf().ineligible.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`)).toEqual([
      'header x-old: deprecated',
      'operation delete: deprecated',
      'status delete 204: deprecated',
      'media-type head 200 application/json: no body comes in answer to HEAD',
      'media-type head 204 application/json: no body comes in answer to HEAD',
      'property Thing.old: deprecated',
      'property Thing.never: nothing may stand there',
      'property Thing.nothing: only null may stand there',
      'enum-value Thing.typed = 1: the type excludes it',
      'array Thing.many = []: it is never empty',
      'map Thing.manyKeys = {}: it is never empty',
      'array Thing.noItems = […]: it is always empty',
      'map Thing.noKeys = {…}: it is always empty',
      'property put 200.inXml: bodies of type application/xml are not judged',
      'enum-value Thing.old = "o": deprecated',
    ]);
  });

  it('and counts neither as eligible nor as missing', () => {
    const coverage = coverageOf({ body: { size: 1, old: 'o' } });
    const names = coverage.missing.map(({ name }) => name);
    expect(names).not.toContain('Thing.old');
    const eligible = COVERAGE_KINDS.reduce((sum, kind) => sum + coverage.kinds[kind].eligible, 0);
    const covered = COVERAGE_KINDS.reduce((sum, kind) => sum + coverage.kinds[kind].covered, 0);
    expect([coverage.eligible, coverage.covered]).toEqual([eligible, covered]);
    expect(coverage.eligible - coverage.covered).toBe(coverage.missing.length);
  });
});
