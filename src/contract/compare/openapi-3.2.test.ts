import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compare } from './comparison.ts';
import type { Editable } from './mutated.test-support.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openapi-3.2-'));
});
afterAll(() => rm(folder, { recursive: true }));

const describing = (): Editable => ({
  openapi: '3.2.0',
  info: { title: 'A', version: '1' },
  paths: {
    '/a': {
      query: {
        parameters: [
          {
            name: 'whole',
            in: 'querystring',
            content: {
              'application/x-www-form-urlencoded': {
                schema: { type: 'object', properties: { q: { type: 'string' } } },
                encoding: { q: { style: 'form' } },
              },
            },
          },
        ],
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: { type: 'object' },
              encoding: { a: { contentType: 'image/png' } },
            },
          },
        },
        responses: {
          200: {
            content: {
              'text/event-stream': {
                itemSchema: {
                  type: 'object',
                  properties: {
                    data: {
                      type: 'string',
                      contentMediaType: 'application/json',
                      contentSchema: { type: 'object', properties: { id: { type: 'integer' } } },
                    },
                  },
                },
              },
            },
          },
        },
      },
      additionalOperations: { LINK: { responses: { 204: {} } } },
    },
  },
});

const operation = (description: Editable): Editable => description.paths['/a'].query;
const stream = (description: Editable): Editable =>
  operation(description).responses[200].content['text/event-stream'];

// What OpenAPI 3.2 adds is read by the reader of the contract run, and compared like all else.
it.each<[string, (published: Editable) => void, string[]]>([
  ['nothing', () => undefined, []],
  ['another name of the whole query', (published) => (operation(published).parameters[0].name = 'q'), []],
  [
    'the whole query',
    (published) => {
      const [media] = Object.values<Editable>(operation(published).parameters[0].content);
      media.schema.properties.q.type = 'integer';
    },
    [
      'breaking type-changed querystring parameter whole /q',
      'info type-changed querystring parameter whole /q',
    ],
  ],
  [
    'items',
    (published) => (stream(published).itemSchema.properties.data.type = ['string', 'null']),
    ['breaking type-changed response 200 body /0/data'],
  ],
  [
    'items, as a list',
    (published) => {
      const media = stream(published);
      media.schema = { type: 'array', items: media.itemSchema };
      delete media.itemSchema;
    },
    [],
  ],
  [
    'what a text holds',
    (published) => (stream(published).itemSchema.properties.data.contentSchema.properties.id.type = 'string'),
    [
      'breaking type-changed response 200 body /0/data/(content)/id',
      'info type-changed response 200 body /0/data/(content)/id',
    ],
  ],
  [
    'what a text holds, of which nothing is said',
    (published) => delete stream(published).itemSchema.properties.data.contentSchema,
    ['ours: contentSchema is not compared'],
  ],
  [
    'how a part is written',
    (published) => delete operation(published).requestBody.content['multipart/form-data'].encoding,
    ['ours: encoding is not compared'],
  ],
  [
    'a method',
    (published) => delete published.paths['/a'].additionalOperations,
    ['breaking operation-removed '],
  ],
  [
    'an operation',
    (published) => {
      published.paths['/a'].get = operation(published);
      delete published.paths['/a'].query;
    },
    ['breaking operation-removed '],
  ],
])('compares %s', async (_, edit, expected) => {
  const [ours, theirs] = [join(folder, 'ours.json'), join(folder, 'theirs.json')];
  const published = describing();
  edit(published);
  await writeFile(ours, JSON.stringify(describing()));
  await writeFile(theirs, JSON.stringify(published));
  const { differences, notCompared } = await compare(theirs, { api: ours });
  expect([
    ...differences.map(({ impact, rule, at }) => `${impact} ${rule} ${at}`),
    ...notCompared.map(({ side, what }) => `${side}: ${what}`),
  ]).toEqual(expected);
});
