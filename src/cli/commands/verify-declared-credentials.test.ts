import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { inFolder } from '../../contract/recordings/source.test-support.ts';
import { run } from '../terminal.test-support.ts';

const API = `openapi: 3.1.0
info: {title: t, version: '1'}
servers: [{url: 'https://api.example.test'}]
security: [{q: []}, {h: []}, {c: []}]
paths:
  /e:
    get:
      operationId: e
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: object}}}}
components:
  securitySchemes:
    q: {type: apiKey, in: query, name: appid}
    h: {type: apiKey, in: header, name: X-Subscription}
    c: {type: apiKey, in: cookie, name: sid}
`;

const FORMATS = ['pretty', 'json', 'html', 'sarif', 'junit', 'markdown', 'github'];

interface Sent {
  readonly path?: string;
  readonly headers?: object;
  readonly response?: unknown;
}

const recording = ({ path = '/e', headers = {}, response = [] }: Sent): string =>
  JSON.stringify([
    {
      scope: 'https://api.example.test',
      method: 'GET',
      path,
      status: 200,
      response,
      rawHeaders: { 'content-type': 'application/json' },
      requestHeaders: headers,
    },
  ]);

const key = randomUUID();

describe('a key that travels as the description says, under any name', () => {
  it.each<[string, Sent, string]>([
    ['query parameter', { path: `/e?appid=${key}` }, 'query:appid'],
    ['query parameter, its name encoded', { path: `/e?%61ppid=${key}` }, 'query:appid'],
    ['query parameter of a call that is not described', { path: `/x?appid=${key}` }, 'query:appid'],
    ['header', { headers: { 'X-Subscription': key }, response: [`echo ${key}`] }, 'header:x-subscription'],
    ['cookie', { headers: { Cookie: `a=b; sid=${key}` }, response: [key] }, 'cookie:sid'],
  ])('is refused in a %s, and told by no reporter', async (_, sent, dataPath) => {
    await inFolder({ 'api.yaml': API, 'a.json': recording(sent) }, async (folder) => {
      for (const format of FORMATS) {
        const args = ['verify', `${folder}/a.json`, '--api', `${folder}/api.yaml`, '--format', format];
        const { out, err } = await run(args);
        expect(out + err).not.toContain(key);
        if (format !== 'json') continue;
        const { findings } = JSON.parse(out);
        expect(findings).toContainEqual(expect.objectContaining({ check: 'recorded-credential', dataPath }));
      }
    });
  });

  it.each<[string, Sent]>([
    ['a placeholder', { path: '/e?appid=<redacted>' }],
    ['a redacted value', { headers: { 'X-Subscription': '<redacted>', Cookie: 'sid=redacted' } }],
    ['another cookie', { headers: { Cookie: `_ga=${key}` } }],
    ['another parameter', { path: `/e?id=${key}` }],
  ])('is not seen in %s', async (_, sent) => {
    await inFolder({ 'api.yaml': API, 'a.json': recording(sent) }, async (folder) => {
      const { out } = await run(['verify', `${folder}/a.json`, '--api', `${folder}/api.yaml`]);
      expect(out).not.toContain('recorded-credential');
    });
  });
});
