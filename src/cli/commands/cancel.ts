import { duration, readArguments, wholeNumber } from '../arguments.ts';
import { cancelOne } from '../cancel/cancel-one.ts';
import { CONNECTION_HELP, CONNECTION_OPTIONS } from '../connection.ts';
import type { ExitCode } from '../exit-code.ts';
import { promisingJson } from '../promising-json.ts';
import type { Terminal } from '../terminal.ts';
import { twoIds } from '../two-ids.ts';
import { UsageError } from '../usage-error.ts';

export const CANCEL_HELP: string = `exa-enrichments cancel <webset> <enrichment> [options]
exa-enrichments cancel --from FILE [options]

Asks for running enrichments to be stopped. A canceled enrichment can't be resumed. That the API accepts a cancel does
not mean that it is done, and the enrichment may still end completed: --wait tells how it ended.

  --wait                read each enrichment until it has ended
  --timeout TIME        with --wait for the whole (default: 5m), else for the call (default: 2m); such as 90s
  --json                one JSON object on stdout
  --dry-run             say what would be canceled, and send nothing
${CONNECTION_HELP}
Many at once, from a file with a line {"webset": "...", "enrichment": "..."} for each:

  --from FILE           the file; - is stdin. A file is checked to its end before anything is sent
  --journal FILE        write down what became of each; started again with it, a run goes on where it ended
  --concurrency N       how many at a time, from 1 to 100 (default: 4); 10 requests a second at most in any case

Exits: 0 accepted, or canceled with --wait; 1 at least one was not; 2 wrong usage or unreadable input; 130 interrupted.
`;

export async function cancel(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    ...CONNECTION_OPTIONS,
    wait: { type: 'boolean', default: false },
    timeout: { type: 'string' },
    json: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    from: { type: 'string' },
    journal: { type: 'string' },
    concurrency: { type: 'string' },
  });
  const timeout = values.timeout === undefined ? undefined : duration('timeout', values.timeout);
  const concurrency =
    values.concurrency === undefined
      ? undefined
      : wholeNumber('concurrency', values.concurrency, { least: 1, most: 100 });
  const { wait, json, from, journal, 'dry-run': dryRun } = values;

  if (from === undefined) {
    for (const option of ['journal', 'concurrency'] as const)
      if (values[option] !== undefined) throw new UsageError(`--${option} goes with --from`);
    return promisingJson(json, positionals, terminal, () => {
      const ref = twoIds('cancel', positionals);
      return cancelOne(ref, { connection: values, wait, timeout, json, dryRun }, terminal);
    });
  }
  if (positionals.length > 0) throw new UsageError('--from takes the place of the two ids');
  const { cancelFrom } = await import('../many/cancel-from.ts');
  return cancelFrom(
    { from, journal, concurrency, connection: values, wait, timeout, json, dryRun },
    terminal,
  );
}
