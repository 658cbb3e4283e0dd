import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ENRICHMENT } from '../../contract/exchange.test-support.ts';
import { nockCancel } from '../nock-cancel.test-support.ts';
import { run } from '../terminal.test-support.ts';

describe('verify --update-waivers', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waivers-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('says which waivers expired that the run fails for, and leaves them to their owners', async () => {
    const file = join(folder, 'a.json');
    const definition = nockCancel({ response: { ...ENRICHMENT, status: 'stopped' } });
    await writeFile(file, JSON.stringify([definition]));
    const waivers = join(folder, 'w.yaml');
    const update = ['verify', file, '--waivers', waivers, '--update-waivers'];
    await run(update);
    const text = (await readFile(waivers, 'utf8'))
      .replaceAll('TODO', 'ada')
      .replace(/expires: .*/, 'expires: 2020-01-01');
    await writeFile(waivers, text);
    const { code, err } = await run(update);
    expect(code).toBe(1);
    expect(err).toBe(`${waivers}: nothing to add; expired, and for its owner to renew: line 4\n`);
    expect(await readFile(waivers, 'utf8')).toBe(text);
  });

  it('rewrites a fingerprint of an earlier version, and keeps who accepted it, why and until when', async () => {
    const file = join(folder, 'a.json');
    const definition = nockCancel({ response: { ...ENRICHMENT, status: 'stopped' } });
    await writeFile(file, JSON.stringify([definition]));
    const waivers = join(folder, 'w.yaml');
    const update = ['verify', file, '--waivers', waivers, '--update-waivers'];
    await run(update);
    const written = (await readFile(waivers, 'utf8'))
      .replace('reason: TODO', 'reason: Promised.')
      .replace('owner: TODO', 'owner: ada');
    const earlier = written.replace(/"[\da-f]{16}"/, '"0000000000000000"').replace(' 200 response: ', ': ');
    await writeFile(waivers, earlier);
    const { code, err } = await run(update);
    expect(code).toBe(1);
    expect(err).toBe(`${waivers}: nothing to add; rewritten with the fingerprint of this version: line 4\n`);
    expect(await readFile(waivers, 'utf8')).toBe(written);
    expect((await run(['verify', file, '--waivers', waivers])).code).toBe(0);
  });
});
