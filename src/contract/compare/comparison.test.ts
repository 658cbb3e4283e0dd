import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { compare } from './comparison.ts';
import type { Editable } from './mutated.test-support.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}.yaml`, import.meta.url));
const BUNDLE = fileURLToPath(new URL('../../../generated/openapi.yaml', import.meta.url));
const [GET, CANCEL] = ['websets-enrichments-get', 'websets-enrichments-cancel'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comparison-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A publication, edited. */
async function edited(edit: (published: Editable) => void, name = 'file'): Promise<string> {
  const published = parse(await readFile(fixture(name), 'utf8')) as Editable;
  edit(published);
  const file = join(folder, 'edited.yaml');
  await writeFile(file, stringify(published, { aliasDuplicateObjects: false }));
  return file;
}

/** What is new against it, and what was not compared. */
async function freshAgainst(file: string): Promise<string[]> {
  const { differences, notCompared } = await compare(file);
  return [
    ...differences
      .filter(({ knownBy }) => knownBy === undefined)
      .map(({ rule, impact, subject }) => `${impact} ${rule} ${subject}`),
    ...notCompared.map(({ side, row, what }) => `${side}: ${row ?? what}`),
  ];
}

const enrichment = (published: Editable): Editable =>
  published.components.schemas.WebsetEnrichment.properties;
const operations = (published: Editable): Editable[] =>
  Object.values<Editable>(published.paths).map((item) => item.get ?? item.post);

/** What errors would tell of, and no publication lists one. */
const OF_ERRORS = ['F3', 'F4', 'F5', 'F10', 'F18'];

// Every line that is shown, by hand: each is right, and nothing is missing.
const COMMON = [
  ['F9', 'warning', 'request-body-removed', 'requestBody', 0],
  ['F16', 'info', 'response-removed', 'errors', 1],
  ['F19', 'info', 'bounds-changed', 'minLength', 1],
  ['F19', 'info', 'bounds-changed', 'minLength', 1],
  ['F12', 'info', 'header-removed', 'cf-ray', 1],
  ['F12', 'info', 'header-removed', 'etag', 1],
  ['F2', 'info', 'header-required-changed', 'required', 1],
  ['F24', 'info', 'default-changed', 'default', 1],
];
const NULLABLE = ['F8', 'warning', 'nullable-means-nothing', 'nullable', 1];

describe('the fragment', () => {
  it.each([
    ['file', [['F17', 'breaking', 'security-changed', 'header authorization (bearer)', 1], ...COMMON]],
    ['pages', [NULLABLE, NULLABLE, NULLABLE, NULLABLE, ...COMMON]],
  ])('differs from the %s in what the fidelity list tells of, each thing once', async (name, expected) => {
    const { upstream, operations, differences, notCompared } = await compare(fixture(name));
    expect(upstream.publication?.id).toBe(name);
    expect(operations).toEqual({ matched: [GET, CANCEL], missing: [] });
    expect(
      differences.map(({ knownBy, impact, rule, subject, more }) => [knownBy, impact, rule, subject, more]),
    ).toEqual(expected);
    expect(notCompared.map(({ row }) => row)).toEqual(OF_ERRORS);
  });

  it('does not differ from its own bundle', async () => {
    const { differences, notCompared } = await compare(BUNDLE, { api: BUNDLE });
    expect([differences, notCompared]).toEqual([[], []]);
  });

  it('is placed in the files that it is written in, and the published one in its own', async () => {
    const { differences } = await compare(fixture('file'));
    const [difference] = differences.filter(({ rule }) => rule === 'header-required-changed');
    const lines = (await readFile(fixture('file'), 'utf8')).split('\n');
    const { line, column } = difference?.upstream.place ?? { line: 0, column: 0 };
    expect(difference?.ours.place).toMatchObject({
      file: 'openapi/components/headers/X-Request-Id.yaml',
      line: 4,
      column: 1,
    });
    expect(lines[line - 1]?.slice(column - 1)).toMatch(/^required: true/);
    expect(difference).toMatchObject({ at: 'response 200 header x-request-id', more: 1 });
  });

  it('is compared in one operation where the publisher has a page for each', async () => {
    const page = await edited((published) => {
      delete published.paths['/v0/websets/{webset}/enrichments/{id}'];
    }, 'pages');
    expect((await compare(page)).operations.missing).toEqual([GET]);
    const { operations, summary } = await compare(page, { operations: [CANCEL as string] });
    expect(operations).toEqual({ matched: [CANCEL], missing: [] });
    expect(summary).toMatchObject({ breaking: 0, warning: 0, info: 0, known: 12 });
    await expect(compare(page, { operations: ['other'] })).rejects.toThrow(
      'openapi/openapi.yaml: has no operation other; it has websets-enrichments-get, websets-enrichments-cancel',
    );
  });
});

describe('a publication that changes', () => {
  it.each<readonly [string, (published: Editable) => void, readonly string[]]>([
    [
      'by a status that a client has never seen is not taken for what was known of that place',
      (published) => enrichment(published).status.enum.push('failed'),
      ['breaking enum-changed "failed"'],
    ],
    [
      'by a type at a place where something is known',
      (published) => {
        enrichment(published).object.type = 'integer';
      },
      ['breaking type-changed integer', 'info type-changed string'],
    ],
    [
      'by the address of an operation, which is still known by its name',
      (published) => {
        const [path = ''] = Object.keys(published.paths).filter((each) => each.endsWith('{id}'));
        const { [path]: item, ...others } = published.paths;
        published.paths = { ...others, [path.replace('enrichments', 'jobs')]: item };
      },
      ['breaking path-changed path'],
    ],
    [
      'to what was observed, so that a row is no longer needed',
      (published) => {
        for (const { responses } of operations(published))
          if (responses[200].headers) responses[200].headers['X-Request-Id'].required = false;
      },
      ['warning known-difference-gone F2'],
    ],
    [
      'by a limit where none is known to be published',
      (published) => {
        for (const { parameters } of operations(published))
          for (const parameter of parameters) if (parameter.name === 'webset') parameter.schema.minLength = 8;
      },
      ['breaking bounds-changed minLength', 'warning known-difference-gone F19'],
    ],
    [
      'to OpenAPI 3.0, where nullable means null',
      (published) => {
        published.openapi = '3.0.3';
        enrichment(published).object = { type: 'string', enum: ['webset_enrichment'] };
        for (const name of ['title', 'instructions'])
          enrichment(published)[name] = { type: 'string', nullable: true };
        enrichment(published).options.type = 'array';
        enrichment(published).options.nullable = true;
        enrichment(published).format = {
          type: 'string',
          nullable: true,
          enum: ['text', 'date', 'number'].concat('options', 'email', 'phone', 'url'),
        };
      },
      ['warning known-difference-gone F24'],
    ],
    [
      'by the names of parameters, operationIds and the way servers and paths share the URL: not at all',
      (published) => {
        published.servers = [{ url: 'https://api.exa.ai' }];
        published.paths = Object.fromEntries(
          Object.entries(published.paths as Editable).map(([path, item]) => [
            `/websets${path.replace('{webset}', '{w}')}`,
            item,
          ]),
        );
        for (const operation of operations(published)) {
          delete operation.operationId;
          for (const parameter of operation.parameters) if (parameter.name === 'webset') parameter.name = 'w';
        }
      },
      [],
    ],
    [
      'by leaving an operation out, whose own rows are not compared then',
      (published) => {
        delete published.paths['/v0/websets/{webset}/enrichments/{id}/cancel'];
      },
      ['breaking operation-removed websets-enrichments-cancel', 'ours: F9', 'ours: F16', 'ours: F17'],
    ],
    [
      'by a member of a schema that refers to itself',
      (published) => {
        enrichment(published).parent = { $ref: '#/components/schemas/WebsetEnrichment' };
      },
      ['info property-added parent'],
    ],
    [
      'by what is wrong in it',
      (published) => {
        enrichment(published).status = { type: 'strin' };
        enrichment(published).title = { $ref: '#/nowhere' };
      },
      [
        'upstream: type must be a type, or a list of types, not "strin"',
        'upstream: $ref leads nowhere: #/nowhere',
      ],
    ],
    [
      'by what only OpenAPI 3.2 has: one more way to ask is no harm',
      (published) => {
        published.openapi = '3.2.0';
        const [path] = Object.keys(published.paths).filter((each) => each.endsWith('{id}'));
        const item = published.paths[path as string];
        Object.assign(item, { query: item.get, additionalOperations: { LINK: item.get } });
        item.get.parameters.push({ name: 'q', in: 'querystring', content: {} });
      },
      ['info parameter-added q'],
    ],
  ])('%s', async (_, edit, expected) => {
    const fresh = await freshAgainst(await edited(edit));
    expect(fresh.filter((line) => !OF_ERRORS.includes(line.replace(/^ours: /, '')))).toEqual(expected);
  });

  it('by listing an error has the rows about errors compared, and those right that are', async () => {
    const envelope = (required: readonly string[]): object => ({
      type: 'object',
      required,
      properties: { requestId: { type: 'string' }, error: { type: 'string' }, tag: { type: 'string' } },
    });
    const withError = (required: readonly string[]) => (published: Editable) => {
      for (const { responses } of operations(published))
        responses[400] = {
          description: 'd',
          headers: responses[200].headers,
          content: { 'application/json': { schema: envelope(required) } },
        };
    };
    const { differences, notCompared } = await compare(
      await edited(withError(['requestId', 'error', 'tag'])),
    );
    const rows = differences.map(({ knownBy }) => knownBy);
    expect(rows).toEqual(expect.arrayContaining(['F3', 'F4', 'F5', 'F10']));
    expect(rows).not.toContain(undefined);
    expect(notCompared.map(({ row }) => row)).toEqual(['F18']);
    expect(await freshAgainst(await edited(withError(['requestId', 'error'])))).toEqual([
      'warning known-difference-gone F3',
      'ours: F18',
    ]);
  });

  it('into one that the list does not know: its rows still tell, and none is said to be gone', async () => {
    const file = await edited((published) => {
      published.info.title = 'Another';
      delete enrichment(published).object.default;
    });
    const { upstream, summary, notCompared } = await compare(file);
    expect(upstream).not.toHaveProperty('publication');
    expect([summary.warning, summary.known, notCompared]).toEqual([0, 8, []]);
  });
});
