import type { CheckContext } from './check.ts';
import type { Contract } from './contract.ts';
import { countFindings } from './count-findings.ts';
import { contractPoints } from './coverage/points.ts';
import { createRecorder } from './coverage/recorder.ts';
import { showExchange } from './coverage/show-exchange.ts';
import { createEngine } from './engine.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { createJudge, type VerifyExchangeOptions } from './judge.ts';
import { parsePlace } from './parse-place.ts';
import type { Report } from './report.ts';

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
  const recorder = createRecorder(contractPoints(contract));
  const judge = createJudge(createEngine(contract, recorder), options);
  const findings: Finding[] = [];
  const counts = { exchanges: 0, verified: 0, undocumented: 0 };
  const show = (context: CheckContext, found: readonly Finding[]): void =>
    showExchange(recorder, context, found);
  return {
    add: (exchange) => {
      const { context, findings: found } = judge(exchange);
      counts.exchanges++;
      if (context === undefined) counts.undocumented++;
      else {
        counts.verified++;
        show(context, found);
      }
      for (const finding of found) findings.push(finding);
      options.observe?.(exchange, found);
      return found;
    },
    report: () => {
      const { title, version, sha256 } = contract;
      return {
        version: 1,
        contract: { title, version, sha256 },
        summary: { ...counts, ...countFindings(findings) },
        findings,
        limitations: contract.limitations.map(({ spec, what }) => ({ spec: parsePlace(spec), what })),
        coverage: recorder.result(),
      };
    },
  };
}
