import { duration, readArguments } from '../arguments.ts';
import { runOne } from '../cancel/cancel-one.ts';
import { CONNECTION_HELP, CONNECTION_OPTIONS } from '../connection.ts';
import type { ExitCode } from '../exit-code.ts';
import { promisingJson, twoIds } from '../one-enrichment.ts';
import type { Terminal } from '../terminal.ts';

export const WAIT_HELP: string = `exa-enrichments wait <webset> <enrichment> [options]

Reads an enrichment until it has ended, and sends no cancel: to wait on for one
that was canceled before, or elsewhere.

  --timeout TIME        for the whole, such as 90s (default: 5m)
  --json                one JSON object on stdout
${CONNECTION_HELP}
Exits: 0 canceled; 1 completed, or not seen to end; 2 wrong usage; 130
interrupted.
`;

export async function wait(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    ...CONNECTION_OPTIONS,
    timeout: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const timeout = values.timeout === undefined ? undefined : duration('timeout', values.timeout);
  const { json } = values;
  return promisingJson(json, positionals, terminal, async () =>
    runOne(twoIds('wait', positionals), { connection: values, task: 'wait', timeout, json }, terminal),
  );
}
