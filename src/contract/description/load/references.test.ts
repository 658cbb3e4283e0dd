import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { startContractRun } from '../../contract-run.ts';
import { anExchange } from '../../exchange.test-support.ts';
import { compileFiles, compileObject, describing, toldOf, toldOfExchange } from '../compile.test-support.ts';
import { compileDescription } from '../compile.ts';

/** One operation, `GET https://x.test/v1/things`, with a part of every kind. */
const WHOLE = {
  openapi: '3.1.1',
  info: { title: 'T', version: '1' },
  servers: [
    { url: 'https://x.test/{version}', variables: { version: { default: 'v0', enum: ['v0', 'v1'] } } },
  ],
  security: [{ key: [] }],
  paths: {
    '/things': {
      parameters: [{ name: 'x-one', in: 'header', required: true, schema: { const: '1' } }],
      post: {
        operationId: 'make-thing',
        parameters: [
          { name: 'q', in: 'query', content: { 'application/json': { schema: { type: 'integer' } } } },
        ],
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: { type: 'object', properties: { n: { type: 'object', required: ['a'] } } },
              encoding: { n: { contentType: 'application/json' } },
            },
          },
        },
        responses: {
          200: {
            description: 'ok',
            headers: { 'X-Left': { required: true, schema: { type: 'integer' } } },
            content: { 'application/json': { schema: { type: 'object', required: ['id'] } } },
          },
        },
      },
    },
  },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-api-key' } } },
};

const OPERATION = '/paths/~1things/post';
const RESPONSE = `${OPERATION}/responses/200`;
const FORM = `${OPERATION}/requestBody/content/application~1x-www-form-urlencoded`;

/** Every place where a description could say `$ref` instead of the thing itself, named in OpenAPI or not. */
const PLACES = [
  '/servers',
  '/servers/0',
  '/servers/0/variables',
  '/servers/0/variables/version',
  '/security',
  '/security/0',
  '/paths',
  '/paths/~1things',
  '/paths/~1things/parameters',
  '/paths/~1things/parameters/0',
  '/paths/~1things/parameters/0/schema',
  OPERATION,
  `${OPERATION}/parameters`,
  `${OPERATION}/parameters/0`,
  `${OPERATION}/parameters/0/content`,
  `${OPERATION}/parameters/0/content/application~1json`,
  `${OPERATION}/requestBody`,
  `${OPERATION}/requestBody/content`,
  FORM,
  `${FORM}/schema`,
  `${FORM}/encoding`,
  `${FORM}/encoding/n`,
  `${OPERATION}/responses`,
  RESPONSE,
  `${RESPONSE}/headers`,
  `${RESPONSE}/headers/X-Left`,
  `${RESPONSE}/content`,
  `${RESPONSE}/content/application~1json`,
  `${RESPONSE}/content/application~1json/schema`,
  '/components',
  '/components/securitySchemes',
  '/components/securitySchemes/key',
];

/** The description with a reference in one place, and what stood there in a file of its own. */
function withRef(pointer: string): { files: Record<string, string>; ref: string } {
  const whole = structuredClone(WHOLE);
  const names = pointer
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/'));
  const last = names.pop() as string;
  let holder = whole as unknown as Record<string, Record<string, unknown>>;
  for (const name of names) holder = holder[name] as typeof holder;
  const part = holder[last];
  const ref = 'parts/one.json';
  Object.assign(holder, { [last]: { $ref: ref } });
  return { files: { 'openapi.json': JSON.stringify(whole), [ref]: JSON.stringify(part) }, ref };
}

const RIGHT = {
  method: 'POST',
  url: 'https://x.test/v1/things?q=1',
  requestHeaders: { 'x-one': '1', 'x-api-key': 'k', 'content-type': 'application/x-www-form-urlencoded' },
  requestBody: 'n=%7B%22a%22%3A1%7D',
  headers: { 'content-type': 'application/json', 'x-left': '1' },
  body: { id: 'a' },
};

/** An exchange that is wrong in each thing that the description says. */
const WRONG = {
  method: 'POST',
  url: 'https://x.test/v1/things?q=x',
  requestHeaders: { 'content-type': 'application/x-www-form-urlencoded' },
  requestBody: 'n=%7B%7D',
  headers: { 'content-type': 'application/json', 'x-left': 'x' },
  body: {},
};

const SECOND = { ...WRONG, status: 404 };

const told = (contract: Contract): unknown =>
  [RIGHT, WRONG, SECOND].map((exchange) => toldOfExchange(contract, exchange));

describe('a reference', () => {
  it.each(PLACES)('at %s is followed: what it leads to is judged as if it stood there', async (pointer) => {
    const expected = told(await compileFiles({ 'openapi.json': JSON.stringify(WHOLE) }));
    expect(expected).toEqual([[], expect.any(Array), expect.any(Array)]);
    expect(told(await compileFiles(withRef(pointer).files))).toEqual(expected);
  });

  /** Without these nobody knows what the exchange was, or which of it was right. */
  const essential: readonly string[] = [
    '/paths/~1things',
    OPERATION,
    `${OPERATION}/responses`,
    RESPONSE,
    `${RESPONSE}/content`,
  ];
  const places = PLACES.filter((pointer) => pointer !== '/paths' && !pointer.startsWith('/servers'));

  it.each(places)(
    'at %s that leads to no file is told with each exchange: that is not judged',
    async (pointer) => {
      const { files, ref } = withRef(pointer);
      const { [ref]: _, ...others } = files;
      const contract = await compileFiles(others);
      const what = '$ref leads to a file that does not exist: parts/one.json';
      expect(contract.limitations).toMatchObject([{ kind: 'wrong', what, spec: expect.any(String) }]);
      const run = startContractRun(contract);
      const findings = run.add(anExchange(RIGHT)).filter(({ severity }) => severity !== 'info');
      expect(new Set(findings.map(({ message }) => message.replace(/.*wrong: /, '')))).toEqual(
        new Set([`${what}.`]),
      );
      expect(findings[0]).toMatchObject({
        severity: 'warning',
        spec: { pointer: expect.stringMatching(/\$ref$/) },
      });
      expect(run.report().summary.verified).toBe(essential.includes(pointer) ? 0 : 1);
    },
  );

  it.each(['/servers', '/servers/0', '/servers/0/variables', '/servers/0/variables/version'])(
    'at %s that leads to no file is told: other servers are judged',
    async (pointer) => {
      const { files, ref } = withRef(pointer);
      const { [ref]: _, ...others } = files;
      const { limitations, operations } = await compileFiles(others);
      expect(limitations).toMatchObject([
        { kind: 'wrong', what: expect.stringMatching(/parts\/one\.json$/) },
      ]);
      expect(operations).toHaveLength(1);
    },
  );

  it('at /paths that leads to no file is told, for there is no operation', async () => {
    const { files, ref } = withRef('/paths');
    const { [ref]: _, ...others } = files;
    await expect(compileFiles(others)).rejects.toThrow(
      'describes no operation: $ref leads to a file that does not exist: parts/one.json',
    );
  });

  it('to a URL is not followed, and nobody is blamed', async () => {
    const contract = await compileFiles({
      'openapi.json': JSON.stringify(WHOLE).replace('{"type":"object","required":["id"]}', URL_REF),
    });
    expect(contract.limitations).toMatchObject([
      {
        kind: 'unsupported',
        what: '$ref is not followed, for nothing is fetched: https://x.test/a.json',
      },
    ]);
    expect(toldOfExchange(contract, RIGHT)).toEqual([]);
  });

  it('beside which something stands adds to it, and gives way to it', async () => {
    const { '/things': item } = WHOLE.paths;
    const [first] = item.parameters;
    const beside = {
      $ref: 'item.json',
      parameters: [{ ...first, schema: { const: '2' } }],
      get: { responses: { 200: { description: 'ok' } } },
    };
    const contract = await compileFiles({
      'openapi.json': JSON.stringify({ ...WHOLE, paths: { '/things': beside } }),
      'item.json': JSON.stringify({
        ...item,
        parameters: [first, { name: 'q', in: 'query', schema: { type: 'string' } }],
      }),
    });
    expect(contract.operations.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(toldOfExchange(contract, RIGHT)).toEqual(['request-conformance header:x-one']);
    const second = { ...RIGHT.requestHeaders, 'x-one': '2' };
    expect(toldOfExchange(contract, { ...RIGHT, requestHeaders: second })).toEqual([]);
    expect(toldOfExchange(contract, { ...RIGHT, requestHeaders: second, url: WRONG.url })).toEqual([
      'request-conformance query:q',
    ]);
  });
});

const URL_REF = '{"$ref":"https://x.test/a.json"}';

const isPosix = process.platform !== 'win32';

describe('a reference to a file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'references-'));
    for (const name of ['project/api', 'project/near', 'outside'])
      await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, 'project/package.json'), '{}');
    for (const name of ['project/near/a.json', 'outside/a.json'])
      await writeFile(join(folder, name), '{"type":"integer"}');
    if (!isPosix) return;
    execFileSync('mkfifo', [join(folder, 'project/api/fifo')]);
    await symlink(join(folder, 'outside/a.json'), join(folder, 'project/api/link.json'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const compile = async (
    schema: object,
    { example = 1, ...options }: { example?: unknown; allowRefs?: string[] } = {},
  ): Promise<Contract> => {
    const content = { 'application/json': { schema, example } };
    const get = { responses: { 200: { description: 'ok', content } } };
    const file = join(folder, 'project/api/openapi.json');
    await writeFile(file, JSON.stringify({ ...WHOLE, security: [], paths: { '/a': { get } } }));
    return compileDescription(file, { relativeTo: folder, ...options });
  };
  const unsupported = (what: string): object[] => [{ kind: 'unsupported', what }];
  const OUTSIDE =
    "$ref leads to a file that is outside of the description's project, and not read without --allow-refs: ";

  it('of its project is read', async () => {
    expect((await compile({ $ref: '../near/a.json' })).limitations).toEqual([]);
  });

  it('outside of its project is not read, unless that is allowed', async () => {
    const schema = { $ref: '../../outside/a.json' };
    expect((await compile(schema)).limitations).toMatchObject(unsupported(OUTSIDE + schema.$ref));
    const allowRefs = [join(folder, 'outside')];
    expect((await compile(schema, { allowRefs })).limitations).toEqual([]);
    const missing = { $ref: '../../outside/none.json' };
    expect((await compile(missing)).limitations).toMatchObject(unsupported(OUTSIDE + missing.$ref));
  });

  it('that is broken is told where it is followed', async () => {
    await writeFile(join(folder, 'project/near/b.yaml'), 'a: [');
    const { limitations } = await compile({ $ref: '../near/b.yaml' });
    expect(limitations).toMatchObject([
      {
        kind: 'wrong',
        what: expect.stringMatching(/^\$ref leads to a file that can't be read \(.*b\.yaml:1:\d/),
      },
    ]);
  });

  (isPosix ? describe : describe.skip)('that is none', () => {
    const NO_FILE = "$ref leads to a file that can't be read (it is no regular file): ";

    it.each([
      ['fifo', NO_FILE],
      ['../near', NO_FILE],
      ['/dev/zero', OUTSIDE],
      ['link.json', OUTSIDE],
    ])('is not read: %s', async ($ref, why) => {
      expect((await compile({ $ref })).limitations).toMatchObject(unsupported(why + $ref));
    });

    it('is not read though the folder is allowed', async () => {
      const allowRefs = ['/dev'];
      expect((await compile({ $ref: '/dev/zero' }, { allowRefs })).limitations).toMatchObject(
        unsupported(`${NO_FILE}/dev/zero`),
      );
    });

    it('is not read where a discriminator leads to it', async () => {
      const discriminator = { propertyName: 'kind', mapping: { a: './fifo' } };
      expect((await compile({ anyOf: [{ type: 'object' }], discriminator })).limitations).toMatchObject(
        unsupported(`${NO_FILE}./fifo`),
      );
    });
  });

  it.each(['example', 'enum', 'default', 'const'])('in %s is data', async (keyword) => {
    const $ref = '../near/none.json';
    const { limitations, files } = await compile({ [keyword]: [{ $ref }] }, { example: { $ref } });
    expect(limitations).toEqual([]);
    expect(files).toHaveLength(1);
  });

  it('of a property that is called like a keyword for data is none', async () => {
    const properties = { example: { $ref: '../near/a.json' }, properties: { default: 1 } };
    const contract = await compile({ properties });
    expect(contract.limitations).toEqual([]);
    expect(contract.files).toHaveLength(2);
  });
});

describe('a reference to an $id or an anchor', () => {
  const item = {
    $id: 'https://ex.test/s/item',
    $anchor: 'item',
    type: 'object',
    properties: { a: { type: 'string' }, b: { $anchor: 'b', type: 'integer' } },
  };

  it.each([
    ['#item', 'an anchor of another resource', false],
    ['https://ex.test/s/item', 'its URI', true],
    ['https://ex.test/s/item#', 'its URI with an empty fragment', true],
    ['https://ex.test/s/item#item', 'an anchor in it', true],
    ['#/components/schemas/Item', 'its pointer', true],
  ])('%s: %s', async ($ref, _, leads) => {
    const contract = await describing({ $ref }, { Item: item });
    expect(contract.limitations).toHaveLength(leads ? 0 : 1);
    if (leads) expect(toldOf(contract, { a: 1 })).toEqual(['response-schema-conformance /a']);
  });

  it('is resolved by the $id that it stands in', async () => {
    const pair = {
      $id: 'https://ex.test/s/pair',
      properties: {
        byName: { $ref: 'item' },
        byAnchor: { $ref: 'item#b' },
        within: { $ref: '#/$defs/c' },
        fromTheRoot: { $ref: '#/components/schemas/Text' },
      },
      $defs: { c: { type: 'boolean' } },
    };
    const contract = await describing(
      { $ref: pair.$id },
      { Item: item, Pair: pair, Text: { type: 'string' } },
    );
    expect(contract.limitations).toEqual([]);
    expect(toldOf(contract, { byName: { a: 1 }, byAnchor: 'x', within: 1, fromTheRoot: 1 })).toEqual(
      ['byName/a', 'byAnchor', 'within', 'fromTheRoot'].map((at) => `response-schema-conformance /${at}`),
    );
  });

  it('through another reference is followed', async () => {
    const contract = await describing(
      { properties: { x: { $ref: '#/components/schemas/Alias/properties/a' } } },
      { Item: item, Alias: { $ref: '#/components/schemas/Item' } },
    );
    expect(contract.limitations).toEqual([]);
    expect(toldOf(contract, { x: 1 })).toEqual(['response-schema-conformance /x']);
  });

  it('through itself is told', async () => {
    const { limitations } = await describing(
      { $ref: '#/components/schemas/A' },
      { A: { $ref: '#/components/schemas/A/properties/a' } },
    );
    expect(limitations).toMatchObject([
      { kind: 'wrong', what: expect.stringContaining('goes round in a circle') },
    ]);
  });
});

describe('a reference in place of a map of schemas', () => {
  const schemas = {
    Thing: { type: 'object', properties: { $ref: '#/components/x-common', b: { type: 'boolean' } } },
  };
  const compile = (common: object): Promise<Contract> =>
    compileObject({
      paths: {
        '/things/{id}': {
          get: {
            responses: {
              200: {
                description: 'ok',
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
              },
            },
          },
        },
      },
      components: { schemas, ...common },
    });

  it('is followed, beside what stands there', async () => {
    const contract = await compile({ 'x-common': { a: { type: 'string' }, b: { type: 'integer' } } });
    expect(contract.limitations).toEqual([]);
    expect(toldOf(contract, { a: 'x', b: true, c: 1 })).toEqual(['undocumented-property /c']);
    expect(toldOf(contract, { a: 1, b: 1 })).toEqual(
      ['a', 'b'].map((name) => `response-schema-conformance /${name}`),
    );
  });

  it('that leads nowhere is told', async () => {
    const { limitations } = await compile({});
    expect(limitations).toMatchObject([{ kind: 'wrong', what: expect.stringContaining('leads nowhere') }]);
  });
});

describe('a $dynamicRef', () => {
  const page = {
    $id: 'https://ex.test/s/page',
    properties: { items: { type: 'array', items: { $dynamicRef: '#item' } } },
    $defs: { any: { $dynamicAnchor: 'item', type: 'string' } },
  };
  const pageOf = (name: string): object => ({
    $id: `https://ex.test/s/page-of-${name}`,
    $ref: 'page',
    $defs: { item: { $dynamicAnchor: 'item', $ref: `#/components/schemas/${name}` } },
  });
  const schemas = {
    Page: page,
    Numbers: pageOf('Numeral'),
    Flags: pageOf('Flag'),
    Numeral: { type: 'integer' },
    Flag: { type: 'boolean' },
  };

  it.each([
    ['Page', ['a'], [1]],
    ['Numbers', [1], ['a']],
    ['Flags', [true], [1]],
  ])('leads where the schema that was asked for says: %s', async (name, right, wrong) => {
    const contract = await describing(
      {
        properties: {
          first: { $ref: '#/components/schemas/Page' },
          x: { $ref: `#/components/schemas/${name}` },
        },
      },
      schemas,
    );
    expect(contract.limitations).toEqual([]);
    expect(toldOf(contract, { first: { items: ['a'] }, x: { items: right } })).toEqual([]);
    expect(toldOf(contract, { x: { items: wrong } })).toEqual(['response-schema-conformance /x/items/0']);
  });

  it('to no $dynamicAnchor is a reference like others', async () => {
    const contract = await describing({ $dynamicRef: '#/components/schemas/Flag', title: 'a' }, schemas);
    expect(toldOf(contract, '"a"')).toEqual(['response-schema-conformance ']);
  });

  it('to the schema that it stands in follows those that build on it', async () => {
    const tree = {
      $id: 'https://ex.test/s/tree',
      $dynamicAnchor: 'node',
      type: 'object',
      properties: { children: { type: 'array', items: { $dynamicRef: '#node' } } },
    };
    const strict = {
      $id: 'https://ex.test/s/strict',
      $dynamicAnchor: 'node',
      $ref: 'tree',
      required: ['name'],
      properties: { name: { type: 'string' } },
    };
    const contract = await describing({ $ref: 'https://ex.test/s/strict' }, { Tree: tree, Strict: strict });
    expect(contract.limitations).toEqual([]);
    expect(toldOf(contract, { name: 'a', children: [{ name: 'b', children: [{ name: 1 }, {}] }] })).toEqual([
      'response-schema-conformance /children/0/children/0/name',
      'response-schema-conformance /children/0/children/1',
    ]);
  });

  it('that leads nowhere is told', async () => {
    const { limitations } = await describing({ $dynamicRef: '#none' });
    expect(limitations).toMatchObject([
      { kind: 'wrong', what: expect.stringContaining('leads nowhere: #none') },
    ]);
  });
});
