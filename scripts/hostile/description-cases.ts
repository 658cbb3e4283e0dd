import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entry } from '../bench/verify/corpus.ts';
import type { HostileCase } from './watched-run.ts';
import { USUAL } from './watched-run.ts';

type Json = Readonly<Record<string, unknown>>;

/** The arguments for one exchange held against a description. */
async function against(
  folder: string,
  description: string,
  name = 'api.json',
  exchange: unknown = entry(1),
): Promise<readonly string[]> {
  const [har, api] = [join(folder, 'one.har'), join(folder, name)];
  await writeFile(har, JSON.stringify({ log: { version: '1.2', entries: [exchange] } }));
  await writeFile(api, description);
  return ['verify', har, '--api', api];
}

/** A description of the read, whose answer has this schema. */
function describing(schema: unknown, schemas: Json = {}, parameters: readonly Json[] = []): string {
  const content = { 'application/json': { schema } };
  const operation = { operationId: 'read', parameters, responses: { 200: { description: 'ok', content } } };
  return JSON.stringify({
    openapi: '3.1.1',
    info: { title: 'Hostile', version: '1' },
    servers: [{ url: 'https://api.exa.ai/websets' }],
    paths: { '/v0/websets/{webset}/enrichments/{id}': { get: operation } },
    components: { schemas },
  });
}

/** The read, answered with this body, at this query. */
function answered(body: unknown, query: Readonly<Record<string, string>> = {}): unknown {
  const { request, response, ...rest } = entry(1) as { request: { url: string }; response: object };
  const url = `${request.url}?${new URLSearchParams(query)}`;
  const content = { mimeType: 'application/json', text: JSON.stringify(body) };
  return {
    ...rest,
    request: {
      ...request,
      url,
      queryString: Object.entries(query).map(([name, value]) => ({ name, value })),
    },
    response: { ...response, headers: [{ name: 'content-type', value: 'application/json' }], content },
  };
}

/** Doubles the work of a backtracking engine with each letter. */
const SLOW = '^(a+)+$';
const LETTERS = `${'a'.repeat(60)}!`;

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** Descriptions that are made to hurt whoever compiles them. */
export const DESCRIPTION_CASES: readonly HostileCase[] = [
  {
    name: 'a description of 5,000 operations, each with a schema of its own',
    make: (folder) => {
      const names = Array.from({ length: 5_000 }, (_, index) => `T${index}`);
      const { paths, ...rest } = JSON.parse(describing(ref('T0'))) as { paths: Json };
      const others = names.map((name) => {
        const content = { 'application/json': { schema: ref(name) } };
        const get = { operationId: `get${name}`, responses: { 200: { description: 'ok', content } } };
        return [`/${name}/{id}`, { get }];
      });
      const schemas = names.map((name, index) => [
        name,
        {
          type: 'object',
          properties: { id: { type: 'string' }, next: ref(`T${(index + 1) % names.length}`) },
        },
      ]);
      return against(
        folder,
        JSON.stringify({
          ...rest,
          paths: { ...paths, ...Object.fromEntries(others) },
          components: { schemas: Object.fromEntries(schemas) },
        }),
      );
    },
    exit: 0,
    says: /1 exchange verified: 0 errors/,
    bounds: USUAL,
  },
  {
    name: 'a schema that is nothing but a reference to itself',
    make: (folder) => against(folder, describing(ref('A'), { A: ref('B'), B: ref('A') })),
    exit: 0,
    says: /1 exchange verified: 0 errors, 1 warning/,
    bounds: USUAL,
  },
  {
    name: 'files that refer to one another in a circle',
    make: async (folder) => {
      await writeFile(join(folder, 'a.json'), '{"$ref":"b.json"}');
      await writeFile(join(folder, 'b.json'), '{"$ref":"a.json"}');
      return against(folder, describing({ $ref: 'a.json' }));
    },
    exit: 0,
    says: /1 exchange verified: 0 errors, 1 warning/,
    bounds: USUAL,
  },
  {
    name: 'a schema that refers to itself by way of its properties, and its body too',
    make: (folder) =>
      against(
        folder,
        describing(ref('A'), { A: { type: 'object', additionalProperties: { anyOf: [ref('A'), {}] } } }),
      ),
    exit: 0,
    says: /1 exchange verified: 0 errors/,
    bounds: USUAL,
  },
  {
    name: 'a schema that is nested a million levels deep',
    make: (folder) => {
      const [before, after] = describing('here').split('"here"');
      return against(folder, `${before}${'{"items":'.repeat(1e6)}{}${'}'.repeat(1e6)}${after}`);
    },
    exit: 2,
    says: /api\.json/,
    bounds: USUAL,
  },
  {
    name: 'a description in YAML whose aliases multiply to 10^9 values',
    make: (folder) => {
      const lists = Array.from({ length: 9 }, (_, level) => {
        const item = level === 0 ? 'x' : `*a${level - 1}`;
        return `  - &a${level} [${Array(10).fill(item).join(', ')}]`;
      });
      const head = 'openapi: 3.1.1\ninfo: {title: T, version: "1"}\npaths: {}\nx-bomb:\n';
      return against(folder, `${head}${lists.join('\n')}\n`, 'api.yaml');
    },
    exit: 2,
    says: /api\.yaml/,
    bounds: USUAL,
  },
  {
    // What explains each alternative by explaining each of its own takes 2^levels.
    name: 'a body of few bytes, wrong at the end of a union of two alike that goes on within itself',
    make: (folder) => {
      const branch = (name: string): Json => ({
        type: 'object',
        required: [name],
        properties: { n: ref('Node') },
      });
      const node = { anyOf: [branch('left'), branch('right'), { type: 'array', items: ref('Node') }] };
      let body: unknown = 1;
      for (let level = 0; level < 60; level += 1) body = level % 2 === 0 ? [body] : { n: body };
      return against(folder, describing(ref('Node'), { Node: node }), undefined, answered(body));
    },
    exit: 1,
    says: /1 exchange verified: [1-9]\d* errors?/,
    bounds: USUAL,
  },
  {
    name: 'patterns that backtrack, of a value, of names and of a parameter',
    make: (folder) =>
      against(
        folder,
        describing(
          {
            type: 'object',
            properties: { value: { type: 'string', pattern: SLOW } },
            patternProperties: { [SLOW]: { type: 'integer' } },
            propertyNames: { anyOf: [{ pattern: SLOW }, { const: 'value' }, { const: LETTERS }] },
          },
          {},
          [{ name: 'q', in: 'query', schema: { type: 'string', pattern: SLOW } }],
        ),
        undefined,
        answered({ value: LETTERS, [LETTERS]: 'x' }, { q: LETTERS }),
      ),
    exit: 1,
    says: /1 exchange verified: 2 errors/,
    bounds: USUAL,
  },
  {
    name: 'a list of 30,000 unlike objects that has to have no two alike',
    make: (folder) =>
      against(
        folder,
        describing({ type: 'array', uniqueItems: true }),
        undefined,
        answered(Array.from({ length: 30_000 }, (_, index) => ({ a: { b: [index, 'x'] }, c: 'same' }))),
      ),
    exit: 0,
    says: /1 exchange verified: 0 errors/,
    bounds: USUAL,
  },
];
