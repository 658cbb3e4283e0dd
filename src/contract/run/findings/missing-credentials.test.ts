import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Contract } from '../../contract.ts';
import { startContractRun, verifyExchange } from '../../contract-run.ts';
import { compileObject } from '../../description/compile.test-support.ts';
import { anExchange } from '../../exchange.test-support.ts';
import type { Exchange } from '../../exchange.ts';
import { collectPart } from '../collect.ts';
import { runContracts } from '../contracts.ts';
import { mergeParts } from '../merge.ts';

const KEY = { 'x-key': 'k1234567' };
const NO_KEY = { accept: '*/*' };
const REMOVED = 'The recording holds none of the documented credentials: a recorder may have removed them.';
const OPEN = 'The request has none of the documented credentials.';

let contract: Contract;
beforeAll(async () => {
  const operation = (security: readonly object[], more: object = {}): object => ({
    security,
    responses: { 200: { description: 'ok' }, '4XX': { description: 'refused' } },
    ...more,
  });
  contract = await compileObject({
    paths: {
      '/a': {
        get: operation([{ key: [] }], {
          operationId: 'a',
          parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }],
        }),
      },
      '/b': { get: operation([{ key: [] }], { operationId: 'b' }) },
      '/c': { get: operation([{ app: [] }], { operationId: 'c' }) },
      '/both': { get: operation([{ key: [], app: [] }], { operationId: 'both' }) },
      '/either': { get: operation([{ app: [] }, { key: [] }], { operationId: 'either' }) },
      '/public': { get: operation([{ key: [] }, {}], { operationId: 'public' }) },
    },
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        app: { type: 'apiKey', in: 'query', name: 'app' },
      },
    },
  });
});

interface Call {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly status?: number;
  readonly captured?: true;
}

function exchanges(calls: readonly Call[]): Exchange[] {
  const counts = new Map<string, number>();
  return calls.map(({ path, headers = NO_KEY, file = 'a.har', status = 200, captured }) => {
    const index = counts.get(file) ?? 0;
    counts.set(file, index + 1);
    const url = `https://x.test${path}`;
    const parts = { method: 'GET', url, requestHeaders: headers, status, headers: {}, body: undefined };
    const exchange = anExchange({ ...parts, file, index });
    return captured ? exchange : { ...exchange, recorded: true };
  });
}

function told(calls: readonly Call[], options = {}): string[] {
  const run = startContractRun(contract, options);
  for (const exchange of exchanges(calls)) run.add(exchange);
  return run
    .report()
    .findings.map(
      ({ severity, operationId, recording: { file, index } }) =>
        `${severity} ${operationId} ${file}#${index}`,
    );
}

const scrubbed = (count: number): Call[] => Array.from({ length: count }, () => ({ path: '/a' }));
const kept = (count: number): Call[] =>
  Array.from({ length: count }, () => ({ path: '/a', headers: { 'x-key': '<KEY>' } }));

describe('a recorded request without the documented credential', () => {
  it.each<[string, readonly Call[], string[]]>([
    ['among 500 that a recorder took it from', [...scrubbed(500), { path: '/b' }], ['warning a a.har#0']],
    ['among 500 that have it', [...kept(500), { path: '/b' }], ['error b a.har#500']],
    ['before one that has it', [{ path: '/b' }, ...kept(1)], ['error b a.har#0']],
    [
      'beside one that has it and was refused',
      [{ path: '/b' }, { path: '/a', headers: KEY, status: 403 }],
      ['error b a.har#0'],
    ],
    [
      'beside one of an operation that is not described',
      [{ path: '/b' }, { path: '/x', headers: KEY }],
      ['error b a.har#0', 'warning undefined a.har#1'],
    ],
    ['in a file of its own', [...kept(1), { path: '/b', file: 'b.har' }], ['warning b b.har#0']],
    ['in several files', [{ path: '/a' }, { path: '/b', file: 'b.har' }], ['warning a a.har#0']],
    [
      'in files that come by turns',
      [{ path: '/b' }, { path: '/b', file: 'b.har' }, ...kept(1)],
      ['error b a.har#0', 'warning b b.har#0'],
    ],
    ['beside one with another credential', [{ path: '/b' }, { path: '/c?app=x' }], ['warning b a.har#0']],
    ['beside one with the other of two', [{ path: '/both', headers: KEY }], ['warning both a.har#0']],
    [
      'beside one with the same of two',
      [{ path: '/both', headers: KEY }, { path: '/both', headers: KEY }, { path: '/c?app=x' }],
      ['error both a.har#0'],
    ],
    ['beside one with one of the alternatives', [{ path: '/either' }, ...kept(1)], ['error either a.har#0']],
    ['where none is needed', [{ path: '/public' }, ...kept(1)], []],
    ['and refused', [{ path: '/b', status: 401 }, ...kept(1)], []],
    [
      'by each requirement',
      [{ path: '/a' }, { path: '/b' }, { path: '/c' }],
      ['warning a a.har#0', 'warning c a.har#2'],
    ],
    ['in an exchange that was captured', [{ path: '/b', captured: true }], ['error b a.har#0']],
  ])('%s', (_, calls, expected) => {
    expect(told(calls)).toEqual(expected);
  });

  it('was let pass only where it is no error', () => {
    const run = startContractRun(contract);
    const calls = [{ path: '/b' }, ...kept(1), { path: '/a', file: 'b.har' }, { path: '/a', file: 'b.har' }];
    for (const exchange of exchanges(calls)) run.add(exchange);
    expect(run.report().lenient).toMatchObject([
      { rule: 'missing-credential', times: 2, recording: { file: 'b.har', index: 0 } },
    ]);
  });

  it('is an error where all is judged as it stands', () => {
    expect(told([{ path: '/a' }, { path: '/b' }], { strict: true })).toEqual([
      'error a a.har#0',
      'error b a.har#1',
    ]);
  });

  it('is judged by itself as one that a recorder may have changed, and is counted', () => {
    const [exchange] = exchanges([{ path: '/b' }]) as [Exchange];
    expect(verifyExchange(contract, exchange).map(({ severity, message }) => [severity, message])).toEqual([
      ['warning', REMOVED],
    ]);
    expect(verifyExchange(contract, exchange, { strict: true })[0]?.message).toBe(OPEN);
  });

  it('shows its parameters all the same', () => {
    const run = startContractRun(contract);
    for (const exchange of exchanges([{ path: '/a?q=x' }])) run.add(exchange);
    expect(run.report().coverage.kinds.parameter).toEqual({ covered: 1, eligible: 1 });
  });

  it('is told as often as it is asked', () => {
    const run = startContractRun(contract);
    for (const exchange of exchanges([...kept(1), { path: '/b' }, { path: '/b' }])) run.add(exchange);
    expect(run.report().summary.findings).toEqual({ error: 2, warning: 0, info: 0 });
    expect(run.report()).toEqual(run.report());
  });

  it('is told alike however a file is cut', () => {
    const path = fc.constantFrom('/a', '/b', '/c', '/both', '/either');
    const headers = fc.constantFrom<Readonly<Record<string, string>>>(KEY, NO_KEY, NO_KEY);
    const file = fc.constantFrom('a.har', 'b.har');
    const call = fc.record({ path, headers, file });
    fc.assert(
      fc.property(fc.array(call), fc.array(fc.nat({ max: 3 })), (unordered, cuts) => {
        const calls = unordered.toSorted((one, other) => (one.file < other.file ? -1 : 1));
        const contracts = runContracts(contract);
        let part = collectPart(contracts, {});
        const merger = mergeParts(contracts);
        for (const [at, exchange] of exchanges(calls).entries()) {
          part.add(exchange);
          if (!cuts.includes(at)) continue;
          merger.add(part.result());
          part = collectPart(contracts, {});
        }
        merger.add(part.result());
        const found = merger
          .result()
          .report.findings.map(({ severity, operationId, recording }) => [severity, operationId, recording]);
        const whole = startContractRun(contract);
        for (const exchange of exchanges(calls)) whole.add(exchange);
        expect(found).toEqual(
          whole
            .report()
            .findings.map(({ severity, operationId, recording }) => [severity, operationId, recording]),
        );
      }),
    );
  });
});
