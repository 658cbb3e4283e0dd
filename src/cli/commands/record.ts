import { scenarioNames } from '../../simulator/index.ts';
import { duration, oneOf, readArguments, wholeNumber } from '../arguments.ts';
import { UsageError } from '../cli-errors.ts';
import type { Command, Options } from '../command.ts';
import { CONNECTION_OPTIONS } from '../connection.ts';
import type { ExitCode } from '../exit-code.ts';
import { twoIds } from '../one-enrichment.ts';
import { record as makeRecord } from '../record/record-exchanges.ts';
import type { Terminal } from '../terminal.ts';

const OPTIONS = {
  output: { type: 'string', value: 'FILE', help: 'the recording' },
  format: {
    type: 'string',
    words: ['nock', 'har'],
    help: 'default: har for a FILE.har, else nock definitions',
  },
  check: {
    type: 'boolean',
    default: false,
    help: 'hold a new recording against the stored one, show what differs, and write nothing',
  },
  'max-calls': {
    type: 'string',
    value: 'N',
    default: '20',
    help: 'no more requests than these, from 1 to 1000 (default: 20)',
  },
  timeout: {
    type: 'string',
    value: 'TIME',
    default: '5m',
    help: 'for the whole, such as 90s (default: 5m)',
  },
  shows: {
    type: 'string',
    value: 'TEXT',
    help: 'what it shows, for index.yaml; default: kept as it is there, else made from what was seen',
  },
  yes: { type: 'boolean', default: false, help: "don't ask before the live API is called" },
  simulator: {
    type: 'boolean',
    default: false,
    help: 'record the simulator: it needs no key, and it proves the tool chain, never the API',
  },
  scenario: {
    type: 'string',
    value: 'NAME',
    words: scenarioNames,
    help: 'with --simulator: how it behaves, see `simulate --help` (default: async-cancel)',
  },
  ...CONNECTION_OPTIONS,
} as const satisfies Options;

export const record: Command = {
  name: 'record',
  usage: ['<webset> <enrichment> --output FILE [options]', '--simulator --output FILE [options]'],
  about:
    'Makes a recording: cancels an enrichment for good, reads it until it has ended, and keeps the traffic, without credentials. Where it comes from is written to index.yaml beside it.',
  options: OPTIONS,
  examples: [
    'record webset_1 wenrich_1 --output recordings/cancel.json',
    'record --simulator --output recordings/simulated.har',
  ],
  exits:
    '0 recorded, or as stored with --check; 1 the end was not seen, or it differs; 2 wrong usage, or not confirmed; 130 interrupted.',
  run: recordCommand,
};

async function recordCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const { output, simulator, scenario, check, shows, yes } = values;
  if (output === undefined || output === '') throw new UsageError('record needs --output FILE');
  if (scenario !== undefined && !simulator) throw new UsageError('--scenario goes with --simulator');
  const ref = simulator && positionals.length === 0 ? undefined : twoIds('record', positionals);
  const format = values.format ?? (/\.har$/i.test(output) ? 'har' : 'nock');
  return makeRecord(
    {
      ref,
      output,
      format: oneOf('format', format, ['nock', 'har']),
      check,
      shows,
      yes,
      scenario: simulator ? oneOf('scenario', scenario ?? 'async-cancel', scenarioNames) : undefined,
      connection: values,
      limits: {
        maxCalls: wholeNumber('max-calls', values['max-calls'], { least: 1, most: 1000 }),
        timeout: duration('timeout', values.timeout),
      },
    },
    terminal,
  );
}
