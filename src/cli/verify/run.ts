import { basename, dirname, join, resolve, sep } from 'node:path';
import { VERSION } from '../../client/version.ts';
import { printable } from '../../contract/printable.ts';
import type { RunPlan } from '../../contract/report.ts';
import { findProvenance } from '../../contract/reporter-support/find-provenance.ts';
import { recordingSummaries } from '../../contract/reporter-support/recording-list.ts';
import { fileDigest, recordingsDigest } from '../../contract/run/plan-digest.ts';
import { verifyRecordings } from '../../contract/run/verify-recordings.ts';
import { STDIN, type UsedFile } from '../output-files.ts';
import type { Terminal } from '../terminal.ts';
import type { Found } from './conclude.ts';
import { contractOf } from './contract-of.ts';
import { refuseReports } from './judge-options.ts';
import type { VerifyOptions } from './options.ts';
import { createProgress } from './progress.ts';

/** A contract run over recordings on disk. */
export async function runVerify(options: VerifyOptions, terminal: Terminal, now: Date): Promise<Found> {
  const { paths, api, workers, shard } = options;
  const contract = await contractOf(options);
  let plan: RunPlan | undefined;
  const progress = createProgress(terminal);
  try {
    const { report, evidence, recordings, unlistedKinds } = await verifyRecordings(contract, paths, {
      api,
      allowRefs: options.allowRefs,
      undocumented: options.undocumented,
      ignoreProperties: options.ignoreProperties,
      ignoreParameters: options.ignoreParameters,
      servers: options.servers,
      ignoreHosts: options.ignoreHosts,
      placeholders: options.placeholders,
      strict: options.strict,
      workers,
      shard,
      evidence: true,
      onFiles: async (files) => {
        await refuseReports(options, contract, recordingsOf(paths, files));
        if (shard !== undefined) plan = await planOf(options, files);
      },
      onProgress: progress.show,
    });
    const unread = new Map(report.unread.map((one) => [one.file, one]));
    const provenanceOf = await findProvenance(paths, [...recordings.keys()], (one) => {
      if (!unread.has(one.file)) unread.set(one.file, one);
    });
    const summaries = recordingSummaries(recordings, provenanceOf, now.getTime());
    return {
      contract,
      report: {
        ...report,
        unread: [...unread.values()],
        recordings: summaries,
        ...(shard &&
          plan && {
            shard: {
              ...shard,
              plan,
              evidence: Object.fromEntries(evidence),
              ...(unlistedKinds && { unlistedKinds }),
            },
          }),
      },
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
  files: readonly string[],
): Promise<RunPlan> {
  const each = (option: string, values: readonly string[]): string[] =>
    [...new Set(values)].sort().map((value) => `${option} ${value}`);
  const options = [
    `--undocumented ${given.undocumented}`,
    ...each('--ignore-property', given.ignoreProperties),
    ...each('--ignore-parameter', given.ignoreParameters),
    ...each('--server', given.servers),
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
