import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Exchange, type Report, toNockDefinitions } from 'exa-enrichments/contract';
import { exaEnrichments } from './support/command.ts';
import { harOf } from './support/formats.ts';
import { bodyOf, RECORDINGS, recorded, recordedAt, withBody } from './support/recordings.ts';
import type { JsonObject } from './support/schema.ts';

const KEY = '0f1e2d3c-aaaa-4bbb-8ccc-123456789abc';

const cancel = recordedAt('cancel.json', 0);
const body = bodyOf(cancel) as JsonObject;
const elsewhere = asCallOf(cancel, 'https://api.exa.ai/websets/v0/websets/webset_1/cancel');

const FILES: Readonly<Record<string, string>> = {
  'good.json': toNockDefinitions([cancel]),
  'wrong.json': toNockDefinitions([cancel, withBody(cancel, { ...body, status: 'cancelled' })]),
  'richer.json': toNockDefinitions([withBody(cancel, { ...body, somethingNew: true })]),
  'elsewhere/one.json': toNockDefinitions([elsewhere]),
  'elsewhere/two.json': toNockDefinitions([elsewhere, elsewhere]),
  'secret.har': harOf([
    withKey(withBody(cancel, { ...body, status: KEY, title: [KEY], [KEY]: KEY })),
    withKey(asCallOf(cancel, `https://user:${KEY}@api.exa.ai/websets/v0/websets/${KEY}?api_key=${KEY}`)),
  ]),
  'empty.json': '',
  'broken.json': `[{"scope": "https://api.exa.ai", "x-api-key": "${KEY}" "path": "/"}]`,
  'broken.yml': `http_interactions:\n- request: {uri: "${KEY}\n`,
  'cut.har': harOf([cancel]).slice(0, -40),
  'no-entries.har': harOf([]),
  'half.json': '[{"scope": "https://api.exa.ai"}]',
  'unknown.json': '{"hello": 1}',
  'no-recordings/readme.md': '# nothing here',
  'only-index/index.yaml': 'recordings: []\n',
  'api/broken.yaml': `openapi: 3.1.1\ninfo: {title: "${KEY}\n`,
  'api/other.yaml': 'hello: 1\n',
  'api/dangling.yaml':
    'openapi: 3.1.1\ninfo: {title: t, version: "1"}\npaths: {/a: {get: {operationId: a, responses: {"200": {$ref: "#/nowhere"}}}}}\n',
};

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-command-'));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

const verify = (...args: string[]) => exaEnrichments(['verify', ...args], folder);

describe('exa-enrichments verify', () => {
  it('exits 0 for the recordings, and says how much of the contract they show', async () => {
    const { code, stdout, stderr } = await verify(RECORDINGS, '--min-coverage=100', '--fail-on=warning');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Coverage 100 %');
    expect(stdout).toContain(`${recorded.length} exchanges verified: 0 errors, 0 warnings, 0 info.`);
  });

  it('exits 1 where a recording differs, and tells what, where and what is documented', async () => {
    const { code, stdout, stderr } = await verify('wrong.json', '--format', 'json');
    expect([code, stderr]).toEqual([1, '']);
    const { summary, findings } = JSON.parse(stdout) as Report;
    expect(summary).toMatchObject({ exchanges: 2, verified: 2, findings: { error: 1, warning: 0, info: 0 } });
    expect(findings).toMatchObject([
      {
        check: 'response-schema-conformance',
        severity: 'error',
        operationId: 'websets-enrichments-cancel',
        dataPath: '/status',
        received: '"cancelled"',
        documented: expect.stringContaining('"canceled"'),
        spec: { file: expect.stringMatching(/WebsetEnrichmentStatus\.yaml$/) },
        recording: { file: 'wrong.json', index: 1 },
      },
    ]);
  });

  it.each([
    [1, 'an extra property, if warnings fail', ['richer.json', '--fail-on', 'warning']],
    [0, 'an undescribed call beside others', ['good.json', 'elsewhere']],
    [1, 'an undescribed call, if those are errors', ['good.json', 'elsewhere', '--undocumented', 'error']],
    [3, 'nothing but undescribed calls', ['elsewhere']],
    [3, 'nothing but undescribed calls, also as errors', ['elsewhere', '--undocumented', 'error']],
  ])('exits %i for %s', async (expected, _, args) => {
    expect(await verify(...args)).toMatchObject({ code: expected, stderr: '' });
  });

  it.each([
    [4, 'less coverage than is asked for', ['good.json', '--min-coverage', '100']],
    [1, 'findings, also where coverage is missing', ['wrong.json', '--min-coverage', '100']],
  ])('exits %i for %s, and says so', async (expected, _, args) => {
    const stderr = expect.stringMatching(
      /^exa-enrichments: coverage [\d.]+ % is below --min-coverage 100\n$/,
    );
    expect(await verify(...args)).toMatchObject({ code: expected, stderr });
  });

  it.each([
    ['no such file', ['nowhere.json'], 'nowhere.json: does not exist'],
    ['no such file, beside a good one', ['good.json', 'nowhere.json'], 'nowhere.json: does not exist'],
    ['an empty file', ['empty.json'], 'empty.json: is empty'],
    ['broken JSON', ['broken.json'], 'broken.json: broken JSON at 1:86: expected'],
    ['broken YAML', ['broken.yml'], 'broken.yml: broken YAML at 3:1'],
    ['a HAR that is cut off', ['cut.har'], 'cut.har: broken JSON'],
    ['a HAR with no entries', ['no-entries.har'], 'no-entries.har: holds no exchange'],
    ['half a recording', ['half.json'], 'half.json: exchange 0: path is missing'],
    ['an unknown format', ['unknown.json'], 'unknown.json: '],
    ['a folder with no recording', ['no-recordings'], 'no-recordings: holds no recording'],
    ['a folder with an index of nothing', ['only-index'], 'only-index: holds no recording'],
  ])(
    'exits 2 for %s, in one line that names the file and the reason, and reports all the same',
    async (_, args, line) => {
      const { code, stdout, stderr } = await verify(...args);
      expect(code).toBe(2);
      expect(stdout).toContain(`\nNot read ${line}`);
      expect(stderr).toMatch(/^exa-enrichments: .+\n$/);
      expect(stderr).toContain(`exa-enrichments: ${line}`);
      expect(stdout + stderr).not.toContain(KEY);
    },
  );

  it.each([
    ['no such description', ['good.json', '--api', 'nowhere.yaml'], 'nowhere.yaml: does not exist'],
    ['a description that does not parse', ['good.json', '--api', 'api/broken.yaml'], 'api/broken.yaml:3:1: '],
    [
      'a description of something else',
      ['good.json', '--api', 'api/other.yaml'],
      'api/other.yaml: is no OpenAPI description',
    ],
  ])('exits 2 for %s, in one line that names the file and the reason', async (_, args, line) => {
    const { code, stdout, stderr } = await verify(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^exa-enrichments: .+\n$/);
    expect(stderr).toContain(`exa-enrichments: ${line}`);
    expect(stderr).not.toContain(KEY);
  });

  it('reports a loose end of a description among what is not judged', async () => {
    const { code, stdout, stderr } = await verify('good.json', '--api', 'api/dangling.yaml');
    expect([code, stderr]).toEqual([3, '']);
    expect(stdout).toMatch(
      /Not judged 1 thing of the description\n.*leads nowhere: #\/nowhere {2}api\/dangling\.yaml:3:/,
    );
  });

  it.each([
    ['no path', []],
    ['an unknown option', ['good.json', '--nonsense']],
    ['an unknown report format', ['good.json', '--format', 'xml']],
    ['a coverage that is no number', ['good.json', '--min-coverage', 'NaN']],
    ['a coverage over 100', ['good.json', '--min-coverage', '101']],
  ])('exits 2 for %s, and names the help', async (_, args) => {
    const { code, stdout, stderr } = await verify(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^exa-enrichments: .+ \(try `exa-enrichments verify --help`\)\n$/);
  });

  it.each(['pretty', 'json'])('prints no key that was recorded, as %s', async (format) => {
    const { code, stdout } = await verify('secret.har', '--format', format);
    expect(code).toBe(1);
    expect(stdout).toContain('response-schema-conformance');
    expect(stdout).toContain('undocumented-operation');
    expect(stdout).not.toContain(KEY);
  });
});

function asCallOf(exchange: Exchange, url: string): Exchange {
  return { ...exchange, request: { ...exchange.request, url } };
}

function withKey(exchange: Exchange): Exchange {
  const headers = { ...exchange.request.headers, 'x-api-key': [KEY], cookie: [`session=${KEY}`] };
  return { ...exchange, request: { ...exchange.request, headers } };
}
