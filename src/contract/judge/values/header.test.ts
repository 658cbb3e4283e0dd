import { describe, expect, it } from '@jest/globals';
import { compileObject, toldOfExchange } from '../../description/compile.test-support.ts';

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
