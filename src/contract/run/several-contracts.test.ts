import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../contract.ts';
import { startContractRun, verifyExchange } from '../contract-run.ts';
import { compileObject } from '../description/compile.test-support.ts';
import { anExchange } from '../exchange.test-support.ts';
import type { Exchange } from '../exchange.ts';
import type { Report } from '../report.ts';
import { toMatchContract } from '../to-match-contract.ts';
import { applyWaivers } from '../waivers/apply.ts';
import type { Contracts } from './contracts.ts';

/** A description with `GET` of some paths, each of which answers 200. */
function api(title: string, servers: readonly string[], ...paths: string[]): Promise<Contract> {
  return compileObject({
    info: { title, version: '1' },
    ...(servers.length > 0 && { servers: servers.map((url) => ({ url })) }),
    paths: Object.fromEntries(
      paths.map((path) => [
        path,
        { get: { operationId: `${title} ${path}`, responses: { 200: { description: 'ok' } } } },
      ]),
    ),
  });
}

function calling(url: string, status = 500, file = 'a.har', index = 0): Exchange {
  return anExchange({
    method: 'GET',
    url,
    requestHeaders: {},
    status,
    headers: {},
    body: undefined,
    file,
    index,
  });
}

/** Whose an exchange is, by its name, `nobody` where it is undocumented, or else why that can't be told. */
function whose(contracts: Contracts, url: string): string {
  const run = startContractRun(contracts);
  run.add(calling(url));
  const { findings, unread, contracts: shares = [], elsewhere, summary } = run.report();
  const owners = shares.filter(({ exchanges }) => exchanges > 0).map(({ name }) => name);
  expect(owners.length).toBeLessThan(2);
  const [finding] = findings;
  expect(finding?.contract).toBe(finding && owners[0]);
  if (unread.length > 0) {
    expect(summary).toMatchObject({ exchanges: 1, verified: 0, undocumented: 0 });
    return `unread ${unread[0]?.reason.replace(/: name a.*| \(\S+\)/g, '')}`;
  }
  if (elsewhere.length > 0) return `elsewhere ${elsewhere[0]?.host}`;
  const what = finding?.check === 'undocumented-operation' ? 'undocumented' : finding?.operationId;
  return `${owners[0] ?? 'nobody'}: ${what}`;
}

describe('of several contracts an exchange', () => {
  it.each([
    [false, 'A'],
    [true, 'B'],
  ])('of HEAD is of the one that describes GET, but for a strict run: %s', async (strict, name) => {
    const contracts = [
      await api('A', ['https://a.test'], '/v2/y'),
      await api('B', ['https://a.test/v2'], '/x'),
    ];
    const run = startContractRun(contracts, { strict });
    const head = calling('https://a.test/v2/y', 200);
    run.add({ ...head, request: { ...head.request, method: 'HEAD' } });
    const owners = run.report().contracts?.filter(({ exchanges }) => exchanges > 0);
    expect(owners?.map((each) => each.name)).toEqual([name]);
  });

  it('of HEAD is of the one that describes HEAD before the one that describes GET', async () => {
    const get = await api('A', ['https://a.test'], '/x');
    const head = await compileObject({
      servers: [{ url: 'https://a.test' }],
      info: { title: 'B', version: '1' },
      paths: { '/x': { head: { operationId: 'B', responses: { 200: { description: 'ok' } } } } },
    });
    const call = calling('https://a.test/x', 200);
    for (const contracts of [
      [get, head],
      [head, get],
    ]) {
      const run = startContractRun(contracts);
      run.add({ ...call, request: { ...call.request, method: 'HEAD' } });
      const owners = run.report().contracts?.filter(({ verified }) => verified > 0);
      expect(owners?.map((each) => each.name)).toEqual(['B']);
    }
  });

  it('is undecided where a recorder replaced what tells them apart, and ends no run', async () => {
    const contracts = [
      await api('A', ['https://a.test'], '/users/list'),
      await api('B', ['https://a.test'], '/orders/list'),
    ];
    const exchange = calling('https://a.test/<WHAT>/list', 200);
    const warning = {
      check: 'undocumented-operation',
      severity: 'warning',
      message: 'A recorder replaced a part of the path, and several of the descriptions may have it.',
    };
    const run = startContractRun(contracts);
    run.add(exchange);
    const report = run.report();
    expect(report).toMatchObject({ unread: [], findings: [warning], lenient: [] });
    expect(report.summary).toMatchObject({ exchanges: 1, verified: 0, undocumented: 1 });
    expect(verifyExchange(contracts, exchange)).toMatchObject([warning]);
  });

  it.each<[string, Record<string, [string[], ...string[]]>, Record<string, string>]>([
    [
      'is of the one whose server it went to',
      { A: [['https://a.test'], '/x'], B: [['https://b.test'], '/x'] },
      {
        'https://a.test/x': 'A: A /x',
        'https://b.test/x': 'B: B /x',
        'https://b.test/y': 'B: undocumented',
        'https://c.test/x': 'elsewhere c.test',
        'http://localhost:1/x':
          'unread exchange #0, GET /x, is described by A and B, under the same base path',
        'http://localhost:1/y': 'nobody: undocumented',
      },
    ],
    [
      'is of the one with the longer base path',
      { A: [['https://a.test'], '/{v}/x', '/v2/y'], B: [['https://a.test/v2'], '/x'] },
      {
        'https://a.test/v1/x': 'A: A /{v}/x',
        'https://a.test/v2/x': 'B: B /x',
        // What one of them describes is not undocumented.
        'https://a.test/v2/y': 'A: A /v2/y',
        'https://a.test/v2/z': 'B: undocumented',
        'https://a.test/v3': 'A: undocumented',
        'http://localhost:1/v2/x': 'B: B /x',
      },
    ],
    [
      'is of the one that describes it where they share a server',
      { A: [['https://a.test/v1'], '/x', '/both'], B: [['https://a.test/v1'], '/y', '/both'] },
      {
        'https://a.test/v1/x': 'A: A /x',
        'https://a.test/v1/y': 'B: B /y',
        'https://a.test/v1/z': 'nobody: undocumented',
        'https://a.test/v1/both':
          'unread exchange #0, GET /v1/both, is described by A and B, under the same base path',
      },
    ],
    [
      'is of the one that names the host before one that is served by any',
      { A: [[], '/x'], B: [['https://b.test/v1'], '/x'] },
      { 'https://b.test/v1/x': 'B: B /x', 'https://c.test/x': 'A: A /x', 'https://b.test/x': 'A: A /x' },
    ],
  ])('%s', async (_, apis, expected) => {
    const contracts = await Promise.all(
      Object.entries(apis).map(([title, [servers, ...paths]]) => api(title, servers, ...paths)),
    );
    for (const all of [contracts, contracts.toReversed()])
      expect(
        Object.fromEntries(
          Object.keys(expected).map((url) => [url, whose(all, url).replace('B and A', 'A and B')]),
        ),
      ).toEqual(expected);
  });

  it('is of the one for which its server was named', async () => {
    const a = await api('A', ['https://a.test'], '/x');
    const b = await api('B', ['https://a.test'], '/x', '/y');
    const of = (url: string, ...servers: string[]): string => whose([{ contract: a, servers }, b], url);
    expect(of('https://a.test/x', 'https://a.test')).toBe('A: A /x');
    expect(of('https://a.test/y', 'https://a.test')).toBe('B: B /y');
    expect(of('http://localhost:3000/x', 'http://localhost:3000')).toBe('A: A /x');
    expect(of('http://localhost:4000/x', 'http://localhost:3000')).toMatch(/^unread/);
    expect(of('https://staging.test/a/x', 'https://staging.test/a')).toBe('A: A /x');
    expect(of('https://staging.test/a/y', 'https://staging.test/a')).toBe('A: undocumented');
  });

  it('is judged by that one, and counted there', async () => {
    const a = await api('A', ['https://a.test'], '/x', '/y');
    const b = await api('B', ['https://b.test'], '/x');
    const run = startContractRun([a, b], { undocumented: 'warn' });
    run.add(calling('https://a.test/x', 200));
    run.add(calling('https://b.test/x', 500));
    run.add(calling('https://b.test/z', 200));
    const { contract, contracts, coverage, findings, causes } = run.report();
    expect(contract).toMatchObject({ title: 'A, B', version: '1, 1' });
    expect(contracts).toMatchObject([
      { name: 'A', title: 'A', sha256: a.sha256, exchanges: 1, verified: 1, undocumented: 0 },
      { name: 'B', title: 'B', sha256: b.sha256, exchanges: 2, verified: 1, undocumented: 1 },
    ]);
    expect(findings.map((finding) => `${finding.contract} ${finding.check}`)).toEqual([
      'B status-code-conformance',
      'B undocumented-operation',
    ]);
    expect(causes.map((cause) => cause.contract)).toEqual(['B', 'B']);
    const covered = contracts?.map((each) => each.coverage.kinds.operation);
    expect(covered).toEqual([
      { covered: 1, eligible: 2 },
      { covered: 1, eligible: 1 },
    ]);
    expect(coverage.kinds.operation).toEqual({ covered: 2, eligible: 3 });
    expect(coverage.missing.map((point) => `${point.contract} ${point.name}`)).toEqual([
      'A A /y',
      'A A /y 200',
      'B B /x 200',
    ]);
  });

  it('has findings of its own, so that a waiver of one covers none of another', async () => {
    const [a, b] = await Promise.all(
      ['a', 'b'].map((name) =>
        compileObject({
          info: { title: name, version: '1' },
          servers: [{ url: `https://${name}.test` }],
          paths: {
            '/x': {
              get: {
                operationId: 'same',
                security: [{ key: [] }],
                responses: { 200: { description: 'ok' } },
              },
            },
          },
          components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
        }),
      ),
    );
    if (a === undefined || b === undefined) throw new Error('not compiled');
    // Told once a run; of a response; of an operation that is not described.
    const calls = (host: string): Exchange[] => [
      { ...calling(`https://${host}.test/x`, 200, `${host}.har`), recorded: true },
      calling(`https://${host}.test/x`, 500, `${host}.har`, 1),
      calling(`https://${host}.test/z`, 200, `${host}.har`, 2),
    ];
    const reportOf = (contracts: Contracts): Report => {
      const run = startContractRun(contracts);
      for (const call of [...calls('a'), ...calls('b')]) run.add(call);
      return run.report();
    };
    const { findings } = reportOf([a, b]);
    const waivers = findings
      .filter(({ contract }) => contract === 'a')
      .map(({ fingerprint }) => ({
        fingerprint,
        reason: 'r',
        owner: 'o',
        expires: '2999-01-01',
        place: { file: 'w.yaml', line: 1, column: 1, pointer: '/0' },
      }));
    const waived = applyWaivers(findings, waivers, '2026-11-29');
    const kinds = (name: string, owner?: string): string[] =>
      waived
        .filter(({ contract, waivedBy }) => contract === name && waivedBy === owner)
        .map(({ check, times }) => `${check} ${times}`);
    expect(waived).toHaveLength(findings.length);
    expect(kinds('a')).toEqual([]);
    expect(kinds('b', 'o')).toEqual([]);
    expect(kinds('a', 'o')).toEqual(kinds('b'));
    expect(kinds('b')).toEqual(
      expect.arrayContaining(['request-conformance 1', 'undocumented-operation undefined']),
    );
    // Alone it has the fingerprints that it always had.
    const [exchange] = calls('a').slice(1);
    if (exchange === undefined) throw new Error('no exchange');
    const alone = verifyExchange(a, exchange).map(({ fingerprint }) => fingerprint);
    expect(reportOf(a).findings.map(({ fingerprint }) => fingerprint)).toEqual(expect.arrayContaining(alone));
    const ofSeveral = verifyExchange([a, b], exchange).map(({ fingerprint }) => fingerprint);
    expect(findings.map(({ fingerprint }) => fingerprint)).toEqual(expect.arrayContaining(ofSeveral));
    expect(ofSeveral.filter((each) => alone.includes(each))).toEqual([]);
  });

  it('is told by what differs where they have one title', async () => {
    const one = await api('T', ['https://a.test'], '/x');
    const other = await api('T', ['https://b.test'], '/x');
    const versioned = { ...other, version: '2' };
    const names = (...all: Contract[]): string[] | undefined =>
      startContractRun(all)
        .report()
        .contracts?.map(({ name }) => name);
    expect(names(one, versioned)).toEqual(['T 1', 'T 2']);
    expect(names(one, other)).toEqual([one, other].map(({ sha256 }) => `T 1 (${sha256.slice(0, 8)})`));
    expect(() => names(one, { ...one })).toThrow(/^The contract T is given twice: give it once\.$/);
    expect(() => names()).toThrow('No contract is given');
  });

  it('is asked of all of them by the matcher, and by itself', async () => {
    const a = await api('A', ['https://a.test'], '/x');
    const b = await api('B', ['https://b.test'], '/x');
    const match = (url: string, status: number): boolean =>
      toMatchContract(calling(url, status), { contract: [a, b] }).pass;
    expect([match('https://a.test/x', 200), match('https://b.test/x', 200)]).toEqual([true, true]);
    expect([match('https://b.test/x', 500), match('https://c.test/x', 200)]).toEqual([false, false]);
    expect(verifyExchange([a, b], calling('http://localhost/x'))).toMatchObject([
      {
        check: 'check-crashed',
        message: expect.stringMatching(/is described by A \(\S+\) and B \(\S+\), under/),
      },
    ]);
    expect(verifyExchange([a, b], calling('https://b.test/x'))).toMatchObject([{ contract: 'B' }]);
  });
});
