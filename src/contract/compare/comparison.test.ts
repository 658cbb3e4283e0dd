import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { compare } from './comparison.ts';
import type { Editable } from './mutated.test-support.ts';

const PUBLISHED = fileURLToPath(new URL('fixtures/published.yaml', import.meta.url));
const BUNDLE = fileURLToPath(new URL('../../../generated/openapi.yaml', import.meta.url));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'comparison-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is new against the published description, edited. */
async function freshAgainst(edit: (published: Editable) => void): Promise<string[]> {
  const published = parse(await readFile(PUBLISHED, 'utf8')) as Editable;
  edit(published);
  const file = join(folder, 'edited.yaml');
  await writeFile(file, stringify(published, { aliasDuplicateObjects: false }));
  const { differences } = await compare(file);
  return differences
    .filter(({ knownBy }) => knownBy === undefined)
    .map(({ rule, impact, subject }) => `${impact} ${rule} ${subject}`);
}

const enrichment = (published: Editable): Editable =>
  published.components.schemas.WebsetEnrichment.properties;

describe('the fragment', () => {
  it('differs from what is published in nothing that the fidelity list does not tell of', async () => {
    const { operations, summary, differences } = await compare(PUBLISHED);
    expect(operations).toEqual({
      matched: ['websets-enrichments-get', 'websets-enrichments-cancel'],
      missing: [],
    });
    expect(summary).toEqual({ breaking: 0, warning: 0, info: 0, known: 19 });
    expect([...new Set(differences.map(({ knownBy }) => knownBy))].sort()).toEqual([
      'F10',
      'F12',
      'F18',
      'F19',
      'F2',
      'F3',
      'F4',
      'F5',
      'F8',
      'F9',
    ]);
  });

  it('does not differ from its own bundle', async () => {
    expect((await compare(BUNDLE, { api: BUNDLE })).differences).toEqual([]);
  });

  it('is placed in the files that it is written in, and the published one in its own', async () => {
    const { differences } = await compare(PUBLISHED);
    const [difference] = differences.filter(({ rule }) => rule === 'header-required-changed');
    const lines = (await readFile(PUBLISHED, 'utf8')).split('\n');
    const { line, column } = difference?.upstream.place ?? { line: 0, column: 0 };
    expect(difference?.ours.place).toMatchObject({
      file: 'openapi/components/headers/X-Request-Id.yaml',
      line: 4,
      column: 1,
    });
    expect(lines[line - 1]?.slice(column - 1)).toMatch(/^required: true/);
    expect(difference).toMatchObject({ at: 'response 200 header x-request-id', more: 25 });
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
      'by a type at a place where null is known',
      (published) => {
        enrichment(published).title.type = 'integer';
      },
      ['breaking type-changed integer', 'info type-changed string'],
    ],
    [
      'to what was observed, so that a row is no longer needed',
      (published) => {
        enrichment(published).title = { type: ['string', 'null'] };
      },
      ['warning known-difference-gone F8', 'warning known-difference-gone F8'],
    ],
    [
      'by a limit where none is known to be published',
      (published) => {
        for (const item of Object.values(published.paths) as Editable[])
          for (const parameter of item.parameters ?? item.post.parameters)
            if (parameter.name === 'webset') parameter.schema.minLength = 8;
      },
      ['breaking bounds-changed minLength', 'warning known-difference-gone F19'],
    ],
    [
      'to OpenAPI 3.0, where nullable means null',
      (published) => {
        published.openapi = '3.0.3';
        enrichment(published).object = { type: 'string', enum: ['webset_enrichment'] };
      },
      Array.from({ length: 8 }, () => 'warning known-difference-gone F8'),
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
        for (const item of Object.values(published.paths) as Editable[]) {
          for (const operation of [item.get, item.post]) {
            if (operation === undefined) continue;
            delete operation.operationId;
          }
          for (const parameter of item.parameters ?? item.post.parameters)
            if (parameter.name === 'webset') parameter.name = 'w';
        }
      },
      [],
    ],
    [
      'by leaving an operation out',
      (published) => {
        delete published.paths['/v0/websets/{webset}/enrichments/{id}/cancel'];
      },
      ['breaking operation-removed websets-enrichments-cancel'],
    ],
    [
      'by a member of a schema that refers to itself',
      (published) => {
        enrichment(published).parent = { $ref: '#/components/schemas/WebsetEnrichment' };
        enrichment(published).title.allOf = [
          { $ref: '#/components/schemas/WebsetEnrichment/properties/title' },
        ];
      },
      ['info property-added parent'],
    ],
  ])('%s', async (_, edit, expected) => {
    expect(await freshAgainst(edit)).toEqual(expected);
  });
});
