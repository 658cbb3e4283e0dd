import type { Contract } from './contract.ts';
import { startContractRun, type VerifyExchangesOptions } from './contract-run.ts';
import type { Exchange } from './exchange.ts';
import type { Report } from './report.ts';

export type { VerifyExchangesOptions } from './contract-run.ts';

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
