import { foldCommand, wrap } from '../contract/reporters/shared/fold.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** An option as `util.parseArgs` takes it, with what the help, the shells and the editors are told of it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly default?: string | boolean | string[];
  readonly help: string;
  /** What stands for its value in the help: `N`, `TIME`; of a path `FILE` or `DIR`. Missing: its words, or none. */
  readonly value?: string;
  /** All that its value may be, or may begin with. */
  readonly words?: readonly string[];
}

export type Options = Readonly<Record<string, Option>>;

/** A command: the one table that parsing, help and completion are made from. */
export interface Command {
  readonly name: string;
  /** What stands behind its name, each way to call it: `<webset> <enrichment> [options]`. */
  readonly usage: readonly string[];
  /** What it does; paragraphs are apart by an empty line. */
  readonly about: string;
  readonly options: Options;
  /** Options that belong together stand below a text of their own, from the first of them on. */
  readonly sections?: Readonly<Record<string, string>>;
  /** Further lists, each below a text. */
  readonly lists?: readonly {
    readonly title: string;
    readonly rows: readonly (readonly [string, string])[];
  }[];
  /** Each as it is typed, without the name of the program. */
  readonly examples: readonly string[];
  /** What its exits mean, after "Exits: ". */
  readonly exits: string;
  /** What its arguments are, as far as a shell can offer any. */
  readonly takes?: 'files' | readonly string[];
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** Of every terminal. */
const COLUMNS = 80;
/** Where the text beside an option begins. */
const BESIDE = 24;

/** The help of a command, in lines of at most 80 columns. */
export function helpOf(command: Command): string {
  const { name, usage, about, options, sections = {}, lists = [], examples, exits } = command;
  const rows = Object.entries(options).map(([option, row]) => {
    const section = sections[option];
    return `${section === undefined ? '' : `\n${paragraphs(section)}\n`}${optionRow(option, row)}`;
  });
  return [
    usage.map((line) => `exa-enrichments ${name} ${line}\n`).join(''),
    paragraphs(about),
    rows.join(''),
    ...lists.map((list) => `${paragraphs(list.title)}${list.rows.map(listRow).join('')}`),
    examples.length === 0 ? '' : `For example:\n${examples.map(exampleRow).join('')}`,
    paragraphs(`Exits: ${exits}`),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** How an option is written: `--fail-on error|warning`. */
function optionUsage(name: string, { type, value, words }: Option): string {
  return type === 'boolean' ? `--${name}` : `--${name} ${value ?? words?.join('|') ?? 'VALUE'}`;
}

function optionRow(name: string, option: Option): string {
  return listRow([optionUsage(name, option), option.multiple ? `${option.help}; several` : option.help]);
}

function listRow([left, text]: readonly [string, string]): string {
  const lines = wrap(text, COLUMNS - BESIDE);
  const [first = '', ...rest] = left.length > BESIDE - 4 ? ['', ...lines] : lines;
  const head = `  ${left.padEnd(first === '' ? 0 : BESIDE - 2)}${first}\n`;
  return head + rest.map((line) => `${' '.repeat(BESIDE)}${line}\n`).join('');
}

/** A command in a line, or in several that a shell takes for one. */
function exampleRow(example: string): string {
  return `  ${foldCommand(`exa-enrichments ${example}`, COLUMNS - 2, '      ')}\n`;
}

/** Paragraphs in lines; one that begins with a brace or a blank stays as it is. */
function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((part) => (/^[\s{]/.test(part) ? part : wrap(part, COLUMNS).join('\n')))
    .map((part) => `${part}\n`)
    .join('\n');
}
