import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Comparison } from '../../contract/compare/comparison.ts';
import { run } from '../terminal.test-support.ts';

const PUBLISHED = 'src/contract/compare/fixtures/file.yaml';

let folder = '';
const file = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compare-command-'));
  const text = await readFile(PUBLISHED, 'utf8');
  await writeFile(
    file('breaking.yaml'),
    text.replace('[pending, canceled, completed]', '[pending, cancelled, completed]'),
  );
  await writeFile(
    file('warning.yaml'),
    text.replace('operationId: websets-enrichments-get', 'deprecated: true'),
  );
  await writeFile(
    file('info.yaml'),
    text.replace('websetId: { type: [string] }', '$&\n        more: { type: string }'),
  );
  await writeFile(
    file('elsewhere.yaml'),
    text.replaceAll('/enrichments', '/others').replaceAll('-enrichments-', '-others-'),
  );
  const get = text.indexOf('  /v0/websets/{webset}/enrichments/{id}:');
  const cancel = text.indexOf('  /v0/websets/{webset}/enrichments/{id}/cancel:');
  await writeFile(file('one.yaml'), text.slice(0, get) + text.slice(cancel));
  await writeFile(file('swagger.json'), '{"swagger": "2.0", "paths": {}}');
});
afterAll(() => rm(folder, { recursive: true }));

describe('exa-enrichments compare', () => {
  it('shows what is known with its row, and exits 0 for it', async () => {
    const { code, out, err } = await run(['compare', PUBLISHED]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('known info header-required-changed');
    expect(out).toContain('(F2 in docs/fidelity.md)');
    expect(out).toMatch(/ {2}ours +false +openapi\/components\/headers\/X-Request-Id\.yaml:4:1\n/);
    expect(out).toMatch(/ {2}published +true +src\/contract\/compare\/fixtures\/file\.yaml:\d+:\d+\n/);
    expect(out).toMatch(/\n0 breaking, 0 warning, 0 info; 9 known, 5 not compared\.\n$/);
  });

  it.each([
    [1, 'breaking.yaml', []],
    [0, 'warning.yaml', []],
    [1, 'warning.yaml', ['--fail-on', 'warning']],
    [0, 'info.yaml', ['--fail-on', 'warning']],
    [1, 'info.yaml', ['--fail-on=info']],
    [1, 'one.yaml', []],
    [0, 'one.yaml', ['--operation', 'websets-enrichments-cancel']],
    [3, 'elsewhere.yaml', []],
  ])('exits %i for %s %j', async (expected, name, options) => {
    expect(await run(['compare', file(name), ...options])).toMatchObject({ code: expected, err: '' });
  });

  it('prints one JSON object, or writes it to a file', async () => {
    const { out } = await run(['compare', file('breaking.yaml'), '--format', 'json']);
    const comparison = JSON.parse(out) as Comparison;
    expect(comparison).toMatchObject({
      version: 1,
      summary: { breaking: 1, warning: 1, known: 9, notCompared: 5 },
    });
    expect(comparison.differences.find(({ knownBy }) => knownBy === undefined)).toMatchObject({
      rule: 'enum-changed',
      impact: 'breaking',
      subject: '"cancelled"',
    });
    const output = file('deep/report.json');
    expect(await run(['compare', file('breaking.yaml'), '--format=json', '--output', output])).toMatchObject({
      out: '',
    });
    expect(await readFile(output, 'utf8')).toBe(out);
  });

  it.each([
    ['no description', [], 'compare needs one published description'],
    ['two of them', [PUBLISHED, PUBLISHED], 'compare needs one published description'],
    ['a file that is not there', ['nowhere.yaml'], 'nowhere.yaml: does not exist'],
    [
      'an own description that is not there',
      [PUBLISHED, '--api', 'nowhere.yaml'],
      'nowhere.yaml: does not exist',
    ],
    ['an unknown impact', [PUBLISHED, '--fail-on', 'error'], '--fail-on must be one of'],
    ['an operation that we do not have', [PUBLISHED, '--operation', 'x'], 'has no operation x; it has'],
    ['an address that is not fetched', ['http://example.com/a'], 'http://example.com/a: is not fetched'],
  ])('exits 2 for %s', async (_, args, message) => {
    const { code, out, err } = await run(['compare', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('exits 2 for Swagger 2.0', async () => {
    const { code, err } = await run(['compare', file('swagger.json')]);
    expect([code, err]).toEqual([2, expect.stringContaining('is Swagger 2.0, and not OpenAPI 3')]);
  });
});
