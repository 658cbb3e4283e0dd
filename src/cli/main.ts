import { VERSION } from '../client/version.ts';
import { beforeTerminator, refuseKeyArguments } from './arguments.ts';
import { crashText, explainError, UsageError } from './errors.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

interface Entry {
  readonly summary: string;
  /** Loaded when it is called: the start-up of one command must not pay for the others. */
  load(): Promise<{ readonly run: Command; readonly help: string }>;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  cancel: {
    summary: 'cancel a running enrichment, or many',
    load: async () => {
      const { cancel, CANCEL_HELP } = await import('./commands/cancel.ts');
      return { run: cancel, help: CANCEL_HELP };
    },
  },
  compare: {
    summary: 'hold our description against a published one',
    load: async () => {
      const { compare, COMPARE_HELP } = await import('./commands/compare.ts');
      return { run: compare, help: COMPARE_HELP };
    },
  },
  get: {
    summary: 'read an enrichment',
    load: async () => {
      const { get, GET_HELP } = await import('./commands/get.ts');
      return { run: get, help: GET_HELP };
    },
  },
  'merge-reports': {
    summary: 'put the reports of several runs together',
    load: async () => {
      const { mergeReportsCommand, MERGE_REPORTS_HELP } = await import('./commands/merge-reports.ts');
      return { run: mergeReportsCommand, help: MERGE_REPORTS_HELP };
    },
  },
  record: {
    summary: 'make a recording of a cancel, live or of the simulator',
    load: async () => {
      const { record, RECORD_HELP } = await import('./commands/record.ts');
      return { run: record, help: RECORD_HELP };
    },
  },
  simulate: {
    summary: 'serve a stand-in for the API',
    load: async () => {
      const { simulate, SIMULATE_HELP } = await import('./commands/simulate.ts');
      return { run: simulate, help: SIMULATE_HELP };
    },
  },
  verify: {
    summary: 'hold recordings against the contract',
    load: async () => {
      const { verify, VERIFY_HELP } = await import('./commands/verify.ts');
      return { run: verify, help: VERIFY_HELP };
    },
  },
  wait: {
    summary: 'read an enrichment until it has ended',
    load: async () => {
      const { wait, WAIT_HELP } = await import('./commands/wait.ts');
      return { run: wait, help: WAIT_HELP };
    },
  },
};

/** Errors whose message is meant for the caller: one line, exit 2. */
const EXPECTED = new Set([
  'UsageError',
  'OutputError',
  'RecordingError',
  'DescriptionError',
  'WaiverError',
  'ReportError',
  'ConfigurationError',
  'InvalidArgumentError',
]);

/** Runs the command line; resolves with the exit code and never rejects. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    refuseKeyArguments(args);
    if (name === '--version' || name === '-v') return await say(`${VERSION}\n`, terminal);
    if (name === '--help' || name === '-h' || name === 'help') return await say(overview(), terminal);
    if (name === undefined) throw new UsageError('no command given');
    const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (entry === undefined) throw new UsageError(`unknown command ${JSON.stringify(name)}`);
    const { run, help } = await entry.load();
    if (beforeTerminator(rest).some((argument) => argument === '--help' || argument === '-h'))
      return await say(help, terminal);
    return await run(rest, terminal);
  } catch (error) {
    return fail(error, name, terminal);
  }
}

async function say(text: string, { out }: Terminal): Promise<ExitCode> {
  out.write(text);
  return EXIT.clean;
}

function fail(error: unknown, name: string | undefined, { err }: Terminal): ExitCode {
  if (error instanceof Error && EXPECTED.has(error.name)) {
    // By name, like the others: a command is built by itself, and brings classes of its own.
    const hint = error.name === 'UsageError' ? ` (try \`${helpOf(name)}\`)` : '';
    err.write(`exa-enrichments: ${explainError(error)}${hint}\n`);
  } else {
    err.write(crashText(error));
  }
  return EXIT.usage;
}

function helpOf(name: string | undefined): string {
  const known = name !== undefined && Object.hasOwn(COMMANDS, name);
  return `exa-enrichments ${known ? `${name} ` : ''}--help`;
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `exa-enrichments <command> [options]\n\n${rows.join('\n')}\n\n\`exa-enrichments <command> --help\` tells the options.\nUnofficial: not made by Exa.\n`;
}
