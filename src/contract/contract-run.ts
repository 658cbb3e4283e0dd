import type { Contract } from './contract.ts';
import { contractPoints } from './coverage/points.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { createEngine, type Engine } from './judge/engine.ts';
import { createJudge, type VerifyExchangeOptions } from './judge/judge.ts';
import type { Report } from './report.ts';
import { collectPart } from './run/collect.ts';
import { mergeParts } from './run/merge.ts';

export type { UndocumentedStrategy, VerifyExchangeOptions } from './judge/judge.ts';

export interface VerifyExchangesOptions extends VerifyExchangeOptions {
  /** Told of every exchange with its findings: for a report that shows more of an exchange than a finding holds. */
  readonly observe?: (exchange: Exchange, findings: readonly Finding[]) => void;
}

/** A contract run that takes exchanges as they come. */
export interface ContractRun {
  /** Verifies one exchange, counts what it covers, and gives its findings, which the report will hold. */
  add(exchange: Exchange): readonly Finding[];
  /** What was found so far. */
  report(): Report;
}

export function startContractRun(contract: Contract, options: VerifyExchangesOptions = {}): ContractRun {
  const points = contractPoints(contract);
  const part = collectPart(contract, points, options);
  return {
    add: (exchange) => {
      const findings = part.add(exchange);
      options.observe?.(exchange, findings);
      return findings;
    },
    report: () => {
      const merged = mergeParts(contract, points);
      merged.add(part.result());
      return merged.result().report;
    },
  };
}

const engines = new WeakMap<Contract, Engine>();

/**
 * Holds one exchange against the contract. What went to no documented server is an undocumented operation. Never throws:
 * a check that fails to run is a finding, `check-crashed`.
 */
export function verifyExchange(
  contract: Contract,
  exchange: Exchange,
  options: VerifyExchangeOptions = {},
): Finding[] {
  const engine = engines.get(contract) ?? createEngine(contract);
  engines.set(contract, engine);
  return [...createJudge(engine, options, true)(exchange).findings];
}

/** A whole contract run: every exchange verified, what they covered, and the counts. Rejects only where reading does. */
export async function verifyExchanges(
  contract: Contract,
  exchanges: AsyncIterable<Exchange> | Iterable<Exchange>,
  options: VerifyExchangesOptions = {},
): Promise<Report> {
  const run = startContractRun(contract, options);
  for await (const exchange of exchanges) run.add(exchange);
  return run.report();
}
