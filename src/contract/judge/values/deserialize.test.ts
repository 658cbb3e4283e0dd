import { describe, expect, it } from '@jest/globals';
import { compileObject, toldOfExchange } from '../../description/compile.test-support.ts';
import { deserialize, type Form } from './deserialize.ts';

const text = { isText: true, isNumber: false, isBoolean: false, isNull: false, isCompound: false };
const list: Form = {
  ...text,
  isText: false,
  isArray: true,
  isObject: false,
  item: text,
  properties: new Map(),
  others: text,
};

const itemsOf = (value: string): unknown =>
  deserialize({ text: value, decode: false }, list, { style: 'simple', explode: false });

describe('a list between commas', () => {
  it.each([
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    ['a ,\tb , c', ['a', 'b', 'c']],
    [' a , b ', [' a', 'b ']],
    [',', ['', '']],
    [' , ', ['', '']],
    ['a,,b', ['a', '', 'b']],
    ['a b,c', ['a b', 'c']],
    ['', []],
  ])('%j is read without the white space beside them', (value, items) => {
    expect(itemsOf(value)).toEqual(items);
    if (value !== '') expect(items).toEqual(value.split(/\s*,\s*/));
  });

  it.each([' ', '\t', ' ,', ', ', ','])('is read at once with many of %j', (part) => {
    const started = performance.now();
    itemsOf(`a${part.repeat(300_000)}b`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

const INTEGER = { type: 'integer' };
const INTEGERS = { type: 'array', items: INTEGER, minItems: 2 };
const POINT = { type: 'object', required: ['x', 'y'], properties: { x: INTEGER, y: INTEGER } };

describe('a response header', () => {
  it.each<[string, unknown, string, string]>([
    ['a number', { schema: INTEGER }, '12', 'x'],
    ['a list', { schema: INTEGERS }, '1,2', '1'],
    ['an exploded object', { schema: POINT, explode: true }, 'x=1,y=2', 'x,1,y,2'],
    ['JSON', { content: { 'application/json': { schema: POINT } } }, '{"x":1,"y":2}', '{'],
  ])('may be %s', async (_, header, good, bad) => {
    const contract = await compileObject({
      paths: { '/': { get: { responses: { 204: { description: 'nothing', headers: { 'X-P': header } } } } } },
    });
    const judged = (value: string): string[] =>
      toldOfExchange(contract, {
        method: 'GET',
        url: 'https://x.test/',
        requestHeaders: {},
        status: 204,
        headers: { 'x-p': value },
        body: undefined,
      });
    expect(judged(good)).toEqual([]);
    expect(judged(bad)).toEqual(['response-headers-conformance header:x-p']);
  });
});

describe('a segment of several parameters', () => {
  const parameter = (name: string, schema: unknown): object => ({ name, in: 'path', required: true, schema });

  it.each<[string, string, readonly object[], string[]]>([
    ['{a}-{b}', '12-my-nice-post', [parameter('a', INTEGER), parameter('b', { type: 'string' })], []],
    ['{a}-{b}', 'my-nice-post-12', [parameter('a', { type: 'string' }), parameter('b', INTEGER)], []],
    ['{a}.{b}', 'x.tar.gz', [parameter('b', { enum: ['gz', 'tar'] })], []],
    ['{a}-{b}', 'my-nice', [parameter('a', INTEGER)], ['request-conformance path:a']],
    [
      '{a}-{b}/{c}.{d}',
      '1-b-2/x.y.3',
      [parameter('a', INTEGER), parameter('b', INTEGER), parameter('d', INTEGER)],
      ['request-conformance path:b', 'request-conformance path:d'],
    ],
    ['{a}-{b}/{c}.{d}', 'a-b-2/x.y.3', [parameter('b', INTEGER), parameter('d', INTEGER)], []],
    ['{a}-{b}-{c}-{d}', '-'.repeat(5000), [parameter('a', INTEGER)], ['request-conformance path:a']],
  ])('%s is taken apart as its schemas allow: %.20s', async (path, sent, parameters, expected) => {
    const responses = { 204: { description: 'nothing' } };
    const contract = await compileObject({ paths: { [`/${path}`]: { get: { parameters, responses } } } });
    const url = `https://x.test/${sent}`;
    const parts = { method: 'GET', url, requestHeaders: {}, status: 204, headers: {}, body: undefined };
    expect(toldOfExchange(contract, parts)).toEqual(expected);
  });
});
