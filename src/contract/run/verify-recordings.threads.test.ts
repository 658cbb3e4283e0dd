import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { bundledContract } from '../bundled-contract.ts';
import { compileDescription } from '../description/compile.ts';
import { ENRICHMENT } from '../exchange.test-support.ts';
import { inFolder } from '../recordings/source.test-support.ts';
import { type Built, buildWorkers } from './built.test-support.ts';
import { verifyRecordings } from './verify-recordings.ts';

// Threads take their time to start where there are more of them than cores.
jest.setTimeout(60_000);

const NESTED = { startedDateTime: 'x', request: {}, response: {} };

/** Good, bad and undocumented calls, and two traps: what starts as an entry does, in an entry and in a text. */
function entry(number: number): object {
  const path = number % 7 === 0 ? '/v0/monitors' : '/v0/websets/webset_1/enrichments/wenrich_1/cancel';
  const status = ['pending', 'completed', 'stopped', 'é'][number % 4];
  return {
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
    ...(number % 11 === 0 && { _children: [NESTED, NESTED] }),
    request: {
      method: 'POST',
      url: `https://api.exa.ai/websets${path}`,
      headers: [{ name: 'x-api-key', value: '<redacted>' }],
    },
    response: {
      status: number % 13 === 0 ? 418 : 200,
      headers: [{ name: 'content-type', value: 'application/json' }],
      content: {
        text: JSON.stringify({ ...ENRICHMENT, status, description: '},{"startedDateTime":"x"' }),
      },
    },
  };
}

/** So many that a kind of finding has more than a report lists, and no more: most tests read them ten times. */
const ENTRIES = Array.from({ length: 150 }, (_, number) => entry(number));
const har = (entries: readonly object[], space?: number): string =>
  JSON.stringify({ log: { version: '1.2', entries, pages: [{ id: '},{"startedDateTime"' }] } }, null, space);
const ndjson = (entries: readonly object[]): string =>
  entries.map((each, at) => `${JSON.stringify(each)}\n${at % 5 === 0 ? '\r\n' : ''}`).join('');

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'a.har': har(ENTRIES),
  'b.har': har(ENTRIES, 2),
  'c.ndjson': ndjson(ENTRIES),
  'd.ndjson.gz': gzipSync(ndjson(ENTRIES)),
  'e/small.har': har(ENTRIES.slice(0, 1)),
  'e/small.ndjson': ndjson(ENTRIES.slice(1, 3)),
};

/** A text that no packer makes smaller. */
const noise = (bytes: number): string => randomBytes(bytes).toString('base64');
const huge = (number: number, bytes: number): object => ({ ...entry(number), comment: noise(bytes) });
const nock = (count: number): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, at) => ({
      scope: 'https://api.exa.ai',
      method: 'POST',
      path: '/websets/v0/websets/webset_1/enrichments/wenrich_1/cancel',
      status: 200,
      response: { ...ENRICHMENT, status: at % 3 === 0 ? 'stopped' : 'pending' },
      rawHeaders: { 'content-type': 'application/json' },
      requestHeaders: { 'x-api-key': '<redacted>' },
    })),
  );
const vcr = (count: number): string =>
  `http_interactions:\n${`- request:
    method: get
    uri: https://api.exa.ai/websets/v0/websets/webset_1
    headers: {}
  response:
    status: {code: 200}
    headers: {}
    body: {encoding: UTF-8, string: ''}
`.repeat(count)}`;

/** Larger than two pieces of any size below, and read as one, or as few. */
const UNCUT: Readonly<Record<string, string | Uint8Array>> = {
  'nock.json': nock(100),
  'cassette.yml': vcr(200),
  'packed.ndjson.gz': gzipSync(ndjson([huge(1, 40_000), ...ENTRIES])),
  'packed.har.gz': gzipSync(har([huge(1, 40_000), ...ENTRIES])),
  'one-entry.har': har([huge(1, 60_000)]),
  'one-line.ndjson': ndjson([huge(1, 60_000)]),
  'huge-first-entry.har': har([huge(1, 1_200_000), ...ENTRIES.slice(0, 20)]),
};

/** How the same work can be done: threads, and bytes that one reads at a stretch. */
const WAYS = [
  [1, undefined],
  [1, 5_000],
  [2, 4_000],
  [2, 20_000],
  [3, 50_000],
] as const;
/** Where a file is cut does not depend on who reads it, and a thread takes longer to start than to read all of it. */
const CUTS = [
  [1, 4_000],
  [1, 50_000],
  [2, 20_000],
] as const;

describe('a run over recordings', () => {
  let built: Built;
  beforeAll(async () => {
    built = await buildWorkers();
  });
  afterAll(() => built.remove());

  const runIn = (
    paths: readonly string[],
    [workers, taskBytes]: readonly [number, number | undefined],
    shard?: { index: number; of: number },
  ) => built.verifyRecordings(bundledContract, paths, { workers, taskBytes, shard, evidence: true });

  it.each(WAYS)('finds the same with %d threads and pieces of %d bytes', async (...way) => {
    await inFolder(FILES, async (folder) => {
      const plain = await verifyRecordings(bundledContract, [folder], { evidence: true });
      expect(plain.report.summary).toMatchObject({ exchanges: 603, undocumented: 89 });
      expect(plain.report.findings.length).toBeGreaterThan(50);
      expect(await runIn([folder, join(folder, 'c.ndjson')], way)).toEqual(
        await verifyRecordings(bundledContract, [folder, join(folder, 'c.ndjson')], { evidence: true }),
      );
      expect(await runIn([folder], way)).toEqual(plain);
    });
  });

  it.each([
    ['a.har', har(ENTRIES).replace('"method":"POST"', '"method" "POST"')],
    ['a.har', har(ENTRIES).slice(0, -1000)],
    ['a.har', har(ENTRIES).slice(0, -30)],
    ['a.har', `${har(ENTRIES)}}`],
    ['a.har', har([...ENTRIES, { request: {} }])],
    ['a.har', `${har(ENTRIES).slice(0, -2)},"entries":[]}}`],
    ['a.har', har(ENTRIES).replace(/.{50}$/s, (end) => `${end}\0`)],
    ['a.ndjson', ndjson(ENTRIES).slice(0, -100)],
    ['a.ndjson', `${ndjson(ENTRIES)}{"request":{}}\n${ndjson(ENTRIES)}`],
    ['a.ndjson', `${ndjson(ENTRIES)}{"request":{}\n${ndjson(ENTRIES)}`],
    ['a.ndjson', Buffer.concat([Buffer.from(ndjson(ENTRIES)), Buffer.of(0x22, 0xff, 0x0a)])],
    ['a.json', '[{"scope":"x"}]'],
  ])(
    'finds the same before the fault, and reads on behind it, whoever reads it: %s, %#',
    async (name, content) => {
      await inFolder({ ...FILES, [name]: content }, async (folder) => {
        const paths = [join(folder, 'e'), join(folder, name), join(folder, 'c.ndjson')];
        const plain = await verifyRecordings(bundledContract, paths, { evidence: true });
        expect(plain.report.unread).toMatchObject([{ file: join(folder, name), reason: expect.any(String) }]);
        expect(plain.report.summary.exchanges).toBeGreaterThanOrEqual(ENTRIES.length + 3);
        for (const way of CUTS) expect(await runIn(paths, way)).toEqual(plain);
      });
    },
  );

  it('finds the same against several descriptions, also where it can not be told whose an exchange is', async () => {
    const api = (title: string, ...paths: string[]): string =>
      JSON.stringify({
        openapi: '3.1.1',
        info: { title, version: '1' },
        servers: [{ url: `https://${title}.test` }],
        paths: Object.fromEntries(
          paths.map((path) => [
            path,
            { get: { operationId: path, responses: { 200: { description: 'ok' } } } },
          ]),
        ),
      });
    const hosts = ['a.test', 'b.test', 'c.test', 'elsewhere.test'];
    const calls = Array.from({ length: 300 }, (_, number) => ({
      ...entry(number),
      request: {
        method: 'GET',
        url: `https://${hosts[number % 4]}/${number % 3 === 0 ? 'x' : 'y'}`,
        headers: [],
      },
    }));
    const files = {
      'a.ndjson': ndjson(calls),
      'b.har': har([...calls, { ...entry(1), request: { method: 'GET', url: '/x', headers: [] } }]),
    };
    await inFolder({ ...files, 'a.yaml': api('a', '/x'), 'b.yaml': api('b', '/x', '/y') }, async (folder) => {
      const paths = Object.keys(files).map((name) => join(folder, name));
      const apis = ['a.yaml', 'b.yaml'].map((name) => join(folder, name));
      const [a, b] = await Promise.all(apis.map((file) => compileDescription(file)));
      if (a === undefined || b === undefined) throw new Error('not compiled');
      const contracts = [a, { contract: b, servers: ['https://c.test'] }];
      const plain = await verifyRecordings(contracts, paths, { evidence: true });
      expect(plain.report.contracts).toMatchObject([{ exchanges: 150 }, { exchanges: 300 }]);
      expect(plain.report.unread).toMatchObject([
        { file: paths[1], reason: expect.stringContaining('#300') },
      ]);
      for (const [workers, taskBytes] of [WAYS[1], WAYS[3]]) {
        const options = { workers, taskBytes, evidence: true, api: apis };
        expect(await built.verifyRecordings(contracts, paths, options)).toEqual(plain);
      }
    });
  });

  describe('against a description of its own, that threads are', () => {
    /** Every answer is a fault, which the bundled fragment does not know of. */
    const API = JSON.stringify({
      openapi: '3.1.1',
      info: { title: 'own', version: '1' },
      servers: [{ url: 'https://api.exa.ai/websets' }],
      paths: {
        '/v0/monitors': { post: { operationId: 'monitors', responses: { 204: { description: 'none' } } } },
      },
    });

    it.each<[string, (file: string, other: string) => string | string[] | undefined]>([
      ['told the file of', (file) => file],
      ['not told the file of', () => undefined],
      ['told another file than that of', (_, other) => other],
      ['told one file too many of', (file, other) => [file, other]],
    ])('%s, finds the same', async (_, apiOf) => {
      const files = {
        'c.ndjson': ndjson(ENTRIES),
        'api.json': API,
        'other.json': API.replace('own', 'other'),
      };
      await inFolder(files, async (folder) => {
        const [file, other] = [join(folder, 'api.json'), join(folder, 'other.json')];
        const contract = await compileDescription(file);
        const paths = [join(folder, 'c.ndjson')];
        const plain = await verifyRecordings(contract, paths, { evidence: true });
        expect(plain.report.summary).toMatchObject({ exchanges: ENTRIES.length, verified: 22 });
        const options = { workers: 2, taskBytes: 1, evidence: true, api: apiOf(file, other) };
        expect(await built.verifyRecordings(contract, paths, options)).toEqual(plain);
      });
    });

    it('told two files of in another order, finds the same', async () => {
      const servers = (host: string): string => API.replace('own', host).replace('api.exa.ai', host);
      const files = { 'c.ndjson': ndjson(ENTRIES), 'a.json': API, 'b.json': servers('b.test') };
      await inFolder(files, async (folder) => {
        const apis = ['a.json', 'b.json'].map((name) => join(folder, name));
        const contracts = await Promise.all(apis.map((file) => compileDescription(file)));
        const paths = [join(folder, 'c.ndjson')];
        const plain = await verifyRecordings(contracts, paths);
        const options = { workers: 2, taskBytes: 1, api: apis.toReversed() };
        expect(await built.verifyRecordings(contracts, paths, options)).toEqual(plain);
      });
    });

    it('told the file of, is not judged by what became of it since', async () => {
      await inFolder({ 'c.ndjson': ndjson(ENTRIES), 'api.json': API }, async (folder) => {
        const api = join(folder, 'api.json');
        const contract = await compileDescription(api);
        await writeFile(api, API.replace('204', '2XX'));
        const run = built.verifyRecordings(contract, [join(folder, 'c.ndjson')], {
          workers: 2,
          taskBytes: 1,
          api,
        });
        await expect(run).rejects.toThrow(/api\.json is another description than the one given/);
      });
    });
  });

  it('names every path that it could not read, and verifies the others', async () => {
    await inFolder({ 'a.har': har(ENTRIES), 'b.json': '[', 'c.json': '' }, async (folder) => {
      const paths = ['gone.har', 'a.har', 'b.json', 'c.json', 'nothing-*.har'].map((name) =>
        join(folder, name),
      );
      for (const way of CUTS) {
        const { report } = await runIn(paths, way);
        expect(report.summary.exchanges).toBe(ENTRIES.length);
        expect(report.unread.map(({ file }) => file)).toEqual([paths[0], paths[4], paths[2], paths[3]]);
      }
    });
  });

  it.each([2, 3, 7, 40])('gives each of %d shards its own share', async (of) => {
    await inFolder(FILES, async (folder) => {
      const whole = await verifyRecordings(bundledContract, [folder]);
      const seen: string[] = [];
      let exchanges = 0;
      for (let index = 1; index <= of; index += 1) {
        const { report } = await runIn([folder], [of < 7 ? 2 : 1, 20_000], { index, of });
        exchanges += report.summary.exchanges;
        // A kind's findings past the fiftieth are not listed: which those are depends on the share.
        seen.push(...report.findings.map(({ recording }) => `${recording.file} ${recording.index}`));
      }
      expect(exchanges).toBe(whole.report.summary.exchanges);
      const listed = whole.report.findings.map(({ recording }) => `${recording.file} ${recording.index}`);
      expect(seen).toEqual(expect.arrayContaining(listed));
    });
  });

  it.each(Object.keys(UNCUT))('loses nothing of a file that can not be cut: %s', async (name) => {
    await inFolder({ [name]: UNCUT[name] ?? '', 'z.ndjson': ndjson(ENTRIES.slice(0, 3)) }, async (folder) => {
      const plain = await verifyRecordings(bundledContract, [folder], { evidence: true });
      expect(plain.report.summary.exchanges).toBeGreaterThan(3);
      for (const way of [
        [1, 4_000],
        [2, 4_000],
        [2, 10_000],
      ] as const)
        expect(await runIn([folder], way)).toEqual(plain);
      const shares = await Promise.all(
        [1, 2, 3].map((index) => runIn([folder], [1, 4_000], { index, of: 3 })),
      );
      const sum = shares.reduce((all, { report }) => all + report.summary.exchanges, 0);
      expect(sum).toBe(plain.report.summary.exchanges);
    });
  });

  it('tells how much of the work is done', async () => {
    await inFolder(FILES, async (folder) => {
      const told: [number, number][] = [];
      const onProgress = (read: number, total: number): unknown => told.push([read, total]);
      await built.verifyRecordings(bundledContract, [folder], { workers: 2, taskBytes: 20_000, onProgress });
      const [read, total] = told.at(-1) ?? [];
      expect(read).toBe(total);
      expect(told.map(([each]) => each)).toEqual(told.map(([each]) => each).sort((a, b) => a - b));
    });
  });
});
