import {
  createClient,
  type Enrichment,
  type EnrichmentRef,
  type ExaError,
  isAbortedError,
} from '../../index.ts';
import { duration, readArguments } from '../arguments.ts';
import { exitOfError, explainError } from '../cli-errors.ts';
import type { Command, Options } from '../command.ts';
import { CONNECTION_OPTIONS, connectionOf } from '../connection.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { createLiveLine } from '../live-line.ts';
import { promisingJson, twoIds } from '../one-enrichment.ts';
import type { Terminal } from '../terminal.ts';
import { interruptible } from '../terminal.ts';
import { fieldTable, jsonLine } from '../words.ts';

const OPTIONS = {
  timeout: {
    type: 'string',
    value: 'TIME',
    help: 'for the call with its retries, such as 90s (default: 2m)',
  },
  json: { type: 'boolean', default: false, help: 'one JSON object on stdout' },
  ...CONNECTION_OPTIONS,
} as const satisfies Options;

export const get: Command = {
  name: 'get',
  usage: ['<webset> <enrichment> [options]'],
  about: 'Reads an enrichment.',
  options: OPTIONS,
  examples: ['get webset_1 wenrich_1', 'get webset_1 wenrich_1 --json'],
  exits: '0 read, 1 the API refused or could not be reached, 2 wrong usage, 130 interrupted.',
  run: getCommand,
};

type Outcome = { readonly enrichment: Enrichment } | { readonly error: ExaError };

async function getCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const totalTimeout = values.timeout === undefined ? undefined : duration('timeout', values.timeout);
  const [ref, client] = await promisingJson(values.json, positionals, terminal, async () => [
    twoIds('get', positionals),
    createClient({ ...(await connectionOf(values, terminal)), totalTimeout }),
  ]);
  const live = createLiveLine(terminal);
  live.show(() => 'reading the enrichment');
  const outcome = await interruptible(terminal, (signal) =>
    client.get(ref, { signal }).then(
      (enrichment): Outcome => ({ enrichment }),
      (error: ExaError): Outcome => ({ error }),
    ),
  ).finally(() => live.end());
  return tell(ref, outcome, values.json, terminal);
}

function tell(ref: EnrichmentRef, outcome: Outcome, json: boolean, { out, err }: Terminal): ExitCode {
  if (json) out.write(jsonLine({ ref, ...outcome }));
  else if ('enrichment' in outcome) out.write(fieldTable(outcome.enrichment));
  if ('enrichment' in outcome) return EXIT.clean;
  err.write(`exa-enrichments: ${explainError(outcome.error)}\n`);
  return isAbortedError(outcome.error) ? EXIT.interrupted : exitOfError(outcome.error);
}
