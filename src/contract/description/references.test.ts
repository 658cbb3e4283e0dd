import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract.ts';
import { startContractRun } from '../contract-run.ts';
import { anExchange } from '../exchange.test-support.ts';
import { compileFiles, toldOfExchange } from './compile.test-support.ts';
import { compileDescription } from './compile.ts';

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

(isPosix ? describe : describe.skip)('a reference to what is no regular file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'references-'));
    execFileSync('mkfifo', [join(folder, 'fifo')]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const compile = async (schema: object, example: unknown = 1): Promise<Contract> => {
    const content = { 'application/json': { schema, example } };
    const get = { responses: { 200: { description: 'ok', content } } };
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify({ ...WHOLE, security: [], paths: { '/a': { get } } }));
    return compileDescription(file, folder);
  };

  it.each(['fifo', '/dev/zero', '/dev/urandom', '/dev'])('is not read: %s', async ($ref) => {
    expect((await compile({ $ref })).limitations).toMatchObject([
      { kind: 'wrong', what: `$ref leads to a file that can't be read (it is no regular file): ${$ref}` },
    ]);
  });

  it.each(['./fifo', '/dev/zero'])('is not read where it is but an example: %s', async ($ref) => {
    await expect(compile({ type: 'object' }, { $ref })).resolves.toBeDefined();
  });

  it.each(['./fifo', '/dev/zero'])('is not read where a discriminator leads to it: %s', async (path) => {
    const discriminator = { propertyName: 'kind', mapping: { a: path } };
    expect((await compile({ anyOf: [{ type: 'object' }], discriminator })).limitations).toMatchObject([
      { kind: 'wrong', what: `$ref leads to a file that can't be read (it is no regular file): ${path}` },
    ]);
  });
});
