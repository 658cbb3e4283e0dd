import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract.ts';
import { startContractRun } from '../contract-run.ts';
import { anExchange } from '../exchange.test-support.ts';
import { compileObject, describing, toldOf, toldOfExchange } from './compile.test-support.ts';

async function limitsOf(schema: unknown, openapi?: string): Promise<string[]> {
  return (await describing(schema, {}, openapi)).limitations.map(({ what }) => what);
}

describe('what of a description is not judged', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing of what is understood', { type: 'string', format: 'date-time', $comment: 'x', 'x-own': 1 }, []],
    ['a format that nobody knows', { type: 'string', format: 'iban' }, ['the format iban is not checked']],
    [
      'a format once',
      { anyOf: [{ format: 'iban' }, { format: 'iban' }] },
      ['the format iban is not checked'],
    ],
    ['$recursiveRef', { $recursiveRef: '#x' }, ['a schema with $recursiveRef is not judged']],
    [
      'a pattern of another dialect',
      { type: 'string', pattern: '(?i)a' },
      ['the pattern (?i)a is not checked: it is no ECMAScript one'],
    ],
    [
      'what a text holds',
      { type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png' },
      [
        'contentEncoding is not checked: it says what a text holds',
        'contentMediaType is not checked, but in event streams: it says what a text holds',
      ],
    ],
    [
      'a discriminator that stands alone',
      { type: 'object', discriminator: { propertyName: 'kind' } },
      ['a discriminator without oneOf or anyOf chooses what is documented, and not what is valid'],
    ],
    [
      'properties by such a pattern',
      { patternProperties: { '(?i)a': {} } },
      ['the properties of pattern (?i)a are not judged: it is no ECMAScript one'],
    ],
    [
      'another dialect',
      { $schema: 'http://json-schema.org/draft-07/schema#', type: 'string' },
      ['the dialect http://json-schema.org/draft-07/schema# is read as JSON Schema 2020-12'],
    ],
    ['its own dialect', { $schema: 'https://json-schema.org/draft/2020-12/schema' }, []],
    [
      'nullable',
      { type: 'string', nullable: true },
      ['nullable is taken to let null in, unless --strict: by its letter it does not'],
    ],
  ])('is said of %s', async (_, schema, expected) => {
    expect(await limitsOf(schema)).toEqual(expected);
  });

  it('is said of nullable beside no type in 3.0', async () => {
    const said = ['nullable is taken to let null in, unless --strict: by its letter it does not'];
    expect(await limitsOf({ allOf: [{ type: 'string' }], nullable: true }, '3.0.4')).toEqual(said);
    expect(await limitsOf({ type: 'string', nullable: true }, '3.0.4')).toEqual([]);
    expect(await limitsOf({ nullable: true }, '3.0.4')).toEqual([]);
  });

  it.each<[string, unknown, string[]]>([
    [
      'an enum without null',
      { type: 'string', enum: ['a'], nullable: true },
      ['nullable is taken to let null in, unless --strict: by its letter it does not'],
    ],
    ['an enum with null', { type: 'string', enum: ['a', null], nullable: true }, []],
    [
      'a $ref',
      { type: 'array', items: { $ref: '#/components/schemas/A', nullable: true } },
      ['nullable is taken to let null in, unless --strict: by its letter it does not'],
    ],
  ])('is said of nullable beside %s in 3.0', async (_, schema, expected) => {
    const { limitations } = await describing(schema, { A: { type: 'string' } }, '3.0.4');
    expect(limitations.map(({ what }) => what)).toEqual(expected);
  });

  it('is said of nullable once, with every place', async () => {
    const nullable = { nullable: true, enum: ['a'] };
    const contract = await describing({ properties: { a: nullable, b: nullable } }, {}, '3.0.4');
    expect(
      contract.limitations.map(({ kind, places }) => [kind, places.map((place) => place.replace(/.*#/, ''))]),
    ).toEqual([
      [
        'unsupported',
        ['a', 'b'].map(
          (name) =>
            `/paths/~1things~1{id}/get/responses/200/content/application~1json/schema/properties/${name}/nullable`,
        ),
      ],
    ]);
  });

  it.each<[string, unknown]>([
    ['beside a $ref', { $ref: '#/components/schemas/A', nullable: true }],
    ['beside allOf', { allOf: [{ $ref: '#/components/schemas/A' }], nullable: true }],
    ['beside anyOf', { anyOf: [{ $ref: '#/components/schemas/A' }], nullable: true }],
    ['beside an enum', { type: 'string', enum: ['a'], nullable: true }],
    ['beside an enum without type', { enum: ['a'], nullable: true }],
    ['as a member of allOf', { allOf: [{ $ref: '#/components/schemas/A' }, { nullable: true }] }],
    ['in what allOf builds on', { allOf: [{ $ref: '#/components/schemas/N' }, { type: 'object' }] }],
    ['alone', { nullable: true }],
  ])('is null let in where nullable stands %s', async (_, schema) => {
    const schemas = { A: { type: 'string', minLength: 1 }, N: { type: 'object', nullable: true } };
    for (const openapi of ['3.0.4', '3.1.1']) {
      const contract = await describing({ type: 'object', properties: { a: schema } }, schemas, openapi);
      expect(toldOf(contract, { a: null })).toEqual([]);
      const isSaid = contract.limitations.some(({ what }) => what.startsWith('nullable is taken'));
      expect(toldOf(contract, { a: null }, { strict: true })).toEqual(
        isSaid ? ['response-schema-conformance /a'] : [],
      );
      expect(isSaid).toBe(
        Object.keys(schema as object).length > 1 || Object.hasOwn(schema as object, 'allOf'),
      );
    }
  });

  it('is all else refused beside nullable that was refused without it', async () => {
    const schema = { properties: { a: { $ref: '#/components/schemas/A', nullable: true } } };
    const contract = await describing(schema, { A: { type: 'string', minLength: 1 } }, '3.0.4');
    expect(toldOf(contract, { a: '' })).toEqual(['response-schema-conformance /a']);
    expect(toldOf(contract, { a: 1 })).toEqual(['response-schema-conformance /a']);
  });

  it('lets every value pass where it is a schema', async () => {
    const contract = await describing({
      type: 'object',
      properties: { a: { $recursiveRef: '#x', type: 'string' } },
    });
    expect(toldOf(contract, { a: { b: 1 } })).toEqual([]);
  });

  it('is said of media types, callbacks, webhooks, certificates and parameters, each with its place', async () => {
    const contract = await compileObject({
      webhooks: { ping: { post: { responses: { 200: { description: 'ok' } } } } },
      paths: {
        '/things': {
          get: {
            parameters: [{ name: 'q', in: 'query', content: { 'application/xml': { schema: {} } } }],
            security: [{ tls: [] }],
            callbacks: { done: {} },
            responses: {
              200: { description: 'ok', content: { 'application/xml': { schema: { type: 'object' } } } },
            },
          },
        },
      },
      components: { securitySchemes: { tls: { type: 'mutualTLS' } } },
    });
    const { limitations } = startContractRun(contract).report();
    expect(limitations?.map(({ spec, what }) => `${spec.pointer} ${what}`)).toEqual([
      '/paths/~1things/get/callbacks callbacks are not judged',
      '/paths/~1things/get/parameters/0/content/application~1xml parameters and headers of type application/xml are not judged',
      '/components/securitySchemes/tls credentials of type mutualTLS are not judged: they leave no trace in an exchange',
      '/paths/~1things/get/responses/200/content/application~1xml bodies of type application/xml are not judged by their schema',
      '/webhooks webhooks are not judged',
    ]);
    expect(limitations?.[0]?.spec).toMatchObject({ file: 'openapi.json', line: expect.any(Number) });
  });
});

describe('operations whose paths differ in the names of their parameters alone', () => {
  const responses = { 200: { description: 'ok' } };

  it('are told: the first one judges', async () => {
    const contract = await compileObject({
      paths: {
        '/a/{id}': { get: { operationId: 'one', responses } },
        '/a/{name}': { get: { operationId: 'two', responses }, put: { operationId: 'three', responses } },
      },
    });
    expect(contract.limitations).toMatchObject([
      {
        kind: 'unsupported',
        spec: expect.stringContaining('openapi.json:'),
        what: "no request is judged by GET /a/{name}: it can't be told from GET /a/{id}",
      },
    ]);
  });
});

describe('an operation without responses', () => {
  const compile = (operation: object, openapi = '3.1.1'): Promise<Contract> =>
    compileObject({ openapi, paths: { '/things': { get: operation } } });
  const parameters = [{ name: 'a', in: 'query', required: true, schema: {} }];

  it('is told in 3.1: its requests are judged, and of its responses that their JSON can be read', async () => {
    const contract = await compile({ parameters });
    expect(contract.limitations.map(({ what }) => what)).toEqual([
      'the responses of GET /things are not judged: none is documented',
    ]);
    const exchange = { method: 'GET', requestHeaders: {}, status: 418 };
    expect(toldOfExchange(contract, { ...exchange, url: 'https://x.test/things?a=1' })).toEqual([]);
    expect(toldOfExchange(contract, { ...exchange, status: 200, url: 'https://x.test/things' })).toEqual([
      'request-conformance query:a',
    ]);
    expect(toldOfExchange(contract, { ...exchange, url: 'https://x.test/things', body: '{' })).toEqual([
      'malformed-body',
    ]);
  });

  it.each<[string, object, string]>([
    ['is wrong in 3.0', {}, '3.0.4'],
    ['is wrong where the list of them is empty', { responses: {} }, '3.1.1'],
  ])('%s: no exchange of it is verified', async (_, operation, openapi) => {
    const contract = await compile(operation, openapi);
    expect(contract.limitations).toMatchObject([
      { kind: 'wrong', what: 'an operation needs at least one response' },
    ]);
    const run = startContractRun(contract);
    expect(
      run.add(anExchange({ method: 'GET', requestHeaders: {}, url: 'https://x.test/things' })),
    ).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('an operation needs at least one response') },
    ]);
    expect(run.report().summary.verified).toBe(0);
  });
});

/** What is wrong besides schemas, with what an exchange of it is told. */
describe('what is wrong with a description', () => {
  const ok = { 200: { description: 'ok', content: { 'application/json': {} } } };
  const verified = (contract: Contract, parts: object = {}): [string[], number] => {
    const run = startContractRun(contract, { ignoreParameters: ['q'] });
    const exchange = { method: 'GET', url: 'https://x.test/a?q=1', requestHeaders: {}, ...parts };
    const findings = run.add(anExchange(exchange));
    const told = findings.map(({ severity, message }) => `${severity} ${message.replace(/.*wrong: /, '')}`);
    return [told, run.report().summary.verified];
  };

  it.each<[string, unknown, string, string[], number]>([
    ['a path that is none', null, 'a path must be a map', ['warning a path must be a map.'], 0],
    [
      'an operation that is none',
      { get: [] },
      'an operation must be a map',
      ['warning an operation must be a map.'],
      0,
    ],
    [
      'responses in a list',
      { get: { responses: [{ description: 'ok' }] } },
      'responses must be a map',
      ['warning responses must be a map.'],
      0,
    ],
    [
      'a response that is none',
      { get: { responses: { 200: null } } },
      'a response must be a map',
      ['warning a response must be a map.'],
      0,
    ],
    [
      'a status that is none',
      { get: { responses: { ...ok, OK: {} } } },
      'a response is of a status such as 404, of a range such as 4XX, or of default',
      ['warning a response is of a status such as 404, of a range such as 4XX, or of default.'],
      1,
    ],
    [
      'parameters in a map',
      { get: { parameters: { q: {} }, responses: ok } },
      'parameters must be a list',
      ['warning parameters must be a list.'],
      1,
    ],
    [
      'a parameter without a name',
      { get: { parameters: [{ in: 'query' }], responses: ok } },
      'a parameter needs a name',
      ['warning a parameter needs a name.'],
      1,
    ],
    [
      'a style that is none',
      { get: { parameters: [{ name: 'q', in: 'query', style: 'simple' }], responses: ok } },
      'the style of a query parameter is form, spaceDelimited, pipeDelimited, deepObject',
      ['warning the style of a query parameter is form, spaceDelimited, pipeDelimited, deepObject.'],
      1,
    ],
    [
      'the schema of a parameter that came',
      { get: { parameters: [{ name: 'q', in: 'query', schema: { type: 'objct' } }], responses: ok } },
      'type must be a type, or a list of types, not "objct"',
      ['warning type must be a type, or a list of types, not "objct".'],
      1,
    ],
    [
      'the schema of a parameter that did not come',
      { get: { parameters: [{ name: 'p', in: 'query', schema: { type: 'objct' } }], responses: ok } },
      'type must be a type, or a list of types, not "objct"',
      [],
      1,
    ],
    [
      'a scheme that is not there',
      { get: { security: [{ key: [] }], responses: ok } },
      'no such security scheme: key',
      ['warning no such security scheme: key.'],
      1,
    ],
    [
      'the media type of another response',
      { get: { responses: { ...ok, 400: { description: 'bad', content: [] } } } },
      'content must be a map',
      [],
      1,
    ],
  ])('%s is told with what passes by', async (_, item, what, told, count) => {
    const contract = await compileObject({ paths: { '/a': item } });
    expect(contract.limitations).toMatchObject([{ kind: 'wrong', what }]);
    expect(verified(contract)).toEqual([told, count]);
  });

  it('in the schema of a header that came is told, and of one that did not come is not', async () => {
    const headers = { 'x-a': { schema: { type: 'objct' } } };
    const contract = await compileObject({
      paths: { '/a': { get: { responses: { 200: { ...ok[200], headers } } } } },
    });
    const told = 'warning type must be a type, or a list of types, not "objct".';
    const type = { 'content-type': 'application/json' };
    expect(verified(contract, { headers: { ...type, 'x-a': 'b' } })).toEqual([[told], 1]);
    expect(verified(contract, { headers: type })).toEqual([[], 1]);
  });

  it('leaves a body of the request alone that nobody knows anything of', async () => {
    const post = { requestBody: { content: [] }, responses: ok };
    const contract = await compileObject({ paths: { '/a': { post } } });
    const sent = { method: 'POST', requestHeaders: { 'content-type': 'a/b' }, requestBody: 'x' };
    expect(verified(contract, sent)).toEqual([['warning content must be a map.'], 1]);
  });

  it('is told all at once', async () => {
    const { limitations } = await compileObject({
      paths: {
        '/a?b=c': { get: { responses: ok } },
        '/a#b': { get: { responses: ok } },
        a: { get: { responses: ok } },
        '/b': { get: { responses: { 200: { $ref: '#/no' } } } },
        '/c': { $ref: '#/no' },
      },
    });
    expect(limitations.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
      'wrong no request has the path /a?b=c',
      'wrong no request has the path /a#b',
      'wrong no request has the path a',
      'wrong $ref leads nowhere: #/no',
    ]);
  });

  it('is not counted by coverage, where nothing can be shown', async () => {
    const contract = await compileObject({
      paths: { '/a': { get: { responses: ok } }, '/b': { $ref: '#/no' } },
    });
    const { kinds } = startContractRun(contract).report().coverage;
    expect([kinds.operation.eligible, kinds.status.eligible]).toEqual([1, 1]);
  });
});

describe('a reference to an anchor', () => {
  it('is followed', async () => {
    const contract = await describing(
      { $ref: '#thing' },
      { Thing: { $anchor: 'thing', type: 'object', properties: { a: { type: 'string' } } } },
    );
    expect(toldOf(contract, { a: 1 })).toEqual(['response-schema-conformance /a']);
  });
});
