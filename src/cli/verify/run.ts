import { basename, dirname, join, resolve, sep } from 'node:path';
import { VERSION } from '../../client/version.ts';
import { printable } from '../../contract/printable.ts';
import type { RunPlan } from '../../contract/report.ts';
import { findProvenance, recordingSummaries } from '../../contract/reporters/shared/recordings.ts';
import { type RunContract, runContracts } from '../../contract/run/contracts.ts';
import { shardReport } from '../../contract/run/merge-reports.ts';
import { fileDigest, recordingsDigest } from '../../contract/run/plan-digest.ts';
import { verifyRecordings } from '../../contract/run/verify-recordings.ts';
import { STDIN, type UsedFile } from '../output-files.ts';
import type { Terminal } from '../terminal.ts';
import type { Found } from './conclude.ts';
import { contractsOf } from './contracts-of.ts';
import { refuseReports } from './judge-options.ts';
import { createProgress } from './progress.ts';
import type { VerifyOptions } from './verify-options.ts';

export interface RunOptions {
  readonly now: Date;
  /** The file of options, where one was read. */
  readonly config: string | undefined;
  /** Ends the waiting for a run, which may go on until the process ends. */
  readonly signal: AbortSignal;
}

/** A contract run over recordings on disk. @throws the reason of the signal, where it is aborted */
export async function runVerify(
  options: VerifyOptions,
  terminal: Terminal,
  { now, config, signal }: RunOptions,
): Promise<Found> {
  const { paths, apis, servers, workers, shard } = options;
  const compiled = await contractsOf(options);
  const contracts = compiled.map((contract, place) => ({
    contract,
    servers: servers.flatMap(({ api, url }) => (api !== undefined && api === apis[place] ? [url] : [])),
  }));
  let plan: RunPlan | undefined;
  const progress = createProgress(terminal);
  try {
    const verified = verifyRecordings(contracts, paths, {
      api: apis,
      allowRefs: options.allowRefs,
      undocumented: options.undocumented,
      ignoreProperties: options.ignoreProperties,
      ignoreParameters: options.ignoreParameters,
      servers: servers.flatMap(({ api, url }) => (api === undefined ? [url] : [])),
      ignoreHosts: options.ignoreHosts,
      placeholders: options.placeholders,
      strict: options.strict,
      workers,
      shard,
      evidence: true,
      onFiles: async (files) => {
        const configs = config === undefined ? [] : [{ file: config, what: 'the file of options' }];
        await refuseReports(options, compiled, [...recordingsOf(paths, files), ...configs]);
        if (shard !== undefined) plan = await planOf(options, runContracts(contracts), files);
      },
      onProgress: progress.show,
    });
    const result = await Promise.race([verified, aborted(signal)]);
    const { evidence, recordings } = result;
    const report = shard && plan ? shardReport(result, shard, plan) : result.report;
    const unread = new Map(report.unread.map((one) => [one.file, one]));
    const provenanceOf = await findProvenance(paths, [...recordings.keys()], (one) => {
      if (!unread.has(one.file)) unread.set(one.file, one);
    });
    const summaries = recordingSummaries(recordings, provenanceOf, now.getTime());
    return {
      contracts,
      report: { ...report, unread: [...unread.values()], recordings: summaries },
      evidence,
    };
  } finally {
    progress.end();
  }
}

/** The recordings, and the indexes beside them and above, as far up as the folders that were given. */
function recordingsOf(paths: readonly string[], files: readonly string[]): UsedFile[] {
  const given = paths.map((path) => resolve(path) + sep);
  const folders = new Set<string>();
  for (const file of files) {
    let folder = dirname(resolve(file));
    folders.add(folder);
    while (given.some((path) => folder.startsWith(path))) {
      folder = dirname(folder);
      folders.add(folder);
    }
  }
  return [
    ...files.map((file) =>
      file === '-'
        ? { file: STDIN, what: 'the recording on stdin' }
        : { file, what: `the recording ${printable(basename(file))}` },
    ),
    ...[...folders].flatMap((folder) =>
      ['index.yaml', 'index.yml'].map((name) => ({
        file: join(folder, name),
        what: 'the index of recordings',
      })),
    ),
  ];
}

/** What all shards of a run have in common. */
async function planOf(
  { paths, waivers, ...given }: VerifyOptions,
  contracts: readonly RunContract[],
  files: readonly string[],
): Promise<RunPlan> {
  const each = (option: string, values: readonly string[]): string[] =>
    [...new Set(values)].sort().map((value) => `${option} ${value}`);
  // Wherever they lie, they are what they are called.
  const nameOf = (api: string): string | undefined => contracts[given.apis.indexOf(api)]?.name;
  const options = [
    `--undocumented ${given.undocumented}`,
    ...each('--ignore-property', given.ignoreProperties),
    ...each('--ignore-parameter', given.ignoreParameters),
    ...each(
      '--server',
      given.servers.map(({ api, url }) => (api === undefined ? url : `${nameOf(api)}=${url}`)),
    ),
    ...each('--ignore-host', given.ignoreHosts),
    ...each(
      '--placeholder',
      given.placeholders.map(({ source }) => source),
    ),
    ...(given.strict ? ['--strict'] : []),
    ...(waivers === undefined ? [] : [`--waivers ${await fileDigest(waivers)}`]),
  ];
  return {
    toolVersion: VERSION,
    options: options.join(' '),
    recordings: await recordingsDigest(paths, files),
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
