import { VERSION } from '../client/version.ts';
import { beforeTerminator, refuseKeyArguments } from './arguments.ts';
import { crashText, explainError, UsageError } from './cli-errors.ts';
import { type Command, helpOf } from './command.ts';
import type { Listed } from './completion.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

interface Entry {
  readonly summary: string;
  /** Loaded when it is called: the start-up of one command must not pay for the others. */
  load(): Promise<Command>;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  cancel: {
    summary: 'cancel a running enrichment, or many',
    load: async () => (await import('./commands/cancel.ts')).cancel,
  },
  compare: {
    summary: 'hold our description against a published one',
    load: async () => (await import('./commands/compare.ts')).compare,
  },
  completion: {
    summary: 'write the completion of a shell: bash, zsh or fish',
    load: async () => (await import('./completion.ts')).completion(allCommands),
  },
  get: {
    summary: 'read an enrichment',
    load: async () => (await import('./commands/get.ts')).get,
  },
  'merge-reports': {
    summary: 'put the reports of several runs together',
    load: async () => (await import('./commands/merge-reports.ts')).mergeReportsCommand,
  },
  proxy: {
    summary: 'record what passes between any client and an API, and verify it',
    load: async () => (await import('./commands/proxy.ts')).proxy,
  },
  record: {
    summary: 'make a recording of a cancel, live or of the simulator',
    load: async () => (await import('./commands/record.ts')).record,
  },
  scrub: {
    summary: 'take keys, cookies and tokens out of recordings',
    load: async () => (await import('./commands/scrub.ts')).scrub,
  },
  simulate: {
    summary: 'serve a stand-in for the API',
    load: async () => (await import('./commands/simulate.ts')).simulate,
  },
  verify: {
    summary: 'hold recordings against the contract',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  wait: {
    summary: 'read an enrichment until it has ended',
    load: async () => (await import('./commands/wait.ts')).wait,
  },
};

/** All commands with what is said of each. */
async function allCommands(): Promise<readonly Listed[]> {
  const commands: Listed[] = [];
  for (const { summary, load } of Object.values(COMMANDS)) commands.push({ summary, ...(await load()) });
  return commands;
}

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

const HELP = new Set(['--help', '-h']);

/** Runs the command line; resolves with the exit code and never rejects. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    refuseKeyArguments(args);
    if (name === '--version' || name === '-V' || name === '-v') return say(`${VERSION}\n`, terminal);
    if (name !== undefined && (HELP.has(name) || name === 'help')) return await help(rest, terminal);
    if (name === undefined) throw new UsageError('no command given');
    const command = await entryOf(name).load();
    if (beforeTerminator(rest).some((argument) => HELP.has(argument))) return say(helpOf(command), terminal);
    return await command.run(rest, terminal);
  } catch (error) {
    return fail(error, name === 'help' ? undefined : name, terminal);
  }
}

/** @throws UsageError */
function entryOf(name: string): Entry {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry !== undefined) return entry;
  if (/^--?\w/.test(name))
    throw new UsageError(`unknown option ${JSON.stringify(name)}`, {
      typo: { word: name, known: ['--help', '--version'] },
    });
  throw new UsageError(`unknown command ${JSON.stringify(name)}`, {
    typo: { word: name, known: [...Object.keys(COMMANDS), 'help'] },
  });
}

/** `help`, or the help of a command. @throws UsageError */
async function help([name, ...more]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (more.length > 0) throw new UsageError('help takes one command');
  if (name === undefined || HELP.has(name)) return say(overview(), terminal);
  return say(helpOf(await entryOf(name).load()), terminal);
}

function say(text: string, { out }: Terminal): ExitCode {
  out.write(text);
  return EXIT.clean;
}

async function fail(error: unknown, name: string | undefined, { err }: Terminal): Promise<ExitCode> {
  if (error instanceof Error && EXPECTED.has(error.name)) {
    // By name, like the others: a command is built by itself, and brings classes of its own.
    const hint = error.name === 'UsageError' ? await hintOn(error as UsageError, name) : '';
    err.write(`exa-enrichments: ${explainError(error)}${hint}\n`);
  } else {
    err.write(crashText(error));
  }
  return EXIT.usage;
}

/** What to type instead, as far as that can be told. */
async function hintOn({ typo, isInHelp }: UsageError, name: string | undefined): Promise<string> {
  if (!isInHelp) return '';
  // Loaded when somebody mistyped.
  const meant = typo && (await import('./did-you-mean.ts')).meantBy(typo);
  const known = name !== undefined && Object.hasOwn(COMMANDS, name) ? `${name} ` : '';
  return `${meant === undefined ? '' : `; did you mean ${meant}?`} (try \`exa-enrichments ${known}--help\`)`;
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}\n`);
  return `exa-enrichments <command> [options]

${rows.join('')}
\`exa-enrichments help <command>\` tells its options, with examples.
Unofficial: not made by Exa.
`;
}
