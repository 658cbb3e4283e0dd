import { describe, expect, it } from '@jest/globals';
import { compileObject, toldOfExchange } from '../../description/compile.test-support.ts';

const INTEGER = { type: 'integer' };

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
