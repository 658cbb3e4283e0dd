import type { Contract } from './contract.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { allDeclaredCredentials } from './judge/declared-credentials.ts';
import { createEngine, type Engine } from './judge/engine.ts';
import { toFinding } from './judge/finding-from-draft.ts';
import { createJudge, type VerifyExchangeOptions } from './judge/judge.ts';
import type { Report } from './report.ts';
import { claimedBySeveral, collectPart } from './run/collect.ts';
import { type Contracts, findingOf, runContracts } from './run/contracts.ts';
import { mergeParts } from './run/merge.ts';
import { whoseExchange } from './run/whose.ts';

export type { UndocumentedStrategy, VerifyExchangeOptions } from './judge/judge.ts';

export interface VerifyExchangesOptions extends VerifyExchangeOptions {
  /** Told of every exchange with its findings: for a report that shows more of an exchange than a finding holds. */
  readonly observe?: (exchange: Exchange, findings: readonly Finding[]) => void;
}

/** A contract run that takes exchanges as they come. */
export interface ContractRun {
  /**
   * Verifies one exchange, counts what it covers, and gives its findings, which the report will hold. None are of an exchange
   * that several contracts describe alike: the report names its file as unread.
   */
  add(exchange: Exchange): readonly Finding[];
  /** What was found so far. */
  report(): Report;
}

/**
 * Starts a contract run.
 *
 * @example
 * const users = await compileDescription('users.yaml');
 * const orders = await compileDescription('orders.yaml');
 * const run = startContractRun([users, { contract: orders, servers: ['https://staging.example.com/orders'] }]);
 * for await (const exchange of readRecordings('recordings', { onUnread: console.warn })) run.add(exchange);
 * console.log(prettyReport(run.report()));
 *
 * @throws TypeError where no contract is given, or one twice
 */
export function startContractRun(contracts: Contracts, options: VerifyExchangesOptions = {}): ContractRun {
  const all = runContracts(contracts);
  const part = collectPart(all, options);
  return {
    add: (exchange) => {
      const findings = part.add(exchange);
      options.observe?.(exchange, findings);
      return findings;
    },
    report: () => {
      const merged = mergeParts(all);
      merged.add(part.result());
      return merged.result().report;
    },
  };
}

const engines = new WeakMap<Contract, Engine>();

function engineOf(contract: Contract): Engine {
  const engine = engines.get(contract) ?? createEngine(contract);
  engines.set(contract, engine);
  return engine;
}

/**
 * Holds one exchange against the contract, or against that of several which it belongs to. What went to no documented server
 * is an undocumented operation. A check that fails to run is a finding, `check-crashed`, and so is an exchange that several
 * contracts describe alike.
 *
 * @example
 * const findings = verifyExchange([users, orders], exchange, { undocumented: 'error' });
 *
 * @throws TypeError where no contract is given, or one twice
 */
export function verifyExchange(
  contracts: Contracts,
  exchange: Exchange,
  options: VerifyExchangeOptions = {},
): Finding[] {
  const all = runContracts(contracts);
  const sides = all.map(({ contract, servers }) => ({ engine: engineOf(contract), servers }));
  const { places, is } =
    all.length === 1 ? { places: [0], is: 'one' as const } : whoseExchange(sides, options)(exchange);
  if (is === 'several') {
    const draft = {
      message: `It can't be told whose this is: ${claimedBySeveral(exchange, all, places)}.`,
      target: 'request',
    } as const;
    const declared = allDeclaredCredentials(all.map(({ contract }) => contract));
    return [toFinding('check-crashed', draft, exchange, undefined, declared, '')];
  }
  const place = places[0] as number;
  const { engine, servers } = sides[place] as (typeof sides)[number];
  const judge = createJudge(engine, { ...options, servers: [...(options.servers ?? []), ...servers] }, true);
  const { findings } = judge(exchange, is === 'undecided');
  const name = all.length > 1 && is === 'one' ? all[place]?.name : undefined;
  return findings.map((finding) => findingOf(name, finding));
}

/**
 * A whole contract run: every exchange verified, what they covered, and the counts. Rejects only where reading does.
 *
 * @example
 * const report = await verifyExchanges(bundledContract, readRecordings('contract-tests/recordings'));
 */
export async function verifyExchanges(
  contracts: Contracts,
  exchanges: AsyncIterable<Exchange> | Iterable<Exchange>,
  options: VerifyExchangesOptions = {},
): Promise<Report> {
  const run = startContractRun(contracts, options);
  for await (const exchange of exchanges) run.add(exchange);
  return run.report();
}
