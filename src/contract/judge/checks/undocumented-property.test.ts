import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { verifyExchange } from '../../contract-run.ts';
import { compileObject } from '../../description/compile.test-support.ts';
import { anExchange } from '../../exchange.test-support.ts';

const SCHEMA = { type: 'object', properties: { name: { type: 'string' } } };
const content = {
  'application/json': { schema: SCHEMA },
  'application/x-www-form-urlencoded': { schema: SCHEMA },
};

describe('a request', () => {
  let contract: Contract;

  beforeAll(async () => {
    contract = await compileObject({
      paths: {
        '/things': {
          post: {
            operationId: 'add',
            requestBody: { content },
            responses: { 201: { description: 'ok' }, 400: { description: 'no' }, 500: { description: 'oh' } },
          },
        },
      },
    });
  });

  it.each<[string, string, number, string[]]>([
    ['application/json', '{"name":"a"}', 201, []],
    ['application/json', '{"nane":"a"}', 201, ['request /nane "name"']],
    ['application/json', '{"nane":"a"}', 500, ['request /nane "name"']],
    ['application/json', '{"nane":"a"}', 400, []],
    [
      'application/json',
      '{"name":1,"nane":"a"}',
      201,
      ['request /name undefined', 'request /nane undefined'],
    ],
    ['application/x-www-form-urlencoded', 'nane=a', 201, ['request /nane "name"']],
  ])('of type %s with %s, answered with %d', (type, requestBody, status, told) => {
    const exchange = anExchange({
      url: 'https://x.test/things',
      requestHeaders: { 'content-type': type },
      requestBody,
      status,
      headers: {},
      body: undefined,
    });
    const found = verifyExchange(contract, exchange);
    expect(
      found.map(({ target, dataPath, suggestion }) => `${target} ${dataPath} ${suggestion}`).sort(),
    ).toEqual(told);
  });
});
