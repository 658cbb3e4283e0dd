import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyExchange } from '../contract-run.ts';
import { anExchange } from '../exchange.test-support.ts';
import { compileDescription } from './compile.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compile-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes files and compiles the first. */
async function compile(files: Record<string, string>): ReturnType<typeof compileDescription> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return compileDescription(join(folder, Object.keys(files)[0] as string), { relativeTo: folder });
}

const operation = (schema: string, rest = ''): string => `openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://x.test/base/'}]
paths:
  /things/{id}:
    get:
      operationId: get-thing
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: ${schema}
${rest}`;

async function problems(files: Record<string, string>, body: unknown): Promise<string[]> {
  const contract = await compile(files);
  const exchange = anExchange({ method: 'GET', url: 'https://x.test/base/things/1', body });
  return verifyExchange(contract, exchange).map(({ check, dataPath }) => `${check} ${dataPath}`);
}

describe('a description of another API', () => {
  it('is followed across files, and each finding says where', async () => {
    const contract = await compile({
      'root.yaml': operation('{$ref: "thing.yaml#/Thing"}'),
      'thing.yaml':
        'Thing:\n  type: object\n  properties:\n    name:\n      type: string\n    next:\n      $ref: "#/Thing"\n',
    });
    const exchange = anExchange({
      method: 'GET',
      url: 'https://x.test/base/things/1',
      body: { next: { next: { name: 1 } } },
    });
    expect(verifyExchange(contract, exchange)).toMatchObject([
      {
        dataPath: '/next/next/name',
        spec: { file: 'thing.yaml', line: 5, column: 7, pointer: '/Thing/properties/name/type' },
      },
    ]);
  });

  it('may be OpenAPI 3.0, with nullable and boolean exclusive bounds', async () => {
    const description = operation(
      '{type: object, properties: {a: {type: string, nullable: true, maxLength: 1}, c: {type: string, nullable: true, enum: [x]}, b: {type: number, minimum: 1, exclusiveMinimum: true}}}',
    ).replace('3.1.0', '3.0.4');
    expect(await problems({ 'three.yaml': description }, { a: null, b: 1.5, c: 'x' })).toEqual([]);
    expect(await problems({ 'three.yaml': description }, { a: null, b: 1.5, c: null })).toEqual([]);
    expect(await problems({ 'three.yaml': description }, { a: 'yy', b: 1, c: 'y' })).toEqual([
      'response-schema-conformance /a',
      'response-schema-conformance /b',
      'response-schema-conformance /c',
    ]);
  });

  it('may have property names that a careless program trips over', async () => {
    const description = operation(
      '{type: object, required: [constructor], properties: {__proto__: {type: string}, constructor: {type: string}}}',
    );
    expect(await problems({ 'names.yaml': description }, '{"__proto__": "a", "constructor": "b"}')).toEqual(
      [],
    );
    expect(await problems({ 'names.yaml': description }, '{"__proto__": 1}')).toEqual([
      'response-schema-conformance ',
      'response-schema-conformance /__proto__',
    ]);
  });

  it('judges an alternative by itself, and counts what it names as documented', async () => {
    const description = operation(
      '{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: number}}}]}',
    );
    expect(await problems({ 'one.yaml': description }, { a: 'x' })).toEqual([]);
    expect(await problems({ 'one.yaml': description }, { a: 'x', c: 1 })).toEqual([
      'undocumented-property /c',
    ]);
    expect(await problems({ 'one.yaml': description }, { a: 'x', b: 1 })).toEqual([
      'response-schema-conformance ',
    ]);
  });

  it('prefers a concrete path to a templated one, status before range before default', async () => {
    const responses = (text: string): string =>
      `{get: {operationId: ${text}, responses: {'2XX': {description: r}, default: {description: d}}}}`;
    const contract = await compile({
      'paths.yaml': `openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /{any}: ${responses('any')}\n  /me: ${responses('me')}\n`,
    });
    const of = (path: string, status: number): unknown =>
      verifyExchange(
        contract,
        anExchange({ method: 'GET', url: `https://x.test${path}`, status, body: 'x', headers: {} }),
      )[0];
    expect(of('/me', 204)).toMatchObject({
      operationId: 'me',
      message: 'A body came where none is documented.',
    });
    expect(of('/you', 500)).toMatchObject({ operationId: 'any' });
  });
});

describe('a description that is broken', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'is no YAML',
      { 'a.yaml': 'openapi: [' },
      'a.yaml:1:11: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'is Swagger 2.0',
      { 'a.yaml': 'swagger: "2.0"' },
      'a.yaml: is Swagger 2.0, and not OpenAPI 3: convert it with `npx swagger2openapi --resolve --yaml --outfile openapi.yaml FILE`',
    ],
    ['is AsyncAPI', { 'a.yaml': 'asyncapi: 3.0.0' }, 'a.yaml: is an AsyncAPI description'],
    [
      'is OpenAPI 3.3',
      { 'a.yaml': 'openapi: 3.3.0' },
      'a.yaml: is of OpenAPI 3.3.0, which is not known here: 3.0, 3.1 and 3.2 are',
    ],
    [
      'is of no version',
      { 'a.yaml': 'openapi: 3.10.0' },
      'a.yaml: is of OpenAPI 3.10.0, which is not known here',
    ],
    ['is empty', { 'a.yaml': '' }, 'a.yaml: is empty'],
    ['is empty but for a comment', { 'a.yaml': '# later\n' }, 'a.yaml: is empty'],
    [
      'is a page',
      { 'a.yaml': '<!DOCTYPE html>\n<html lang="en">' },
      'a.yaml: is a page or XML, and no description: download the description itself',
    ],
    [
      'is other JSON',
      { 'a.json': '{"name": "x", "version": "1"}' },
      'a.json: is no OpenAPI description: it has no `openapi` at its top, but is a map of name, version',
    ],
    ['is a text', { 'a.yaml': 'Not found' }, 'but is a text'],
    ['is a HAR', { 'a.har': '{"log": {"entries": []}}' }, 'a.har: is a recording, and no description'],
    ['is a VCR cassette', { 'a.yml': 'http_interactions: []' }, 'a.yml: is a recording, and no description'],
    [
      'is a list of nock definitions',
      { 'a.json': '[{"scope": "https://x.test", "path": "/"}]' },
      'a.json: is a recording, and no description',
    ],
    [
      'has no operation',
      { 'a.yaml': 'openapi: 3.1.0\ninfo: {}\npaths: {}\n' },
      'a.yaml: describes no operation',
    ],
    [
      'has an alias bomb',
      { 'a.yaml': bomb() },
      'a.yaml: Excessive alias count indicates a resource exhaustion attack',
    ],
  ])('because it %s is refused in one line', async (_, files, message) => {
    const refusal = compile(files);
    await expect(refusal).rejects.toMatchObject({ name: 'DescriptionError' });
    await expect(refusal).rejects.toThrow(message);
    await expect(refusal).rejects.not.toThrow('\n');
  });

  it.each<[string, Record<string, string>, string]>([
    ['refers to nowhere', { 'a.yaml': operation('{$ref: "#/no"}') }, '$ref leads nowhere: #/no'],
    [
      'refers to a file that is not there',
      { 'a.yaml': operation('{$ref: none.yaml}') },
      '$ref leads to a file that does not exist: none.yaml',
    ],
    [
      'refers in a circle',
      { 'a.yaml': operation('{$ref: "#/a"}', 'a: {$ref: "#/b"}\nb: {$ref: "#/a"}\n') },
      '$ref goes round in a circle: #/',
    ],
    ['has a schema that is none', { 'a.yaml': operation('3') }, 'a schema must be an object or a boolean'],
    [
      'has a keyword of the wrong value',
      { 'a.yaml': operation('{type: object, properties: {a: {type: strng}}}') },
      'type must be a type, or a list of types, not "strng"',
    ],
  ])('because it %s is not judged there, and warned of what passes by', async (_, files, message) => {
    const contract = await compile(files);
    expect(contract.limitations).toMatchObject([{ kind: 'wrong', what: expect.stringContaining(message) }]);
    const findings = verifyExchange(
      contract,
      anExchange({ method: 'GET', url: 'https://x.test/base/things/1', body: { a: 1 } }),
    );
    expect(findings).toMatchObject([
      { severity: 'warning', message: expect.stringContaining(message), spec: { file: 'a.yaml' } },
    ]);
  });

  it.each(['3.0', '3.1', '3.0.4', '3.1.1', '"3.0"', '3.1.0-rc1'])(
    'is none for its version %s',
    async (version) => {
      const files = { 'v.yaml': operation('{type: string, nullable: true}').replace('3.1.0', version) };
      const { limitations } = await compile(files);
      expect(limitations).toHaveLength(version.includes('3.1') ? 1 : 0);
    },
  );

  it('that is a URL is not fetched', async () => {
    await expect(compileDescription('https://x.test/openapi.json')).rejects.toThrow(
      'https://x.test/openapi.json: is a URL: download it, for nothing is fetched, and give the file',
    );
  });

  it('or not there is refused by its name', async () => {
    await expect(compileDescription(join(folder, 'none.yaml'), { relativeTo: folder })).rejects.toThrow(
      /none\.yaml: does not exist$/,
    );
  });

  it('or a folder is refused as one', async () => {
    await expect(compileDescription(folder, { relativeTo: folder })).rejects.toThrow(/: is a folder$/);
  });
});

function bomb(): string {
  const levels = 'abcdefghi'.split('');
  const lines = levels.map((name, index) => {
    const before = levels[index - 1];
    return `${name}: &${name} [${before === undefined ? '1' : Array(9).fill(`*${before}`).join(', ')}]`;
  });
  return `${lines.join('\n')}\n`;
}
