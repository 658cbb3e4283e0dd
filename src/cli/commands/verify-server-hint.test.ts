import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../terminal.test-support.ts';

const api = (url: string, path: string): string =>
  JSON.stringify({
    openapi: '3.1.1',
    info: { title: path, version: '1' },
    servers: [{ url, variables: { version: { default: 'v1' } } }],
    paths: { [path]: { get: { responses: { 200: { description: 'ok' } } } } },
  });

const PLAIN = 'https://api.example.com';
const V1 = 'https://api.example.com/v1';

describe('where nothing was judged, the server that is named', () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hint-'));
    await writeFile(path('other.json'), api('https://other.test/v9', '/orders'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const verify = async (recorded: string, ...args: string[]): ReturnType<typeof run> => {
    const exchange = {
      request: { method: 'GET', url: recorded, headers: [] },
      response: { status: 200, headers: [], content: {} },
    };
    await writeFile(path('one.ndjson'), `${JSON.stringify(exchange)}\n`);
    return run(['verify', path('one.ndjson'), '--api', path('api.json'), ...args]);
  };
  const hinted = async (recorded: string, ...args: string[]): Promise<string | undefined> => {
    const { code, err } = await verify(recorded, ...args);
    expect([code, err]).toEqual([3, expect.stringContaining('1 exchange went to no documented server')]);
    return /--server (\S+?)[,.]?(?:\s|$)/.exec(err)?.[1];
  };

  it.each<[string, string, string]>([
    [V1, 'https://staging.test/v1/users/1', 'https://staging.test/v1'],
    [V1, 'https://staging.test/users/1', 'https://staging.test'],
    [V1, 'http://localhost/users/1', 'https://localhost'],
    [V1, 'http://localhost:3000/api/users/1', 'https://localhost:3000/api'],
    [V1, 'https://api.example.com/users/1', 'https://api.example.com'],
    [V1, 'https://staging.test/v3/users/1', 'https://staging.test/v3'],
    [V1, 'https://staging.test/api/v1/users/1', 'https://staging.test/api/v1'],
    [PLAIN, 'https://staging.test/users/1', 'https://staging.test'],
    [PLAIN, 'https://staging.test/v1/users/1', 'https://staging.test/v1'],
    [`${PLAIN}/{version}`, 'https://staging.test/v2/users/1', 'https://staging.test/v2'],
    ['/v1', 'https://staging.test/users/1', 'https://staging.test'],
  ])('of %s, by which %s is judged, is %s', async (server, recorded, expected) => {
    await writeFile(path('api.json'), api(server, '/users/{id}'));
    const hint = (await hinted(recorded)) as string;
    expect(hint).toBe(expected);
    expect((await verify(recorded, '--server', hint)).code).toBe(0);

    const several = ['--api', path('other.json')];
    if (server.startsWith('/')) return;
    const ofFile = (await hinted(recorded, ...several)) as string;
    expect(ofFile).toBe(`FILE=${expected}`);
    const given = ofFile.replace('FILE', path('api.json'));
    expect((await verify(recorded, ...several, '--server', given)).code).toBe(0);
  });

  it('is one of a path with names, or else under a documented base path', async () => {
    await writeFile(path('api.json'), api(V1, '/{id}'));
    expect(await hinted('https://staging.test/v1/7')).toBe('https://staging.test/v1');
  });

  it('is none where a recorder replaced it', async () => {
    await writeFile(path('api.json'), api(V1, '/users/{id}'));
    expect(await hinted('<API_BASE>/users/1')).toBeUndefined();
  });
});
