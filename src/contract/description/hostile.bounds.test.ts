import { describe, expect, it } from '@jest/globals';
import { startContractRun } from '../contract-run.ts';
import { anExchange } from '../exchange.test-support.ts';
import { compileFiles, compileObject, describing, toldOf, toldOfExchange } from './compile.test-support.ts';

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** Schemas that refer to one another in one long circle. */
function circle(length: number): Record<string, unknown> {
  const thing = (index: number): unknown => ({
    type: 'object',
    properties: { id: { type: 'string' }, next: ref(`T${(index + 1) % length}`) },
  });
  return Object.fromEntries(Array.from({ length }, (_, index) => [`T${index}`, thing(index)]));
}

const HEAD = 'openapi: 3.1.1\ninfo: {title: T, version: "1"}\npaths: {}\n';

const ROOT = { method: 'GET', url: 'https://x.test/', requestHeaders: {} };

function nestedSchemas(levels: number): string {
  const schema = `${'{"items":'.repeat(levels)}{}${'}'.repeat(levels)}`;
  const operation = `{"responses":{"200":{"content":{"application/json":{"schema":${schema}}}}}}`;
  return `{"openapi":"3.1.1","paths":{"/":{"get":${operation}}}}`;
}

describe('a description that is hostile', () => {
  it('may refer in circles, as long as something stands in between', async () => {
    const contract = await describing(
      { anyOf: [ref('A'), { type: 'null' }] },
      { A: { type: 'object', properties: { b: ref('B') } }, B: { type: 'array', items: ref('A') } },
    );
    expect(toldOf(contract, { b: [{ b: [] }, { b: [{}] }] })).toEqual([]);
    expect(toldOf(contract, { b: [{ b: [{ b: 1 }] }] })).toEqual(['response-schema-conformance /b/0/b/0/b']);
  });

  it.each<[string, unknown]>([
    ['allOf', { allOf: [ref('A')] }],
    ['anyOf', { anyOf: [{ type: 'string' }, ref('A')] }],
    ['oneOf', { oneOf: [{ allOf: [ref('A')] }] }],
    ['not', { not: ref('A') }],
    ['if', { if: ref('A') }],
    ['a dependence', { dependentSchemas: { a: ref('A') } }],
    ['$ref with a sibling', { ...ref('A'), minLength: 1 }],
    ['another schema', { allOf: [ref('B')] }],
  ])('is not judged by a schema that applies to its own value by %s, and warned of', async (_, schema) => {
    const contract = await describing(ref('A'), { A: schema, B: { anyOf: [{}, ref('A')] } });
    expect(contract.limitations).toMatchObject([
      { kind: 'wrong', what: expect.stringMatching(/^the schema [AB] applies to itself, without an end$/) },
    ]);
    expect(toldOf(contract, { a: 1 })).toEqual(['response-schema-conformance ']);
  });

  it('may nest schemas deeper than anyone reads: those are not judged', async () => {
    const contract = await compileFiles({ 'openapi.json': nestedSchemas(1_500) });
    expect(contract.limitations).toMatchObject([
      { kind: 'unsupported', what: 'a schema that nests so deeply is not judged' },
    ]);
    expect(toldOfExchange(contract, { ...ROOT, body: '[[1]]' })).toEqual([]);
    expect(toldOfExchange(contract, { ...ROOT, body: '{' })).toEqual(['malformed-body']);
  });

  it('may refer in a chain that no stack would hold', async () => {
    const contract = await describing(ref('T0'), circle(5000));
    expect(toldOf(contract, { id: 'a', next: { next: { next: { id: 1 } } } })).toEqual([
      'response-schema-conformance /next/next/next/id',
    ]);
  });

  it('that has five thousand operations is judged by in seconds', async () => {
    const content = (name: string): object => ({ 'application/json': { schema: ref(name) } });
    const paths = Array.from({ length: 5000 }, (_, index) => [
      `/group${index % 50}/things${index}/{id}`,
      {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        get: {
          operationId: `get${index}`,
          responses: { 200: { description: 'ok', content: content(`T${index}`) } },
        },
      },
    ]);
    const contract = await compileObject({
      paths: Object.fromEntries(paths),
      components: { schemas: circle(5000) },
    });
    const run = startContractRun(contract);
    const url = (index: number): string => `https://x.test/group${index % 50}/things${index}/a`;
    const found = [0, 2500, 4999].flatMap((index) =>
      run.add(anExchange({ method: 'GET', url: url(index), requestHeaders: {}, body: { id: index } })),
    );
    expect(found.map(({ operationId, dataPath }) => `${operationId} ${dataPath}`)).toEqual([
      'get0 /id',
      'get2500 /id',
      'get4999 /id',
    ]);
    expect(run.report().coverage.kinds.operation).toEqual({ covered: 3, eligible: 5000 });
  }, 60_000);

  it.each<[string, string]>([
    ['nests YAML', `${HEAD}x: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`],
    ['nests JSON', `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    [
      'nests YAML by indentation',
      HEAD + Array.from({ length: 5000 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
    ],
    ['has an alias in itself', `${HEAD}x: &x\n  y: *x\n`],
    [
      'has a schema in itself',
      HEAD.replace(
        'paths: {}',
        'paths: {/: {get: {responses: {200: {description: x, content: {application/json: {schema: &s {items: *s}}}}}}}}',
      ),
    ],
    [
      'has aliases that multiply',
      `${HEAD}a: &a [1,1,1,1,1,1,1,1,1]\n${'bcdefghij'
        .split('')
        .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(',')}]`)
        .join('\n')}\n`,
    ],
    ['has a key twice', `${HEAD}paths: {}\n`],
    ['has a key twice in JSON', '{"openapi":"3.1.1","openapi":"3.1.0"}'],
    ['is not UTF-8 at all', '\u0000\u0001'],
  ])('because it %s is refused in one line, at once', async (_, text) => {
    const started = performance.now();
    const refusal = compileFiles({ 'openapi.yaml': text });
    await expect(refusal).rejects.toMatchObject({ name: 'DescriptionError' });
    await expect(refusal).rejects.not.toThrow('\n');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
