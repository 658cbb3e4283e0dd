import { reportedContract, runContracts } from '../../contract/run/contracts.ts';
import { mergeReports } from '../../contract/run/merge-reports.ts';
import { ReportError } from '../../contract/run/parse-report.ts';
import { readArguments } from '../arguments.ts';
import { UsageError } from '../cli-errors.ts';
import type { Command } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { prepareConclusion } from '../verify/conclude.ts';
import { contractsOf } from '../verify/contracts-of.ts';
import { JUDGE_OPTIONS, readJudgeOptions, refuseReports } from '../verify/judge-options.ts';
import { readReports } from '../verify/read-reports.ts';

export const mergeReportsCommand: Command = {
  name: 'merge-reports',
  usage: ['<path...> [options]'],
  about:
    "Puts the JSON reports of `verify` together: those of all shards of a run, in files or folders. What `verify --shard` can't judge, for it needs all of the work, is judged here.",
  options: JUDGE_OPTIONS,
  examples: ['merge-reports reports/ --format html --output report.html --min-coverage 80'],
  exits: 'as verify.',
  takes: 'files',
  run: runMergeReports,
};

async function runMergeReports(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, JUDGE_OPTIONS);
  const options = readJudgeOptions(values);
  if (positionals.length === 0)
    throw new UsageError('merge-reports needs a path: JSON reports, or a folder of them');
  const conclude = await prepareConclusion(options);
  const contracts = await contractsOf(options);
  const reports = await readReports(positionals);
  const read = reports.map(({ file }) => ({ file, what: 'a report that is merged' }));
  await refuseReports(options, contracts, read);
  const { sha256 } = reportedContract(runContracts(contracts));
  const foreign = reports.find(({ report }) => report.contract.sha256 !== sha256);
  if (foreign !== undefined)
    throw new ReportError(foreign.file, 'is of another description: give it with --api, as it was then');
  const merged = mergeReports(reports, { waivers: options.waivers === undefined ? 'keep' : 'drop' });
  return conclude({ contracts, ...merged }, terminal, new Date());
}
