import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { bundledContract } from '../bundled-contract.ts';
import { recordingFiles, STDIN } from '../recordings/index.ts';
import type { PassedOverFile, UnreadRecording } from '../report.ts';
import type { CollectOptions, RunPart } from './collect.ts';
import { type Contracts, type RunContract, runContracts } from './contracts.ts';
import { mergeParts, type PartMerger, type RunResult } from './merge.ts';
import { planTasks, type Shard, type Task } from './plan.ts';
import { runTask } from './run-task.ts';
import type { ContractSource } from './threads.ts';
import type { UnjudgedFiles } from './totals.ts';

export interface VerifyRecordingsOptions extends Omit<CollectOptions, 'recorded'> {
  /**
   * The files that the contracts were compiled from, in their order; undefined for the contract of this package. Another
   * thread needs them, for a compiled contract can't be sent to it: without them, or with others, this one does all of the
   * work.
   */
  readonly api?: string | readonly string[] | undefined;
  /** Folders of which files may be read that the description refers to, as `compileDescription` has it. */
  readonly allowRefs?: readonly string[] | undefined;
  /** Threads, where they may be several. Default: one for each core where there is so much to read that it pays off, else this one. */
  readonly workers?: number | undefined;
  /** Only this run's share of the work. */
  readonly shard?: Shard | undefined;
  /** How much a thread reads at a stretch. Default: 16 MiB. */
  readonly taskBytes?: number | undefined;
  /** Told which files will be read, before any is; the run waits for it. */
  readonly onFiles?: ((files: readonly string[]) => Promise<void> | void) | undefined;
  /** Told how many bytes of the recordings were read, and how many there are; 0 where that is not known. */
  readonly onProgress?: ((read: number, total: number) => void) | undefined;
}

/** A thread takes a tenth of a second to start, and that is what this thread needs for as much. */
const WORTH_THREADS_BYTES = 32 * 1024 * 1024;
const MOST_THREADS = 8;

/**
 * A contract run over recordings on disk, by as many threads as it takes. The report does not depend on their number. What
 * can't be read is in it, as `unread`, and all else is verified.
 *
 * @param paths files, folders, patterns, or `-` for standard input
 * @throws TypeError if `paths` is no list of paths, no contract is given, or one twice
 * @throws Error if a file of `api` gives another contract to a thread than the one given
 *
 * @example
 * const files = ['users.yaml', 'orders.yaml'];
 * const contracts = await Promise.all(files.map((file) => compileDescription(file)));
 * const { report } = await verifyRecordings(contracts, ['recordings'], { api: files });
 */
export async function verifyRecordings(
  contracts: Contracts,
  paths: readonly string[],
  {
    api,
    allowRefs,
    workers,
    shard,
    taskBytes,
    onFiles,
    onProgress,
    ...options
  }: VerifyRecordingsOptions = {},
): Promise<RunResult> {
  const collect: CollectOptions = { ...options, recorded: true };
  const all = runContracts(contracts);
  const { files, ...unjudged } = await findFiles(paths);
  await onFiles?.(files);
  const tasks = await planTasks(files, { ...(taskBytes !== undefined && { taskBytes }), shard });
  const total = tasks.reduce((sum, { bytes }) => sum + bytes, 0);

  const merger = mergeParts(all);
  merger.unjudged(unjudged);
  let read = 0;
  const onRead = (bytes: number): void => {
    read += bytes;
    onProgress?.(read, total);
  };
  const runHere = (task: Task): Promise<RunPart> => runTask(all, task, { collect, onRead });

  const sources = files.includes(STDIN) ? undefined : sourcesOf(all, [api ?? []].flat());
  const threads = Math.min(workers ?? defaultThreads(total), tasks.length);
  if (sources === undefined || threads <= 1) {
    await foldTasks(tasks, { resultOf: (place) => runHere(tasks[place] as Task), runHere, merger });
    return merger.result();
  }
  const { startThreads } = await import('./threads.ts');
  const start = { contracts: sources, allowRefs, collect };
  const { resultOf, stop } = startThreads(tasks, { threads, start, onRead });
  try {
    await foldTasks(tasks, { resultOf, runHere, merger });
    return merger.result();
  } finally {
    await stop();
  }
}

/** The files that paths stand for, and those among them that are not to be read. */
async function findFiles(paths: readonly string[]): Promise<{ files: string[] } & UnjudgedFiles> {
  const unread: UnreadRecording[] = [];
  const passedOver: PassedOverFile[] = [];
  const files: string[] = [];
  const found = recordingFiles(paths, {
    onUnread: (one) => unread.push(one),
    onPassedOver: (one) => passedOver.push(one),
  });
  for await (const file of found) files.push(file);
  return { files, unread, passedOver };
}

/** What a thread makes the contracts of; undefined where it would make others, or can't make them at all. */
function sourcesOf(
  contracts: readonly RunContract[],
  apis: readonly string[],
): readonly ContractSource[] | undefined {
  const [first] = contracts;
  const isBundled =
    apis.length === 0 && contracts.length === 1 && first?.contract.sha256 === bundledContract.sha256;
  const areTheirs =
    apis.length === contracts.length &&
    contracts.every(({ contract }, place) => contract.files?.[0] === resolve(apis[place] as string));
  if (!isBundled && !areTheirs) return undefined;
  return contracts.map(({ contract: { sha256 }, servers }, place) => ({ api: apis[place], sha256, servers }));
}

function defaultThreads(bytes: number): number {
  return bytes < WORTH_THREADS_BYTES ? 1 : Math.min(availableParallelism(), MOST_THREADS);
}

interface Folding {
  /** What comes of a task, asked in the order of the tasks. */
  readonly resultOf: (place: number) => Promise<RunPart>;
  /** Runs a task that is none of those planned. */
  readonly runHere: (task: Task) => Promise<RunPart>;
  readonly merger: PartMerger;
}

/** Puts together what tasks find, in their order: the same report whoever runs them, and however many at once. */
async function foldTasks(tasks: readonly Task[], { resultOf, runHere, merger }: Folding): Promise<void> {
  /** Of the segments of a file, until all of them turn out to be sound. */
  let parts: RunPart[] = [];
  let isPassed = false;
  for (const [place, task] of tasks.entries()) {
    if (task.kind === 'files') {
      merger.add(await resultOf(place));
      continue;
    }
    if (task.isFirst) {
      parts = [];
      isPassed = false;
    }
    if (isPassed) continue;
    const part = await resultOf(place);
    if (part.unread.length > 0) {
      // Either the file is broken, or it was cut in the midst of an exchange. Read as a whole it tells which.
      isPassed = true;
      merger.add(await runHere({ kind: 'files', files: [task.file], bytes: task.fileBytes }));
      continue;
    }
    parts.push(part);
    if (!task.isLast) continue;
    let index = 0;
    for (const each of parts) {
      merger.add(each, index);
      index += each.read;
    }
  }
}
