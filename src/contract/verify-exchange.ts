import type { Contract } from './contract.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { createEngine, type Engine } from './judge/engine.ts';
import { createJudge, type VerifyExchangeOptions } from './judge/judge.ts';

export type { UndocumentedStrategy, VerifyExchangeOptions } from './judge/judge.ts';

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
