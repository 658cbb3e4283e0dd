import { duration, readArguments } from '../arguments.ts';
import { runOne } from '../cancel/cancel-one.ts';
import type { Command, Options } from '../command.ts';
import { CONNECTION_OPTIONS } from '../connection.ts';
import type { ExitCode } from '../exit-code.ts';
import { promisingJson, twoIds } from '../one-enrichment.ts';
import type { Terminal } from '../terminal.ts';

const OPTIONS = {
  timeout: { type: 'string', value: 'TIME', help: 'for the whole, such as 90s (default: 5m)' },
  json: { type: 'boolean', default: false, help: 'one JSON object on stdout' },
  ...CONNECTION_OPTIONS,
} as const satisfies Options;

export const wait: Command = {
  name: 'wait',
  usage: ['<webset> <enrichment> [options]'],
  about:
    'Reads an enrichment until it has ended, and sends no cancel: to wait on for one that was canceled before, or elsewhere.',
  options: OPTIONS,
  examples: ['wait webset_1 wenrich_1 --timeout 10m'],
  exits: '0 canceled; 1 completed, or not seen to end; 2 wrong usage; 130 interrupted.',
  run: waitCommand,
};

async function waitCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const timeout = values.timeout === undefined ? undefined : duration('timeout', values.timeout);
  const { json } = values;
  return promisingJson(json, positionals, terminal, async () =>
    runOne(twoIds('wait', positionals), { connection: values, task: 'wait', timeout, json }, terminal),
  );
}
