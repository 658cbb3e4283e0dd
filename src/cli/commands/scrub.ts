import { realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { Contract } from '../../contract/contract.ts';
import { printable } from '../../contract/printable.ts';
import {
  isRecordingError,
  type PassedOver,
  readBlocks,
  recordingFiles,
  STDIN,
  type Unread,
} from '../../contract/recordings/index.ts';
import { type Scrubbed, scrubRecording } from '../../contract/scrub/scrub-recording.ts';
import { readArguments } from '../arguments.ts';
import { UsageError } from '../cli-errors.ts';
import type { Command, Options } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { refuseToReplace, writeOutput } from '../output-files.ts';
import type { Terminal } from '../terminal.ts';
import { contractsOf, descriptionFiles } from '../verify/contracts-of.ts';
import { JUDGE_OPTIONS } from '../verify/judge-options.ts';

const OPTIONS = {
  output: {
    type: 'string',
    value: 'FILE|DIR',
    help: 'write the scrubbed recording there; of several, or of a folder, a folder that has all of them',
  },
  write: { type: 'boolean', default: false, help: 'write each where it is' },
  check: {
    type: 'boolean',
    default: false,
    help: 'write nothing, and exit 1 where there is something to take out',
  },
  api: {
    ...JUDGE_OPTIONS.api,
    help: 'an OpenAPI description that says by which names credentials travel, as of verify; default: the fragment of this package',
  },
  'allow-refs': JUDGE_OPTIONS['allow-refs'],
} as const satisfies Options;

export const scrub: Command = {
  name: 'scrub',
  usage: ['<path...> [options]'],
  about:
    'Takes keys, cookies, tokens and passwords out of recordings in any format that verify reads, and leaves placeholders by kind, such as <API_KEY>: that one was sent, and where, can still be judged. All else stays as it is, byte for byte. A path is a file, a folder, a pattern, or - for stdin. One file is written to stdout.',
  options: OPTIONS,
  examples: [
    'scrub traffic.har --output scrubbed.har',
    'scrub recordings/ --write',
    'scrub recordings/ --check',
  ],
  exits:
    '0 scrubbed, or nothing to take out; 1 there is something, with --check; 2 usage or unreadable input.',
  takes: 'files',
  run: scrubCommand,
};

/** A recording, and where it goes. */
interface Job {
  readonly file: string;
  readonly target: string | undefined;
}

async function scrubCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const { output, write, check } = values;
  if (positionals.length === 0) throw new UsageError('scrub needs a path: recordings, or a folder of them');
  if ([output !== undefined, write, check].filter(Boolean).length > 1)
    throw new UsageError('--output, --write and --check are three ways to call scrub: give one of them');
  if (output?.trim() === '') throw new UsageError('the name of the file to write is empty');
  if (write && positionals.includes(STDIN)) throw new UsageError('--write needs a file, and not stdin');
  const contract = await contractsOf({ apis: values.api, allowRefs: values['allow-refs'] });
  const { err } = terminal;
  const notRead: string[] = [];
  const jobs = await jobsOf(positionals, write ? 'itself' : { output }, {
    onUnread: ({ file, reason }) => notRead.push(`${printable(file)}: ${printable(reason)}`),
    onPassedOver: ({ file, reason }) => err.write(`${printable(file)}: passed over: ${printable(reason)}\n`),
  });
  if (
    output === undefined &&
    !write &&
    !check &&
    (jobs.length > 1 || (jobs.length === 1 && (await isFolder(positionals[0]))))
  )
    throw new UsageError('scrub of several recordings needs --output DIR, --write or --check');
  await refuseTargets(jobs, write, contract);
  let holding = 0;
  for (const { file, target } of jobs) {
    try {
      const bytes = await bytesOf(file);
      const { recording, struck } = await scrubRecording(bytes, { file, contract });
      if (struck.length > 0) holding += 1;
      if (struck.length > 0)
        err.write(`${printable(file)}: ${check ? 'holds' : 'took out'} ${tallyOf(struck)}\n`);
      if (target !== undefined && (recording !== bytes || !write)) await writeOutput(target, recording);
      else if (target === undefined && !check) terminal.out.write(textOf(file, recording));
    } catch (error) {
      if (!isRecordingError(error)) throw error;
      notRead.push(error.message);
    }
  }
  for (const message of notRead) err.write(`exa-enrichments: ${message}\n`);
  const unread = notRead.length === 0 ? '' : `, ${notRead.length} could not be read`;
  err.write(
    `${jobs.length} ${jobs.length === 1 ? 'recording' : 'recordings'}, ${holding} with credentials${unread}\n`,
  );
  if (notRead.length > 0) return EXIT.usage;
  return check && holding > 0 ? EXIT.findings : EXIT.clean;
}

/** The recordings that paths stand for, each once, and where each goes, if it goes anywhere. */
async function jobsOf(
  paths: readonly string[],
  where: 'itself' | { readonly output: string | undefined },
  told: {
    readonly onUnread: (unread: Unread) => void;
    readonly onPassedOver: (passedOver: PassedOver) => void;
  },
): Promise<readonly Job[]> {
  const jobs = new Map<string, Job>();
  const isOne = paths.length === 1 && !(await isFolder(paths[0]));
  for (const path of paths) {
    const folder = (await isFolder(path)) ? path : undefined;
    for await (const file of recordingFiles([path], told)) {
      const within = folder === undefined ? '' : relative(folder, file);
      const name = within === '' || within.startsWith('..') ? basename(file) : within;
      const key = await keyOf(file, where === 'itself');
      if (!jobs.has(key)) jobs.set(key, { file, target: where === 'itself' ? file : name });
    }
  }
  const all = [...jobs.values()];
  if (where === 'itself') return all;
  const { output } = where;
  if (output === undefined) return all.map(({ file }) => ({ file, target: undefined }));
  if (isOne && all.length <= 1 && !/[/\\]$/.test(output) && !(await isFolder(output)))
    return all.map(({ file }) => ({ file, target: output }));
  return all.map(({ file, target = '' }) => {
    if (file === STDIN) throw new UsageError('what comes from stdin has no name: give --output FILE');
    return { file, target: join(output, target) };
  });
}

/** Equal for one file: of what is written where it is also for all links to it. */
async function keyOf(file: string, isWritten: boolean): Promise<string> {
  if (file === STDIN) return file;
  if (!isWritten) return resolve(file);
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() === false)
    throw new UsageError(`can't write ${printable(file)}: it is not a regular file`);
  return realpath(file).catch(() => resolve(file));
}

const isFolder = (path = ''): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** @throws UsageError where a recording would take the place of another, or of a description */
async function refuseTargets(
  jobs: readonly Job[],
  write: boolean,
  contracts: readonly Contract[],
): Promise<void> {
  const read = jobs.flatMap(({ file }) =>
    file === STDIN ? [] : [{ file, what: 'a recording that is read (--write scrubs it where it is)' }],
  );
  const written = jobs.flatMap(({ target }) =>
    target === undefined ? [] : [{ file: target, what: 'another recording that is written' }],
  );
  await refuseToReplace(written, [...(write ? [] : read), ...(await descriptionFiles(contracts))]);
}

async function bytesOf(file: string): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of readBlocks(file)) blocks.push(Buffer.from(block));
  return Buffer.concat(blocks);
}

function textOf(file: string, recording: Uint8Array): string {
  if (recording[0] === 0x1f) throw new UsageError(`${printable(file)} is gzipped: give --output FILE`);
  return Buffer.from(recording.buffer, recording.byteOffset, recording.length).toString();
}

function tallyOf(struck: Scrubbed<Uint8Array>['struck']): string {
  return struck.map(({ placeholder, times }) => `${placeholder} ${times}`).join(', ');
}
