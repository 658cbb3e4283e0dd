import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { printable } from '../../contract/printable.ts';
import { messageOf, UsageError, unreadable } from '../cli-errors.ts';
import type { Option, Options } from '../command.ts';
import { NEEDS_ALL } from './judge-options.ts';

/** Looked for in the working folder, and in no other. */
const NAMES = ['exa-enrichments.config.json', 'exa-enrichments.config.mjs'] as const;

/** Which file of options to read. */
export const CONFIG_OPTIONS = {
  config: {
    type: 'string',
    value: 'FILE',
    help: 'options in JSON, or in a module (.mjs), which is run; default: exa-enrichments.config.json or .mjs in the working folder',
  },
  'no-config': { type: 'boolean', default: false, help: 'pass such a file over' },
} as const;

/** What was typed, with what the file of options has beside it. */
export interface Configured {
  readonly args: readonly string[];
  /** The file that it is from. */
  readonly file: string | undefined;
  /** Members of it that are not for a shard. */
  readonly passedOver: readonly string[];
}

/**
 * Adds what a file of options says to the arguments. What is typed takes the place of what the file has of the same option,
 * a list as a whole.
 *
 * @throws UsageError
 */
export async function withConfig(
  args: readonly string[],
  options: Options,
  folder: string = process.cwd(),
): Promise<Configured> {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const typed = new Map(
    tokens.flatMap((token) => (token.kind === 'option' ? [[token.name, token.value]] : [])),
  );
  const named = typed.get('config');
  if (typed.has('no-config')) {
    if (named === undefined) return { args, file: undefined, passedOver: [] };
    throw new UsageError('--config and --no-config exclude each other');
  }
  const file = named ?? (await foundIn(folder));
  if (file === undefined) return { args, file, passedOver: [] };
  const path = resolve(folder, file);
  const members = await readConfig(file, path);
  // Paths stay as they are written where that is the same, for messages repeat them.
  const base = dirname(path) === resolve(folder) ? '' : dirname(path);
  const arePathsTyped = tokens.some(({ kind }) => kind === 'positional');
  // One file serves the shards and the whole run, whose gates are for `merge-reports` to judge.
  const isShard = typed.has('shard') || 'shard' in members;
  const added: string[] = [];
  const passedOver: string[] = [];
  const paths: string[] = [];
  for (const [member, value] of Object.entries(members)) {
    if (member === '$schema') continue;
    const [name, option] = optionOf(file, member, options);
    const values = textsOf(file, member, value, option);
    if (name === 'paths') paths.push(...values.map((text) => (text === '-' ? text : under(base, text))));
    else if (isShard && NEEDS_ALL.some((one) => one === name))
      passedOver.push(...(values.length === 0 ? [] : [member]));
    else if (!typed.has(name))
      added.push(
        ...(option.type === 'boolean'
          ? values.map(() => `--${name}`)
          : values.map((text) => `--${name}=${placed(base, text, option)}`)),
      );
  }
  return {
    args: [...added, ...args, ...(arePathsTyped || paths.length === 0 ? [] : ['--', ...paths])],
    file,
    passedOver,
  };
}

async function foundIn(folder: string): Promise<string | undefined> {
  const there: string[] = [];
  for (const name of NAMES) if (await stat(join(folder, name)).catch(() => undefined)) there.push(name);
  if (there.length > 1) throw new UsageError(`${there.join(' and ')} are both there: name one by --config`);
  return there[0];
}

async function readConfig(file: string, path: string): Promise<object> {
  const text = await readFile(path, 'utf8').catch((error) => {
    throw unreadable(file, error);
  });
  let value: unknown;
  try {
    value = /\.mjs$/.test(path)
      ? (await import(pathToFileURL(path).href)).default
      : JSON.parse(text.replace(/^\uFEFF/, ''));
    // A copy: what reads a member may run code.
    if (isPlain(value)) return { ...value };
  } catch (error) {
    throw new UsageError(`${printable(file)}: can't be used: ${messageOf(error).split('\n')[0]}`, {
      cause: error,
    });
  }
  throw new UsageError(
    `${printable(file)}: has to ${/\.mjs$/.test(path) ? 'export by default' : 'hold'} a plain object of options`,
  );
}

/** A map or an instance has members of its own only by chance: none would be read, in silence. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === null || Object.getPrototypeOf(proto) === null;
}

const PATHS: Option = {
  type: 'string',
  multiple: true,
  value: 'PATH',
  help: 'recordings, and folders of them',
};

/** The option that a member names: `minCoverage` is `--min-coverage`. @throws UsageError */
function optionOf(file: string, member: string, options: Options): readonly [string, Option] {
  const known = membersOf(options);
  const found = known.get(member);
  if (found !== undefined) return found;
  throw new UsageError(`${printable(file)}: unknown member ${JSON.stringify(member)}`, {
    typo: { word: member, known: [...known.keys()] },
  });
}

function membersOf(options: Options): ReadonlyMap<string, readonly [string, Option]> {
  const rows = Object.entries({ paths: PATHS, ...options }).filter(([name]) => !(name in CONFIG_OPTIONS));
  return new Map(
    rows.map((row) => [row[0].replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), row]),
  );
}

/** @throws UsageError where the value is of another type than the option's */
function textsOf(file: string, member: string, value: unknown, option: Option): readonly string[] {
  const { type, multiple } = option;
  const wrong = (type: string): UsageError =>
    new UsageError(`${printable(file)}: ${member} has to be ${type}`);
  if (type === 'boolean') {
    if (typeof value !== 'boolean') throw wrong('true or false');
    return value ? [''] : [];
  }
  const all: readonly unknown[] = multiple && Array.isArray(value) ? value : [value];
  return all.map((one) => {
    if (typeof one === 'string' || (typeof one === 'number' && isNumeric(option))) return String(one);
    const text = isNumeric(option) ? 'a text or a number' : 'a text';
    throw wrong(multiple ? `${text}, or a list of them` : text);
  });
}

/** Whether the value may be a number. */
function isNumeric({ value = '' }: Option): boolean {
  return /^(?:N|PCT)$|DAYS/.test(value);
}

function under(base: string, path: string): string {
  return base === '' || isAbsolute(path) ? path : join(base, path);
}

/** The value, with the path that is in it taken from the folder of the file. */
function placed(base: string, text: string, { value = '' }: Option): string {
  if (value === 'FILE' || value === 'DIR') return under(base, text);
  const [, head = '', path = ''] = /^(\w+=)(.+)$/s.exec(text) ?? [];
  if (value === 'FORMAT[=FILE]' && path !== '') return head + under(base, path);
  const [, api, url] = /^(.+?)(=https?:\/\/.*)$/s.exec(text) ?? [];
  return value === '[FILE=]URL' && api !== undefined && !/^https?:/.test(api) ? under(base, api) + url : text;
}

/** What editors are told of the file: a JSON Schema, of the table that the help is made from. */
export function configSchema(options: Options): object {
  const properties = Array.from(membersOf(options), ([member, [, option]]) => {
    const { type, multiple, value, words, help } = option;
    const one =
      type === 'boolean'
        ? { type: 'boolean' }
        : words !== undefined && value === undefined
          ? { enum: words }
          : { type: isNumeric(option) ? ['string', 'number'] : 'string' };
    const each = multiple ? { anyOf: [one, { type: 'array', items: one }] } : one;
    return [member, { description: help, ...each }];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The options of `exa-enrichments verify`',
    type: 'object',
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(properties) },
    additionalProperties: false,
  };
}
