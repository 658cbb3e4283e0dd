import { duration, rate, readArguments, wholeNumber } from '../arguments.ts';
import { dryRunOne, runOne } from '../cancel/cancel-one.ts';
import { UsageError } from '../cli-errors.ts';
import type { Command, Options } from '../command.ts';
import { CONNECTION_OPTIONS } from '../connection.ts';
import type { ExitCode } from '../exit-code.ts';
import { promisingJson, twoIds } from '../one-enrichment.ts';
import type { Terminal } from '../terminal.ts';

const OPTIONS = {
  wait: { type: 'boolean', default: false, help: 'read each enrichment until it has ended' },
  timeout: {
    type: 'string',
    value: 'TIME',
    help: 'with --wait for the whole (default: 5m), else for the call (default: 2m); such as 90s',
  },
  json: { type: 'boolean', default: false, help: 'one JSON object on stdout' },
  'dry-run': { type: 'boolean', default: false, help: 'say what would be canceled, and send nothing' },
  ...CONNECTION_OPTIONS,
  from: {
    type: 'string',
    value: 'FILE',
    help: 'the file; - is stdin. A file is checked to its end before anything is sent',
  },
  journal: {
    type: 'string',
    value: 'FILE',
    help: 'write down what is sent and what became of it; started again with it, a run goes on where it ended',
  },
  concurrency: { type: 'string', value: 'N', help: 'how many at a time, from 1 to 100 (default: 4)' },
  'max-failures': {
    type: 'string',
    value: 'N',
    help: 'end the run once so many have failed (default: no limit)',
  },
  'requests-per-second': {
    type: 'string',
    value: 'N|unlimited',
    help: 'the pace of all together (default: 10, what a key may make); less where other programs use the same key',
  },
} as const satisfies Options;

export const cancel: Command = {
  name: 'cancel',
  usage: ['<webset> <enrichment> [options]', '--from FILE [options]'],
  about:
    "Asks for running enrichments to be stopped. A canceled enrichment can't be resumed. That the API accepts a cancel does not mean that it is done, and the enrichment may still end completed: --wait tells how it ended.",
  options: OPTIONS,
  sections: {
    from: 'Many at once, from a file with a line for each:\n\n{"webset": "...", "enrichment": "..."}',
  },
  examples: [
    'cancel webset_1 wenrich_1 --wait',
    'cancel --from refs.ndjson --dry-run',
    'cancel --from refs.ndjson --journal run.journal',
  ],
  exits:
    '0 accepted, or canceled with --wait; 1 at least one was not; 2 wrong usage or unreadable input; 130 interrupted.',
  run: cancelCommand,
};

async function cancelCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const timeout = values.timeout === undefined ? undefined : duration('timeout', values.timeout);
  const many = {
    concurrency: given(values, 'concurrency', (name, value) =>
      wholeNumber(name, value, { least: 1, most: 100 }),
    ),
    maxFailures: given(values, 'max-failures', (name, value) =>
      wholeNumber(name, value, { least: 1, most: Number.MAX_SAFE_INTEGER }),
    ),
    requestsPerSecond: given(values, 'requests-per-second', rate),
  };
  const { wait, json, from, journal, 'dry-run': dryRun } = values;

  if (from === undefined) {
    for (const option of ['journal', 'concurrency', 'max-failures', 'requests-per-second'] as const)
      if (values[option] !== undefined) throw new UsageError(`--${option} goes with --from`);
    return promisingJson(json, positionals, terminal, async () => {
      const ref = twoIds('cancel', positionals);
      const task = wait ? 'cancel and wait' : 'cancel';
      const options = { connection: values, task, timeout, json } as const;
      return dryRun ? dryRunOne(ref, options, terminal) : runOne(ref, options, terminal);
    });
  }
  if (positionals.length > 0) throw new UsageError('--from takes the place of the two ids');
  const { cancelFrom } = await import('../cancel/cancel-many.ts');
  return cancelFrom({ from, journal, ...many, connection: values, wait, timeout, json, dryRun }, terminal);
}

/** The value of an option as it is understood, if it is given. */
function given<Name extends string, Value>(
  values: { readonly [Option in Name]?: string | undefined },
  name: Name,
  understand: (name: Name, value: string) => Value,
): Value | undefined {
  const value = values[name];
  return value === undefined ? undefined : understand(name, value);
}
