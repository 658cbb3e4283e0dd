import { scenarioNames } from '../../simulator/index.ts';
import { duration, oneOf, readArguments, wholeNumber } from '../arguments.ts';
import { CONNECTION_HELP, CONNECTION_OPTIONS } from '../connection.ts';
import { UsageError } from '../errors.ts';
import type { ExitCode } from '../exit-code.ts';
import { twoIds } from '../one-enrichment.ts';
import { record as makeRecord } from '../record/record.ts';
import type { Terminal } from '../terminal.ts';

export const RECORD_HELP: string = `exa-enrichments record <webset> <enrichment> --output FILE [options]
exa-enrichments record --simulator --output FILE [options]

Makes a recording: cancels an enrichment for good, reads it until it has ended,
and keeps the traffic, without credentials. Where it comes from is written to
index.yaml beside it.

  --output FILE         the recording
  --format nock|har     default: har for a FILE.har, else nock definitions
  --check               hold a new recording against the stored one, show what
                        differs, and write nothing
  --max-calls N         no more requests than these, from 1 to 1000 (default:
                        20)
  --timeout TIME        for the whole, such as 90s (default: 5m)
  --shows TEXT          what it shows, for index.yaml; default: kept as it is
                        there, else made from what was seen
  --yes                 don't ask before the live API is called
  --simulator           record the simulator: it needs no key, and it proves the
                        tool chain, never the API
  --scenario NAME       with --simulator: how it behaves (default: async-cancel)
${CONNECTION_HELP}
Exits: 0 recorded, or as stored with --check; 1 the end was not seen, or it
differs; 2 wrong usage, or not confirmed; 130 interrupted.
`;

export async function record(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    ...CONNECTION_OPTIONS,
    output: { type: 'string' },
    format: { type: 'string' },
    check: { type: 'boolean', default: false },
    'max-calls': { type: 'string', default: '20' },
    timeout: { type: 'string', default: '5m' },
    shows: { type: 'string' },
    yes: { type: 'boolean', default: false },
    simulator: { type: 'boolean', default: false },
    scenario: { type: 'string' },
  });
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
