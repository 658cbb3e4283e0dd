import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from '../../contract/recordings/source.test-support.ts';
import { SPELLINGS } from '../../secrets/spellings.test-support.ts';
import { run } from '../terminal.test-support.ts';

const FORMATS = ['json', 'html', 'sarif', 'junit', 'markdown', 'github'];

const API = `openapi: 3.1.0
info: {title: t, version: '1'}
servers: [{url: 'https://api.example.test'}]
paths:
  /e/{id}:
    post:
      operationId: e
      parameters:
        - {name: id, in: path, required: true, schema: {type: string, maxLength: 3}}
        - {name: q, in: query, schema: {type: integer}}
      requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}
      responses:
        '200':
          description: ok
          headers: {x-count: {schema: {type: integer}}}
          content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}
`;

/** The key in every place that a finding, or what a report shows beside it, may be made of. */
function recording(sent: Readonly<Record<string, string>>, spelled: string, path: string): string {
  return JSON.stringify([
    {
      scope: 'https://api.example.test',
      method: 'POST',
      path: `/e/${path}?q=${path}&r=${path}`,
      body: { a: spelled, b: [`is ${spelled}`] },
      status: 200,
      response: { a: spelled, [spelled]: 1, note: `No such key: ${spelled}.` },
      rawHeaders: {
        'content-type': 'application/json',
        'x-count': spelled,
        'x-note': `of ${spelled}`,
        [`x-of-${spelled}`]: 'v',
      },
      reqheaders: { 'content-type': 'application/json', ...sent },
    },
    {
      scope: 'https://api.example.test',
      method: 'GET',
      path: `/none/${path}`,
      status: 500,
      response: spelled,
      reqheaders: sent,
    },
  ]);
}

/** As little of a text as escapes leave in peace: letters and digits, without what HTML made of its own marks. */
const bare = (text: string): string =>
  text
    .replace(/&(?:amp|lt|gt|quot);/g, '')
    .replace(/[^a-z\d]/gi, '')
    .toLowerCase();

/** Half of a key is one. */
function held(report: string, spelled: string): string[] {
  const [all, sought] = [bare(report), bare(spelled)];
  const windows = Array.from({ length: Math.max(0, sought.length - 21) }, (_, at) =>
    sought.slice(at + 4, at + 20),
  );
  return windows.filter((window) => all.includes(window));
}

const KEY = '9a3f1c2e-5b7d-4e8f-a1b2-c3d4e5f60718';
const PASSWORD = 'correct/horse+battery=staple "&<9>';
const basic = `Basic ${Buffer.from(`somebody:${PASSWORD}`).toString('base64')}`;

const SENT: readonly (readonly [how: string, secret: string, headers: Readonly<Record<string, string>>])[] = [
  ['as x-api-key', KEY, { 'x-api-key': KEY }],
  ['as a bearer token', KEY, { authorization: `Bearer ${KEY}` }],
  ['as the password of Basic', PASSWORD, { authorization: basic }],
];

describe.each(SENT)('a secret that was sent %s', (_, secret, headers) => {
  it.each(Object.entries(SPELLINGS))('is in no report where it was repeated %s', async (_name, spell) => {
    const spelled = spell(secret);
    const text = recording(headers, spelled, spelled.replace(/[^\w.~%-]/g, encodeURIComponent));
    expect(held(text, spelled)).not.toEqual([]);
    await inFolder({ 'api.yaml': API, 'a.json': text }, async (folder) => {
      const files = FORMATS.map((format) => ['--format', `${format}=${folder}/${format}`]);
      const args = ['verify', `${folder}/a.json`, '--api', `${folder}/api.yaml`, '--format', 'pretty'];
      const { out, err } = await run([...args, ...files.flat()]);
      const reports = await Promise.all(FORMATS.map((format) => readFile(`${folder}/${format}`, 'utf8')));
      for (const [at, report] of [out + err, ...reports].entries()) {
        const name = ['the terminal', ...FORMATS][at];
        expect([name, report.includes('redacted'), held(report, spelled)]).toEqual([name, true, []]);
      }
    });
  });
});

describe('a recording of thousands of headers', () => {
  const many = (count: number, name: string, value: () => string): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-${name}-${at}`, value()]));

  it.each<[string, number, Record<string, string>]>([
    ['9,000 that are not documented', 9_000, many(9_000, 'unknown', () => 'v')],
    ['1,500 that hold keys', 1_500, many(1_500, 'auth-token', () => randomUUID())],
  ])('of %s, is told in no time, and in no more than a reader can take', async (_, count, headers) => {
    const text = JSON.stringify([
      {
        scope: 'https://api.example.test',
        method: 'POST',
        path: '/e/1',
        status: 200,
        response: {},
        rawHeaders: { 'content-type': 'application/json', ...headers },
      },
    ]);
    await inFolder({ 'api.yaml': API, 'a.json': text }, async (folder) => {
      const started = performance.now();
      const args = ['verify', `${folder}/a.json`, '--api', `${folder}/api.yaml`, '--format'];
      const { out } = await run([...args, 'html']);
      expect(performance.now() - started).toBeLessThan(8_000);
      expect(out.length).toBeLessThan(20_000_000);
      const { summary } = JSON.parse((await run([...args, 'json'])).out);
      const { error, warning, info } = summary.findings;
      expect(error + warning + info).toBeGreaterThanOrEqual(count);
    });
  });
});
