import { describe, expect, it } from '@jest/globals';
import { summaryOf } from './summary.ts';

const schema = { type: 'object', properties: { id: { type: 'string' } } };
const operation = (operationId: string): object => ({
  operationId,
  responses: { 200: { description: 'd', content: { 'application/json': { schema } } } },
});
const bundle = (paths: object): string =>
  JSON.stringify({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths });

const BEFORE = bundle({ '/a': { get: operation('a') }, '/b': { get: operation('b') } });

describe('the summary of what a change of the fragment did', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['nothing', BEFORE, []],
    ['words', BEFORE.replaceAll('"d"', '"other"'), ['words alone: descriptions, examples, tags']],
    [
      'operations',
      bundle({ '/a': { get: operation('a') }, '/c': { post: operation('c') } }),
      ['operation added: c, POST /c, 200', 'operation removed: b, GET /b, 200'],
    ],
    [
      'a field and a status, each told once for each place that has it',
      BEFORE.replace('"id":{', '"more":{"type":"string"},"id":{').replace(
        '"responses":{',
        '"responses":{"404":{"description":"d"},',
      ),
      ['response-added 404: a', 'property-added more: a response 200 body'],
    ],
  ])('%s', async (_, now, expected) => {
    expect(await summaryOf(BEFORE, now)).toEqual(expected);
  });
});
