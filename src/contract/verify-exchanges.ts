import type { Contract } from './contract.ts';
import { countFindings } from './count-findings.ts';
import { collectCoverage } from './coverage/collect.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { matchOperation } from './match-operation.ts';
import type { Report } from './report.ts';
import { type VerifyExchangeOptions, verifyExchange } from './verify-exchange.ts';

export interface VerifyExchangesOptions extends VerifyExchangeOptions {
  /** Told of every exchange with its findings: for a report that shows more of an exchange than a finding holds. */
  readonly observe?: (exchange: Exchange, findings: readonly Finding[]) => void;
}

/** A whole contract run: every exchange verified, what they covered, and the counts. Rejects only where reading does. */
export async function verifyExchanges(
  contract: Contract,
  exchanges: AsyncIterable<Exchange> | Iterable<Exchange>,
  options: VerifyExchangesOptions = {},
): Promise<Report> {
  const coverage = collectCoverage(contract);
  const findings: Finding[] = [];
  const counts = { exchanges: 0, verified: 0, undocumented: 0 };
  for await (const exchange of exchanges) {
    counts.exchanges++;
    const { method, url } = exchange.request;
    counts[matchOperation(contract, method, url) === undefined ? 'undocumented' : 'verified']++;
    const found = verifyExchange(contract, exchange, options);
    for (const finding of found) findings.push(finding);
    options.observe?.(exchange, found);
    coverage.add(exchange);
  }
  const { title, version, sha256 } = contract;
  return {
    version: 1,
    contract: { title, version, sha256 },
    summary: { ...counts, ...countFindings(findings) },
    findings,
    coverage: coverage.result(),
  };
}
