import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Report } from '../../contract/report.ts';
import { run } from '../terminal.test-support.ts';

const describing = (get: object): string =>
  JSON.stringify({ openapi: '3.1.1', info: { title: 'T', version: '1' }, paths: { '/a': { get } } });

const RECORDED = {
  scope: 'https://x.test',
  method: 'GET',
  path: '/a',
  status: 200,
  response: { id: 1 },
  responseIsBinary: false,
  rawHeaders: { 'content-type': 'application/json' },
};

describe('verify with a description', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verify-description-'));
    await mkdir(join(folder, 'own'));
    await mkdir(join(folder, 'shared'));
    await writeFile(join(folder, 'shared/thing.json'), '{"properties":{"id":{"type":"string"}}}');
    for (const name of ['a.json', 'b.json']) await writeFile(join(folder, name), JSON.stringify([RECORDED]));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const verify = async (get: object, ...options: string[]): Promise<{ code: number; report: Report }> => {
    const api = join(folder, 'own/openapi.json');
    await writeFile(api, describing(get));
    const files = ['a.json', 'b.json'].map((name) => join(folder, name));
    const { code, out, err } = await run(['verify', ...files, '--api', api, '--format', 'json', ...options]);
    expect(err).not.toContain('exa-enrichments:');
    return { code, report: JSON.parse(out) as Report };
  };
  const answering = (schema: object): object => ({
    responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } },
  });

  it('reads what it refers to outside of its project only where that is allowed', async () => {
    const get = answering({ $ref: '../shared/thing.json' });
    const refused = await verify(get);
    expect(refused).toMatchObject({
      code: 0,
      report: { limitations: [{ kind: 'unsupported', what: expect.stringContaining('--allow-refs') }] },
    });
    for (const more of [[], ['--workers', '2']]) {
      const allowed = await verify(get, '--allow-refs', join(folder, 'shared'), ...more);
      expect(allowed).toMatchObject({
        code: 1,
        report: { limitations: [], summary: { findings: { error: 2 } } },
      });
    }
  });

  it('counts nothing as verified whose response could not be read', async () => {
    const { code, report } = await verify({ responses: { 200: { $ref: '#/components/responses/None' } } });
    expect(code).toBe(3);
    expect(report).toMatchObject({
      summary: { exchanges: 2, verified: 0, findings: { error: 0, warning: 2 } },
      findings: [{ severity: 'warning', message: expect.stringContaining('$ref leads nowhere') }, {}],
    });
  });
});
