import { describe, expect, it } from '@jest/globals';
import { compileFiles, findingsOf, toldOf } from '../compile.test-support.ts';

/** A description whose one response has this schema, after these lines of its own. */
const describing = (schema: string, lines = ''): Record<string, string> => ({
  'openapi.yaml': `openapi: 3.1.1
info: {title: T, version: '1'}
${lines}
paths:
  /things/{id}:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: ${schema}
`,
});

const COMMON = `x-common: &c
  properties:
    a: {type: string}
  required: [a]
x-other: &o {type: object, required: [b], minProperties: 2}`;

const FINDING = ['response-schema-conformance /a'];

describe('a merge key in YAML', () => {
  it.each<[string, string, unknown, string[]]>([
    ['is judged by', '{type: object, <<: *c}', { a: 1 }, FINDING],
    ['may be the first', '{<<: *c, type: object}', { a: 1 }, FINDING],
    ['gives way to a key beside it', '{<<: *c, required: []}', {}, []],
    [
      'takes a list, of which the first wins',
      '{<<: [*c, *o]}',
      { a: 'x', c: 1 },
      ['undocumented-property /c'],
    ],
    ['takes all of a list', '{<<: [*c, *o]}', { a: 'x' }, ['response-schema-conformance ']],
    ['takes a map', '{<<: {type: array}}', {}, ['response-schema-conformance ']],
    ['may come twice', '{<<: *c, <<: *o}', { a: 1, b: 1 }, ['undocumented-property /b', ...FINDING].sort()],
    [
      'is a name like others in quotes',
      '{properties: {"<<": {type: string}}}',
      { '<<': 1 },
      ['response-schema-conformance /<<'],
    ],
  ])('%s: %s', async (_, schema, body, expected) => {
    expect(toldOf(await compileFiles(describing(schema, COMMON)), body).sort()).toEqual(expected);
  });

  it('merges what is merged itself', async () => {
    const lines = `${COMMON}\nx-more: &m {<<: *c, type: object}`;
    expect(toldOf(await compileFiles(describing('{<<: *m, title: T}', lines)), { a: 1 })).toEqual(FINDING);
  });

  it('means the last anchor of its name that stands before it', async () => {
    const lines = `${COMMON}\nx-more: &m {<<: *c, properties: &c {b: {type: string}}}`;
    expect(toldOf(await compileFiles(describing('{<<: *m}', lines)), { b: 1 })).toEqual([
      'response-schema-conformance ',
      'response-schema-conformance /b',
    ]);
  });

  it('is told at the lines that it stands for', async () => {
    const contract = await compileFiles(describing('{type: object, <<: *c}', COMMON));
    expect(findingsOf(contract, { a: 1 })).toMatchObject([{ spec: { line: 5, column: 9 } }]);
  });

  it.each<[string, string, string, string]>([
    ['takes no text', '{<<: a}', COMMON, 'openapi.yaml: Merge sources must be maps or map aliases'],
    ['takes no list of texts', '{<<: [*c, a]}', COMMON, 'Merge sources must be maps or map aliases'],
    [
      'may not stand in its anchor',
      '{}',
      'x-a: &a {b: {<<: *a}}',
      'openapi.yaml: nests too deeply to be read',
    ],
    [
      'is no way round a repeated key',
      '{<<: *c, type: object, type: array}',
      COMMON,
      'Map keys must be unique',
    ],
    ['does not multiply without an end', '{}', bomb('a: {<<: *X}, b: {<<: *X}'), 'Excessive alias count'],
    ['does not multiply with aliases', '{}', bomb('<<: {a: *X, b: *X}'), 'Excessive alias count'],
  ])('%s', async (_, schema, lines, message) => {
    await expect(compileFiles(describing(schema, lines))).rejects.toThrow(message);
  });
});

describe('an alias in YAML', () => {
  it('may be used thousands of times', async () => {
    const lines = `${COMMON}\nx-list: [${Array(5000).fill('*c').join(',')}]`;
    expect((await compileFiles(describing('{}', lines))).limitations).toEqual([]);
  });

  it('is told at the line that it stands for', async () => {
    const lines = `x-a: &a\n  type:\n    string`;
    const contract = await compileFiles(describing('{properties: {a: *a}}', lines));
    expect(findingsOf(contract, { a: 1 })).toMatchObject([{ spec: { line: 4, column: 3 } }]);
  });
});

/** Forty maps, each of which holds the one before it twice. */
function bomb(twice: string): string {
  const line = (_: unknown, at: number): string =>
    `x-${at + 1}: &x${at + 1} {${twice.replaceAll('X', `x${at}`)}}`;
  return ['x-0: &x0 {z: 1}', ...Array.from({ length: 40 }, line)].join('\n');
}
