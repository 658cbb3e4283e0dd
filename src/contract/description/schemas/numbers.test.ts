import { describe, expect, it } from '@jest/globals';
import { verifyExchanges } from '../../contract-run.ts';
import { anExchange } from '../../exchange.test-support.ts';
import { compileFiles, compileObject, describing, toldOf, toldOfExchange } from '../compile.test-support.ts';

describe('a number of format', () => {
  it.each([
    ['int32', '2147483647', true],
    ['int32', '2147483648', false],
    ['int64', '9007199254740991', true],
    ['int64', '-9223372036854774784', true],
    ['int64', '9223372036854775807', true],
    ['int64', '9223372036854775808', false],
    ['int64', '-9223372036854775808', true],
    ['int64', '-9223372036854775809', false],
    ['int64', '1e300', false],
    ['int64', '-1e19', false],
    ['int64', '1.5', false],
    ['float', '3.4e38', true],
    ['float', '1e39', false],
    ['double', '1.7e308', true],
    ['double', '1e400', false],
  ])('%s: %s fits: %j', async (format, number, fits) => {
    const contract = await describing({ type: 'number', format });
    expect(contract.limitations).toEqual([]);
    const told = toldOf(contract, number);
    expect(told.includes('response-schema-conformance ')).toBe(!fits);
  });

  it('is no malformed body for being more than a double holds', async () => {
    const contract = await describing({ type: 'array', items: { type: 'integer', format: 'int64' } });
    expect(toldOf(contract, '[9007199254740993, -9223372036854775808]')).toEqual([]);
    expect(toldOf(contract, '[99999999999999999999]')).toEqual([
      'malformed-body /0',
      'response-schema-conformance /0',
    ]);
  });

  it.each<[string, unknown, string, boolean]>([
    ['const', { const: 2 ** 53 }, '9007199254740993', false],
    ['const', { const: 2 ** 53 }, '9007199254740992', true],
    ['enum', { enum: [2 ** 53] }, '9007199254740993', false],
    ['maximum', { maximum: 2 ** 53 }, '9007199254740993', false],
    ['minimum', { minimum: 2 ** 53 }, '9007199254740991', false],
    ['exclusiveMinimum', { exclusiveMinimum: 2 ** 53 }, '9007199254740993', true],
    ['multipleOf', { multipleOf: 2 }, '9007199254740993', false],
    ['multipleOf', { multipleOf: 3 }, '9007199254740993', true],
    ['uniqueItems', { uniqueItems: true }, '[9007199254740993, 9007199254740992]', true],
    ['uniqueItems', { uniqueItems: true }, '[9007199254740993, 9007199254740993]', false],
    ['type', { type: 'integer' }, '9007199254740993', true],
  ])('is judged by all its digits: %s', async (_, schema, text, fits) => {
    const contract = await describing({ properties: { a: schema } });
    expect(toldOf(contract, `{"a": ${text}}`)).toEqual(fits ? [] : ['response-schema-conformance /a']);
  });

  it('is judged by all its digits as a parameter', async () => {
    const parameters = [{ name: 'q', in: 'query', schema: { type: 'integer', format: 'int64' } }];
    const contract = await compileObject({
      paths: { '/things': { get: { parameters, responses: { 204: { description: 'nothing' } } } } },
    });
    const of = (q: string): string[] =>
      toldOfExchange(contract, {
        method: 'GET',
        url: `https://x.test/things?q=${q}`,
        requestHeaders: {},
        status: 204,
        headers: {},
        body: undefined,
      });
    expect(of('9223372036854775807')).toEqual([]);
    expect(of('9223372036854775808')).toEqual(['request-conformance query:q']);
  });

  it.each<[string, string, string, boolean]>([
    ['const', '9007199254740993', '9007199254740993', true],
    ['const', '9007199254740993', '9007199254740992', false],
    ['const', '9007199254740993', '1', false],
    ['enum', '[9007199254740993, 1]', '9007199254740993', true],
    ['enum', '[9007199254740993, 1]', '9007199254740995', false],
    ['enum', '[9007199254740993, 1]', '1', true],
    ['enum', '[9007199254740993]', '1', false],
    ['maximum', '9223372036854775807', '9223372036854775807', true],
    ['maximum', '9223372036854775807', '9223372036854775808', false],
    ['minimum', '-9007199254740993', '-9007199254740993', true],
    ['minimum', '-9007199254740993', '-9007199254740994', false],
    ['multipleOf', '9007199254740993', '18014398509481986', true],
    ['multipleOf', '9007199254740993', '18014398509481984', false],
  ])('is described by all its digits, in YAML and JSON: %s %s, %s', async (keyword, said, text, fits) => {
    const content = { 'application/json': { schema: { properties: { a: { [keyword]: 'HERE' } } } } };
    const get = { responses: { 200: { description: 'ok', content } } };
    const whole = {
      openapi: '3.1.1',
      info: { title: 'T', version: '1' },
      paths: { '/things/{id}': { get } },
    };
    const json = JSON.stringify(whole).replace('"HERE"', said);
    for (const source of [json, `# YAML\n${json}`]) {
      const contract = await compileFiles({ 'openapi.yaml': source });
      expect(toldOf(contract, `{"a": ${text}}`)).toEqual(fits ? [] : ['response-schema-conformance /a']);
    }
  });

  it('shows the documented value that it is, and not its neighbour', async () => {
    const json = `{"openapi":"3.1.1","info":{"title":"T","version":"1"},"paths":{"/":{"get":{"responses":{"200":
      {"description":"ok","content":{"application/json":{"schema":
        {"type":"integer","enum":[9007199254740992,9007199254740993]}}}}}}}}}`;
    const contract = await compileFiles({ 'openapi.json': json });
    const exchange = anExchange({ method: 'GET', url: 'https://x.test/', body: '9007199254740993' });
    const { coverage } = await verifyExchanges(contract, [exchange]);
    const values = coverage.missing.filter(({ kind }) => kind === 'enum-value');
    expect(values.map(({ name }) => name)).toEqual([expect.stringContaining('= 9007199254740992')]);
  });
});
