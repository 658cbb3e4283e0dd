import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ENRICHMENT } from '../../contract/exchange.test-support.ts';
import type { Finding } from '../../contract/finding.ts';
import { inFolder } from '../../contract/recordings/source.test-support.ts';
import { nockCancel } from '../nock-cancel.test-support.ts';
import { run } from '../terminal.test-support.ts';

const call = (headers: object, query = '', more: object = {}) =>
  nockCancel({
    path: `/websets/v0/websets/webset_1/enrichments/wenrich_1/cancel${query}`,
    requestHeaders: { 'x-api-key': '<redacted>', ...headers },
    recordedAt: '2026-01-02T03:04:05.678Z',
    ...more,
  });

describe('verify refuses a recording that holds what looks like a real key', () => {
  const key = randomUUID();

  it.each([
    ['in the header of the API', { 'x-api-key': key }, '', 'header x-api-key'],
    ['in Authorization', { authorization: `Bearer ${key}` }, '', 'header authorization'],
    ['in a header of another kind', { 'x-goog-api-key': key }, '', 'header x-goog-api-key'],
    ['in the address', {}, `?api_key=${key}&a=b`, 'query parameter api_key'],
  ])('%s, and does not tell it', async (_, headers, query, place) => {
    await inFolder({ 'a.json': JSON.stringify([call({}), call(headers, query)]) }, async (folder) => {
      for (const format of ['pretty', 'json', 'html', 'sarif', 'junit', 'markdown', 'github']) {
        const { code, out, err } = await run(['verify', folder, '--format', format]);
        expect(code).toBe(1);
        expect(out + err).not.toContain(key);
        const plain = out.replaceAll('&#45;', '-').replaceAll('&#95;', '_').replaceAll('\\_', '_');
        expect(plain).toContain(`${place} of the recorded request holds what looks like a real key`);
      }
    });
  });

  it.each([
    ['of what was sent', { body: { api_key: key } }, 'member api_key of the body of the recorded request'],
    [
      'of the answer',
      { response: { ...ENRICHMENT, title: 5, secret: key } },
      'member secret of the body of the recorded response',
    ],
    [
      'of an answer that is no JSON',
      { response: `{"token":"${key}"` },
      'member token of the body of the recorded response',
    ],
    [
      'that stands where another value should',
      { response: { ...ENRICHMENT, status: { token: key } } },
      'member token of the body of the recorded response',
    ],
    [
      'that is one of many',
      { response: { ...ENRICHMENT, apiKeys: ['<redacted>', key] } },
      'member apiKeys of the body of the recorded response',
    ],
    [
      'that has its name beside it',
      { response: { ...ENRICHMENT, headers: [{ name: 'x-api-key', value: key }] } },
      'member x-api-key of the body of the recorded response',
    ],
    [
      'that is cut where it is shown',
      { response: { ...ENRICHMENT, status: `${'x'.repeat(45)} Bearer ${key}` } },
      'body of the recorded response',
    ],
  ])('in the body %s, and does not tell it', async (_, more, place) => {
    await inFolder({ 'a.json': JSON.stringify([call({}, '', more)]) }, async (folder) => {
      for (const format of ['pretty', 'json', 'html', 'sarif', 'junit', 'markdown', 'github']) {
        const { code, out, err } = await run(['verify', folder, '--format', format]);
        expect(code).toBe(1);
        expect(out + err).not.toContain(key.slice(0, 13));
        const plain = out.replaceAll('&#45;', '-').replaceAll('&#95;', '_').replaceAll('\\_', '_');
        expect(plain).toContain(`${place} holds what looks like a real key`);
      }
    });
  });

  it('that was sent elsewhere: a warning for its host, whatever held it', async () => {
    const foreign = (scope: string) => ({ ...call({ 'x-api-key': key }, `?token=${key}`), scope });
    const calls = ['https://a.test', 'https://a.test:443', 'https://b.test:444'].map(foreign);
    await inFolder({ 'a.json': JSON.stringify(calls) }, async (folder) => {
      const { out, err } = await run(['verify', folder, '--format', 'json']);
      expect(out + err).not.toContain(key.slice(0, 13));
      const { findings } = JSON.parse(out);
      const told = findings.map(({ severity, message }: Finding) => `${severity} ${message.split(',')[0]}`);
      expect(new Set(told)).toEqual(
        new Set(['warning Exchanges with a.test', 'warning Exchanges with b.test:444']),
      );
    });
  });

  it('and no waiver makes it pass', async () => {
    await inFolder({ 'a.json': JSON.stringify([call({}, `?api_key=${key}`)]) }, async (folder) => {
      const first = await run(['verify', folder, '--format', 'json']);
      const { fingerprint } = JSON.parse(first.out).findings.find(
        ({ check }: { check: string }) => check === 'recorded-credential',
      );
      const waivers = `- {fingerprint: "${fingerprint}", reason: r, owner: o, expires: 2999-01-01}\n`;
      await writeFile(`${folder}/waivers.yml`, waivers);
      const { code, out } = await run(['verify', `${folder}/a.json`, '--waivers', `${folder}/waivers.yml`]);
      expect(code).toBe(1);
      expect(out).toContain("A finding of recorded-credential can't be waived.");
    });
  });

  it.each([
    ['a placeholder', { 'x-api-key': '<EXA_API_KEY>' }, ''],
    ['a key that is invalid on purpose', { 'x-api-key': 'invalid_api_key' }, ''],
    ['a cookie', { cookie: `__cf_bm=${key}` }, ''],
    ['an id in the address', {}, `?id=${key}`],
    ['a redacted key in the address', {}, '?api_key=redacted'],
  ])('and lets pass one that holds %s', async (_, headers, query) => {
    await inFolder({ 'a.json': JSON.stringify([call(headers, query)]) }, async (folder) => {
      const { out } = await run(['verify', folder]);
      expect(out).not.toContain('recorded-credential');
    });
  });
});

describe('verify --max-age', () => {
  const index = (source: string): string =>
    `recordings:\n- {file: b.json, source: ${source}, date: 2025-01-02, shows: x}\n`;
  const undated = { ...call({}), recordedAt: undefined };
  const files = { 'a.json': JSON.stringify([call({})]), 'b.json': JSON.stringify([undated]) };

  it.each([
    [['99999'], 0, []],
    [['1'], 0, ['a.json', 'b.json']],
    [['1:error'], 1, ['a.json', 'b.json']],
    [['live=1:error'], 1, ['b.json']],
    [['simulator=1:error'], 0, []],
    [['1', 'live=99999'], 0, ['a.json']],
    [['99999', 'live=1:error', 'live=1'], 0, ['b.json']],
  ])('%j exits %d, and warns of %j', async (limits, code, old) => {
    await inFolder({ ...files, 'index.yaml': index('live') }, async (folder) => {
      const options = limits.flatMap((limit) => ['--max-age', limit]);
      const done = await run(['verify', folder, '--format', 'json', ...options]);
      expect(done.code).toBe(code);
      const { findings, summary } = JSON.parse(done.out);
      const names = findings.map((each: { recording: { file: string } }) => each.recording.file);
      expect(names).toEqual(old.map((name) => `${folder}/${name}`));
      expect(summary.findings.error + summary.findings.warning).toBe(old.length);
    });
  });

  it('does not take a recording without a date for a new one', async () => {
    await inFolder(files, async (folder) => {
      const { out } = await run(['verify', folder, '--max-age', '99999']);
      expect(out).toContain('The recording does not say when it was made.');
    });
  });

  it('has a fingerprint that a waiver can name tomorrow', async () => {
    await inFolder({ 'a.json': files['a.json'] }, async (folder) => {
      const print = async (limit: string): Promise<string> => {
        const { out } = await run(['verify', folder, '--format', 'json', '--max-age', limit]);
        return JSON.parse(out).findings[0].fingerprint;
      };
      expect(await print('1')).toBe(await print('2:error'));
    });
  });
});

describe('verify says whose the recordings are', () => {
  const recording = JSON.stringify([call({})]);
  const index = (source: string, file = 'a.json'): string =>
    `recordings:\n- {file: ${file}, source: ${source}, date: 2026-01-02, shows: One cancel.}\n`;
  const har = (name: string): string =>
    JSON.stringify({
      log: {
        version: '1.2',
        creator: { name, version: '1' },
        entries: [
          {
            startedDateTime: '2026-01-02T03:04:05.678Z',
            request: {
              method: 'POST',
              url: 'https://api.exa.ai/websets/v0/websets/webset_1/enrichments/wenrich_1/cancel',
              headers: [{ name: 'x-api-key', value: '<redacted>' }],
            },
            response: {
              status: 200,
              headers: [{ name: 'content-type', value: 'application/json' }],
              content: { text: JSON.stringify(ENRICHMENT) },
            },
          },
        ],
      },
    });
  const NO_EVIDENCE = 'None is live: this is no evidence of how the API answers.';

  it.each<[string, Readonly<Record<string, string>>, string, string, boolean]>([
    [
      'a HAR that the simulator wrote',
      { 'a.har': har('exa-enrichments simulator') },
      'a.har',
      '1 simulator',
      false,
    ],
    ['a HAR of a browser', { 'a.har': har('WebInspector') }, 'a.har', '1 of unknown source', true],
    ['a folder with an index', { 'a.json': recording, 'index.yaml': index('live') }, '.', '1 live', true],
    [
      'a file beside an index',
      { 'a.json': recording, 'index.yaml': index('transcribed') },
      'a.json',
      '1 transcribed',
      false,
    ],
    [
      'a pattern beside an index',
      { 'a.json': recording, 'index.yml': index('simulator') },
      '*.json',
      '1 simulator',
      false,
    ],
    [
      'a folder whose index tells of the folders below',
      { 'sub/a.json': recording, 'index.yaml': index('simulator', 'sub/a.json') },
      '.',
      '1 simulator',
      false,
    ],
    [
      'a folder where the index tells of one',
      { 'a.json': recording, 'b.json': recording, 'index.yaml': index('simulator') },
      '.',
      '1 simulator, 1 of unknown source',
      true,
    ],
    [
      'a HAR of the simulator beside a recording that is transcribed',
      { 'a.json': recording, 'b.har': har('exa-enrichments simulator'), 'index.yaml': index('transcribed') },
      '.',
      '1 transcribed, 1 simulator',
      false,
    ],
  ])('of %s', async (_, files, path, sources, isEvidence) => {
    await inFolder(files, async (folder) => {
      const { code, out } = await run(['verify', join(folder, path)]);
      expect(code).toBe(0);
      const count = Object.keys(files).filter((name) => !name.startsWith('index')).length;
      expect(out).toContain(
        `${count === 1 ? '1 file' : `${count} files`}: ${sources}; the oldest of 2026-01-02`,
      );
      expect(out.includes(NO_EVIDENCE)).toBe(!isEvidence);
    });
  });
});

describe('verify -', () => {
  it('reads a recording from standard input', async () => {
    const bin = fileURLToPath(new URL('../bin.ts', import.meta.url));
    const args = ['--import', 'tsx', bin, 'verify', '-', '--format', 'json'];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(JSON.stringify([call({})]));
    const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      summary: { verified: 1 },
      recordings: [{ file: '-', exchanges: 1 }],
    });
  });
});

describe('verify with options that do not fit', () => {
  it.each([
    [['--shard', '1/2', '--min-coverage', '50'], '--min-coverage needs all of the work'],
    [['--shard', '1/2', '--max-age', '5'], '--max-age needs all of the work'],
    [['--shard', '1/2', '--waivers', 'x', '--update-waivers'], '--update-waivers needs all of the work'],
    [['--shard', '1/2', '-'], '--shard needs files'],
    [['--shard', '3/2'], '--shard must be as 2/3'],
    [['--workers', 'all'], '--workers must be a number'],
  ])('%j is refused', async (args, reason) => {
    const { code, err } = await run(['verify', 'x.json', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });
});
