import { expect, it } from '@jest/globals';
import { compileObject } from '../description/compile.test-support.ts';
import { anExchange } from '../exchange.test-support.ts';
import { createEngine } from './engine.ts';
import { createJudge } from './judge.ts';

const list = (name: string, items: object, more: object = { explode: false }) => ({
  name,
  in: 'query',
  schema: { type: 'array', items },
  ...more,
});

it.each<[string, string, Record<string, string>?]>([
  ['fields=name%2Cid', 'passed encoded-comma'],
  ['fields=name%2cid%2Cname', 'passed encoded-comma'],
  ['fields=name,id', ''],
  ['fields=name%2Cage', 'error query:fields'],
  // The letter of it comes first: an item may have a comma in it.
  ['titles=a%2Cb', ''],
  ['fields=name,id%2Cname', 'error query:fields'],
  // One value each: a comma in it is a comma.
  ['each=name%2Cid', 'error query:each'],
  ['one=name%2Cid', 'error query:one'],
  // Nobody takes a header apart that way.
  ['', 'error header:x-fields', { 'x-fields': 'name%2Cid' }],
])('%s: %s', async (query: string, expected: string, requestHeaders: Record<string, string> = {}) => {
  const field = { enum: ['name', 'id'] };
  const contract = await compileObject({
    paths: {
      '/things': {
        get: {
          parameters: [
            list('fields', field),
            list('titles', { type: 'string' }),
            list('each', field, { explode: true }),
            { name: 'one', in: 'query', schema: field },
            { ...list('x-fields', field, {}), in: 'header' },
          ],
          responses: { 204: { description: 'ok' } },
        },
      },
    },
  });
  const told = (strict: boolean): string => {
    const judge = createJudge(createEngine(contract), { strict });
    const url = `https://x.test/things?${query}`;
    const exchange = anExchange({
      method: 'GET',
      url,
      requestHeaders,
      status: 204,
      headers: {},
      body: undefined,
    });
    const { findings, lenient = [] } = judge(exchange);
    return [
      ...findings.map(({ severity, dataPath }) => `${severity} ${dataPath}`),
      ...lenient.map(({ rule }) => `passed ${rule}`),
    ].join(', ');
  };
  expect(told(false)).toBe(expected);
  expect(told(true)).toBe(expected.replace('passed encoded-comma', 'error query:fields'));
});

it('is no delimiter in a path, where servers take the segment apart before they decode it', async () => {
  const ids = {
    name: 'ids',
    in: 'path',
    required: true,
    schema: { type: 'array', items: { enum: ['a', 'b'] } },
  };
  const contract = await compileObject({
    paths: { '/things/{ids}': { get: { parameters: [ids], responses: { 204: { description: 'ok' } } } } },
  });
  const judge = createJudge(createEngine(contract), {});
  const told = (list: string): string[] => {
    const url = `https://x.test/things/${list}`;
    const exchange = anExchange({ method: 'GET', url, status: 204, headers: {}, body: undefined });
    return judge(exchange).findings.map(({ severity, dataPath }) => `${severity} ${dataPath}`);
  };
  expect(told('a,b')).toEqual([]);
  expect(told('a%2Cb')).toEqual(['error path:ids']);
});
