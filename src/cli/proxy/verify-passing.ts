import type { Contract } from '../../contract/contract.ts';
import { startContractRun } from '../../contract/contract-run.ts';
import type { Exchange } from '../../contract/exchange.ts';
import type { Finding } from '../../contract/finding.ts';
import { allDeclaredCredentials } from '../../contract/judge/declared-credentials.ts';
import { printable } from '../../contract/printable.ts';
import { collectEvidence } from '../../contract/reporters/shared/evidence.ts';
import type { DeclaredCredentials } from '../../secrets/credential-names.ts';
import type { ExitCode } from '../exit-code.ts';
import { refuseToReplace } from '../output-files.ts';
import type { Terminal } from '../terminal.ts';
import { prepareConclusion } from '../verify/conclude.ts';
import { contractsOf, descriptionFiles } from '../verify/contracts-of.ts';
import { type JudgeOptions, refuseReports } from '../verify/judge-options.ts';
import type { Target } from './proxy-target.ts';

/** A contract run over what passes. */
export interface PassingRun {
  /** What the descriptions call credentials. */
  readonly declared: DeclaredCredentials;
  /** Judges an exchange; what is found is told on stderr, each kind of finding once. */
  add(exchange: Exchange): void;
  /** Writes the reports; resolves with the exit. */
  conclude(): Promise<ExitCode>;
}

/**
 * Reads descriptions and waivers.
 *
 * @param output the recording, which no report may replace
 * @throws UsageError, DescriptionError, WaiverError
 */
export async function preparePassingRun(
  judge: JudgeOptions,
  target: Target,
  output: string | undefined,
  terminal: Terminal,
): Promise<PassingRun> {
  const contracts = await contractsOf(judge);
  const conclude = await prepareConclusion(judge);
  await refuseReports(
    judge,
    contracts,
    output === undefined ? [] : [{ file: output, what: 'the recording' }],
  );
  if (output !== undefined)
    await refuseToReplace(
      [{ file: output, what: 'the recording' }],
      [
        ...(await descriptionFiles(contracts)),
        ...(judge.waivers === undefined ? [] : [{ file: judge.waivers, what: 'the file of waivers' }]),
      ],
    );
  const evidence = collectEvidence(contracts);
  const served = contracts.map((contract) => ({ contract, servers: serversOf(contract, target) }));
  const run = startContractRun(served, { observe: evidence.add });
  const tell = tellOnce(terminal);
  return {
    declared: allDeclaredCredentials(contracts),
    add(exchange) {
      for (const finding of run.add(exchange))
        if (finding.severity !== 'info') tell(finding.fingerprint, lineOf(finding));
    },
    conclude: () => {
      const found = { contracts: served, report: run.report(), evidence: evidence.result() };
      return conclude(found, terminal, new Date());
    },
  };
}

/** The target is a documented server, whatever its name: with a path, at that base path; else at those that are documented. */
export function serversOf(
  { operations }: Pick<Contract, 'operations'>,
  { origin, basePath }: Pick<Target, 'origin' | 'basePath'>,
): readonly string[] {
  if (basePath !== '') return [origin + basePath];
  const documented = operations.flatMap(({ servers }) => servers.map((server) => server.basePath));
  const known = [...new Set(documented)].filter((path) => !path.includes('{}'));
  return known.length === 0 ? [origin] : known.map((path) => origin + path);
}

/** More kinds of messages than this nobody reads as they come. */
const MOST_TOLD = 200;

/** Writes a line to stderr where none of its kind was written before. */
export function tellOnce({ err }: Terminal): (kind: string, line: string) => void {
  const told = new Set<string>();
  return (kind, line) => {
    if (told.has(kind) || told.size >= MOST_TOLD) return;
    told.add(kind);
    err.write(`${printable(line)}\n`);
  };
}

function lineOf({ severity, check, message, method, url, status, recording }: Finding): string {
  return `${severity} in exchange #${recording.index}, ${method} ${url} ${status}: ${message} (${check})`;
}
