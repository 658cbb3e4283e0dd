import { describe, expect, it } from '@jest/globals';
import { verifyExchange } from '../../contract-run.ts';
import { compileObject } from '../../description/compile.test-support.ts';
import { anExchange } from '../../exchange.test-support.ts';
import { addHeader, noHeaders } from '../../exchange.ts';

const schema = { type: 'string', pattern: '^[a-z]+=\\w+(; Secure)?$' };

describe('a header that comes several times', () => {
  it.each<[string, string[], number]>([
    ['set-cookie', ['a=1; Secure', 'b=2'], 0],
    ['set-cookie', ['a=1', 'B=2', 'C=3'], 2],
    ['x-list', ['a=1', 'b=2'], 1],
    ['x-list', ['a=1'], 0],
  ])('%s as %j', async (name, values, findings) => {
    const contract = await compileObject({
      paths: {
        '/': {
          get: {
            operationId: 'get',
            responses: { 204: { description: 'ok', headers: { [name]: { schema } } } },
          },
        },
      },
    });
    const headers = noHeaders();
    for (const value of values) addHeader(headers, name, value);
    const parts = { method: 'GET', url: 'https://x.test/', requestHeaders: {}, status: 204, body: undefined };
    const { request, response, recording } = anExchange(parts);
    const found = verifyExchange(contract, { request, response: { ...response, headers }, recording });
    expect(found.map(({ dataPath }) => dataPath)).toEqual(Array(findings).fill(`header:${name}`));
  });
});

describe('a required header that did not come', () => {
  const news = 'The response header x-b is not documented.';
  it.each([
    ['is missing', {}, undefined, ['The required response header x-a is missing.']],
    ['may have come where the recording does not hold all of them', {}, true as const, []],
    ['may have come beside one that is not documented', { 'x-b': '1' }, true as const, [news]],
  ])('%s', async (_, came, headersUnknown, messages) => {
    const headers = { 'x-a': { required: true, schema } };
    const contract = await compileObject({
      paths: { '/': { get: { operationId: 'get', responses: { 204: { description: 'ok', headers } } } } },
    });
    const exchange = anExchange({
      method: 'GET',
      url: 'https://x.test/',
      status: 204,
      headers: came,
      body: undefined,
    });
    const response = { ...exchange.response, ...(headersUnknown && { headersUnknown }) };
    const found = verifyExchange(contract, { ...exchange, response });
    expect(found.map(({ message }) => message)).toEqual(messages);
  });
});
