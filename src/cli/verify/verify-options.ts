import { resolve } from 'node:path';
import type { UndocumentedStrategy } from '../../contract/contract-run.ts';
import type { Shard } from '../../contract/run/plan.ts';
import { oneOf, readArguments } from '../arguments.ts';
import { UsageError } from '../cli-errors.ts';
import type { Options } from '../command.ts';
import { CONFIG_OPTIONS } from './config.ts';
import { JUDGE_OPTIONS, type JudgeOptions, NEEDS_ALL, readJudgeOptions } from './judge-options.ts';
import { workersOf } from './run-options.ts';
import { shardOf } from './shard-option.ts';

const OPTIONS = {
  ...JUDGE_OPTIONS,
  undocumented: {
    type: 'string',
    default: 'warn',
    words: ['error', 'warn', 'ignore'],
    help: 'what to make of operations that are not described; default: warn',
  },
  'ignore-property': {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'GLOB',
    help: 'undocumented properties that are no finding: /a/*/b is a place in the body, Schema.x-* a property of a schema; ** goes over slashes and dots',
  },
  'ignore-parameter': {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'GLOB',
    help: 'undocumented query parameters, headers and cookies that are no finding, by name',
  },
  server: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: '[FILE=]URL',
    help: 'a further server whose exchanges are judged, of that description, else of each; its path is the base path',
  },
  'ignore-host': {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'GLOB',
    help: 'a host that is left out of everything',
  },
  placeholder: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'PATTERN',
    help: 'what else a recorder puts in place of a value: a regular expression of the whole of it',
  },
  strict: {
    type: 'boolean',
    default: false,
    help: 'judge as if nothing had been removed or scrubbed: no lenient rule',
  },
  workers: {
    type: 'string',
    value: 'N',
    help: 'threads; default: one for each core where there is much to read',
  },
  shard: {
    type: 'string',
    value: 'I/N',
    help: 'verify the I-th of N shares, or with auto/N the one that the scheduler tells; `merge-reports` puts their JSON reports together',
  },
  ...CONFIG_OPTIONS,
} as const satisfies Options;

export const VERIFY_OPTIONS: Options = OPTIONS;

/** A further server. */
interface NamedServer {
  /** The description that it is one of, as `--api` has it; undefined: of each. */
  readonly api: string | undefined;
  readonly url: string;
}

export interface VerifyOptions extends JudgeOptions {
  readonly paths: readonly string[];
  readonly undocumented: UndocumentedStrategy;
  readonly ignoreProperties: readonly string[];
  readonly ignoreParameters: readonly string[];
  readonly servers: readonly NamedServer[];
  readonly ignoreHosts: readonly string[];
  readonly placeholders: readonly RegExp[];
  readonly strict: boolean;
  readonly workers: number | undefined;
  readonly shard: Shard | undefined;
}

/** @throws UsageError */
export function readVerifyOptions(args: readonly string[]): VerifyOptions {
  const { values, positionals } = readArguments(args, OPTIONS);
  const options: VerifyOptions = {
    ...readJudgeOptions(values),
    paths: positionals,
    undocumented: oneOf('undocumented', values.undocumented, ['error', 'warn', 'ignore']),
    ignoreProperties: values['ignore-property'].map(propertyGlob),
    ignoreParameters: values['ignore-parameter'],
    servers: values.server.map((text) => namedServer(text, values.api)),
    ignoreHosts: values['ignore-host'],
    placeholders: values.placeholder.map(placeholderPattern),
    strict: values.strict,
    workers: values.workers === undefined ? undefined : workersOf(values.workers),
    shard: values.shard === undefined ? undefined : shardOf(values.shard),
  };
  if (positionals.length === 0)
    throw new UsageError('verify needs a path: a recording, or a folder of recordings');
  if (positionals.includes('')) throw new UsageError('the path "" is empty');
  if (options.shard !== undefined) refuseWhatNeedsAll(options);
  return options;
}

/** A glob that can't name anything would ignore nothing, in silence. @throws UsageError */
function propertyGlob(text: string): string {
  if (/^\/.|.\../s.test(text) || text.startsWith('**')) return text;
  throw new UsageError(
    `--ignore-property must be as /a/*/b or Schema.x-*, not ${JSON.stringify(text)}: a JSON Pointer, or a schema and a property`,
  );
}

/** The value of `--server`, as URL or as FILE=URL. @throws UsageError */
function namedServer(text: string, apis: readonly string[]): NamedServer {
  if (isServer(text)) return { api: undefined, url: text };
  const [, file = '', url = ''] = /^(.*?)=(https?:.*)$/is.exec(text) ?? [];
  if (!isServer(url))
    throw new UsageError(
      `--server must be a URL as https://api.example.com/v1, or FILE=URL for one of several descriptions, not ${JSON.stringify(text)}`,
    );
  const api = apis.find((each) => each === file) ?? apis.find((each) => resolve(each) === resolve(file));
  if (api === undefined)
    throw new UsageError(
      `--server ${text} names a file that is none of the descriptions: give it with --api`,
    );
  return { api, url };
}

function isServer(text: string): boolean {
  return /^https?:/i.test(text) && URL.canParse(text);
}

/** @throws UsageError */
function placeholderPattern(text: string): RegExp {
  try {
    return new RegExp(`^(?:${text})$`, 'u');
  } catch (error) {
    throw new UsageError(`--placeholder is no regular expression: ${(error as Error).message}`);
  }
}

/** @throws UsageError */
function refuseWhatNeedsAll({ gates, maxAge, updateWaivers, paths }: VerifyOptions): void {
  const given: Readonly<Record<(typeof NEEDS_ALL)[number], boolean>> = {
    'min-coverage': gates.minCoverage !== undefined,
    'max-age': maxAge.length > 0,
    'update-waivers': updateWaivers,
  };
  const option = NEEDS_ALL.find((name) => given[name]);
  if (option !== undefined)
    throw new UsageError(`--${option} needs all of the work: give it to merge-reports, not with --shard`);
  if (paths.includes('-')) throw new UsageError('--shard needs files: standard input can be read only once');
}
