import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run } from '../terminal.test-support.ts';

/** A description with `GET` of some paths, which answer 200 and 404. */
const api = (title: string, server: string, ...paths: string[]): string =>
  JSON.stringify({
    openapi: '3.1.1',
    info: { title, version: '1' },
    servers: [{ url: server }],
    paths: Object.fromEntries(
      paths.map((path) => [
        path,
        {
          get: {
            operationId: `${title} ${path}`,
            responses: { 200: { description: 'ok' }, 404: { description: 'none' } },
          },
        },
      ]),
    ),
  });

const call = (scope: string, path: string, status = 200) => ({
  scope,
  method: 'GET',
  path,
  status,
  response: '',
  rawHeaders: {},
});

describe('verify with several descriptions', () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  const both = ['--api', 'users.json', '--api', 'orders.json'];
  const verify = (...args: string[]): ReturnType<typeof run> =>
    run(['verify', ...args.map((each) => each.replace(/[\w-]+\.(?:json|nock|out)/g, path))]);
  const report = async (...args: string[]) => JSON.parse((await verify(...args, '--format', 'json')).out);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'several-'));
    const files: Record<string, string> = {
      'users.json': api('Users', 'https://api.test', '/users', '/health'),
      'orders.json': api('Orders', 'https://api.test/orders', '/all', '/one'),
      'same-server.json': api('More', 'https://api.test', '/more', '/health'),
      'broken.json': '{ "openapi": "3.1.1", "info": ',
      'empty.json': api('Empty', 'https://api.test'),
      'calls.nock': JSON.stringify([
        call('https://api.test', '/users'),
        call('https://api.test', '/orders/all', 500),
        call('https://staging.test', '/all'),
      ]),
      'users.nock': JSON.stringify([call('https://api.test', '/users')]),
      'health.nock': JSON.stringify([
        call('https://api.test', '/users'),
        call('https://api.test', '/health'),
      ]),
    };
    for (const [name, text] of Object.entries(files)) await writeFile(path(name), text);
    await symlink(path('users.json'), path('link.json'));
    await copyFile(path('users.json'), path('copy.json'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('holds each exchange against the one that describes it', async () => {
    const { contracts, findings, summary, elsewhere } = await report('calls.nock', ...both);
    expect(contracts).toMatchObject([
      { name: 'Users', exchanges: 1, verified: 1 },
      { name: 'Orders', exchanges: 1, verified: 1 },
    ]);
    expect(findings).toMatchObject([{ contract: 'Orders', operationId: 'Orders /all', status: 500 }]);
    expect(summary).toMatchObject({ exchanges: 3, verified: 2, undocumented: 1 });
    expect(elsewhere).toMatchObject([{ host: 'staging.test', exchanges: 1 }]);
  });

  it.each<[string, string]>([
    ['pretty', 'error status-code-conformance Orders: Orders /all 500'],
    ['markdown', '<code>Orders&#58; Orders /all 500</code>'],
    ['github', '::Orders: Orders /all 500: '],
    ['html', '<span>Orders: Orders /all 500</span>'],
    ['junit', 'classname="Orders: Orders /all"'],
    ['sarif', '"contract":"Orders"'],
  ])('says in %s whose a finding is, and what belongs to each', async (format, text) => {
    const { out } = await verify('calls.nock', ...both, '--format', format);
    expect(out.replace(/\s*\n\s*|(?<=:) (?=")/g, format === 'sarif' ? '' : '\n')).toContain(text);
    expect(out.replaceAll('&#58;', ':')).toContain(
      'Orders 1: 1 exchange, 1 verified, 0 undocumented; coverage',
    );
  });

  it('judges a server of one of them by that one, and of each by each', async () => {
    for (const server of ['orders.json=https://staging.test', 'https://staging.test']) {
      const { contracts, elsewhere } = await report('calls.nock', ...both, '--server', server);
      expect(contracts).toMatchObject([{ exchanges: 1 }, { exchanges: 2, verified: 2 }]);
      expect(elsewhere).toEqual([]);
    }
  });

  it('asks for enough coverage of each that had an exchange', async () => {
    const gate = ['--min-coverage', '30'];
    expect((await verify('users.nock', ...both, ...gate)).code).toBe(0);
    const { code, err, out } = await verify('users.nock', ...both, '--min-coverage', '90');
    expect(code).toBe(4);
    expect(err).toBe('exa-enrichments: coverage of Users 33.3 % is below --min-coverage 90\n');
    expect(out).not.toContain('coverage of Orders');
  });

  it('tells whose exchange it can not tell, after all else', async () => {
    const args = ['health.nock', '--api', 'users.json', '--api', 'same-server.json'];
    const { code, err } = await verify(...args);
    expect(code).toBe(2);
    expect(err).toMatch(
      /health\.nock: exchange #1, GET \/health, is described by Users \(\S*users\.json\) and More \(\S*same-server\.json\), under the same base path: name a server/,
    );
    expect((await report(...args)).summary).toMatchObject({ exchanges: 2, verified: 1, undocumented: 0 });
    const named = await report(...args, '--server', 'same-server.json=https://api.test');
    expect(named).toMatchObject({ unread: [], contracts: [{ verified: 1 }, { verified: 1 }] });
  });

  it('makes of its shards the report of the whole', async () => {
    const args = ['calls.nock', 'users.nock', ...both, '--server', 'orders.json=https://staging.test'];
    const whole = await verify(...args, '--format', 'json');
    const reports: string[] = [];
    for (const index of [1, 2]) {
      const file = `${index}.out`;
      await verify(...args, '--shard', `${index}/2`, '--format', `json=${file}`);
      reports.push(path(file));
    }
    const apis = both.map((each) => each.replace(/.*\.json/, path));
    const merged = await run(['merge-reports', ...reports, ...apis, '--format', 'json']);
    expect(merged.err).toBe('');
    expect(JSON.parse(merged.out)).toEqual(JSON.parse(whole.out));
    const [one, other] = [apis.slice(0, 2), apis.slice(2)];
    for (const others of [one, [...other, ...one]]) {
      const refused = await run(['merge-reports', ...reports, ...others]);
      expect(refused.err).toMatch(/is of another description: give it with --api/);
    }
  });

  it.each<[string, string[], RegExp]>([
    [
      'one twice',
      ['--api', 'users.json', '--api', 'users.json'],
      /--api \S+users\.json is given twice: give/,
    ],
    [
      'one under two names',
      ['--api', 'users.json', '--api', 'link.json'],
      /--api \S+link\.json is given twice, as \S+users\.json: give/,
    ],
    ['a broken one', ['--api', 'users.json', '--api', 'broken.json'], /broken\.json:1:\d+: /],
    [
      'several broken ones, all at once',
      ['--api', 'broken.json', '--api', 'users.json', '--api', 'empty.json', '--api', 'absent.json'],
      /broken\.json:1:\d+: .*; \S*empty\.json: describes no operation; \S*absent\.json: does not exist/,
    ],
    [
      'a server of none',
      [...both, '--server', 'more.json=https://a.test'],
      /names a file that is none of the/,
    ],
    ['what is no server', [...both, '--server', 'users.json=a.test'], /--server must be a URL as/],
  ])('refuses %s', async (_, args, reason) => {
    const { code, out, err } = await verify('calls.nock', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(reason);
  });
});
