import type { Contract } from '../../contract/contract.ts';
import type { AgeLimit } from '../../contract/run/findings/age-findings.ts';
import { oneOf, percentage } from '../arguments.ts';
import { UsageError } from '../cli-errors.ts';
import type { Gates } from '../exit-code.ts';
import { refuseToReplace, STDOUT, type UsedFile } from '../output-files.ts';
import { descriptionFiles } from './contracts-of.ts';
import { ageLimitOf } from './run-options.ts';
import { FORMATS, type Target, targetsOf } from './targets.ts';

/** Options about what to make of what was found: those of `verify` and of `merge-reports`. */
export const JUDGE_OPTIONS = {
  api: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'FILE',
    help: 'an OpenAPI 3.0, 3.1 or 3.2 description; default: the fragment of this package. Of several, each exchange is held against that which describes it',
  },
  'allow-refs': {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'DIR',
    help: 'a folder outside of its project that the description may refer to',
  },
  format: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'FORMAT[=FILE]',
    words: FORMATS as readonly string[],
    help: `${FORMATS.join(', ')}; default: pretty. With a file for all but one` as string,
  },
  output: {
    type: 'string',
    value: 'FILE',
    help: 'write the format that has no file there instead of to stdout',
  },
  waivers: { type: 'string', value: 'FILE', help: 'findings that someone accepted' },
  'update-waivers': {
    type: 'boolean',
    default: false,
    help: 'add the findings that fail this run to that file, for someone to accept',
  },
  'fail-on': { type: 'string', default: 'error', words: ['error', 'warning'], help: 'default: error' },
  'min-coverage': { type: 'string', value: 'PCT', help: 'exit 4 below this coverage of a description' },
  'max-age': {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: '[SOURCE=]DAYS[:error]',
    help: 'warn of recordings that are older; SOURCE is live, simulator or transcribed',
  },
} as const;

/** A share of the work can't tell what all of it covers, nor which waivers are in use: `merge-reports` is given these. */
export const NEEDS_ALL = ['min-coverage', 'max-age', 'update-waivers'] as const;

export interface JudgeOptions {
  /** Descriptions; none: that of this package. */
  readonly apis: readonly string[];
  readonly allowRefs: readonly string[];
  readonly targets: readonly Target[];
  readonly waivers: string | undefined;
  readonly updateWaivers: boolean;
  readonly gates: Gates;
  readonly maxAge: readonly AgeLimit[];
}

interface JudgeValues {
  readonly api: readonly string[];
  readonly 'allow-refs': readonly string[];
  readonly format: readonly string[];
  readonly output?: string | undefined;
  readonly waivers?: string | undefined;
  readonly 'update-waivers': boolean;
  readonly 'fail-on': string;
  readonly 'min-coverage'?: string | undefined;
  readonly 'max-age': readonly string[];
}

/** @throws UsageError */
export function readJudgeOptions(values: JudgeValues): JudgeOptions {
  const gate = values['min-coverage'];
  if (values['update-waivers'] && values.waivers === undefined)
    throw new UsageError('--update-waivers needs --waivers FILE: the file to write');
  return {
    apis: values.api,
    allowRefs: values['allow-refs'],
    targets: targetsOf(values.format, values.output),
    waivers: values.waivers,
    updateWaivers: values['update-waivers'],
    gates: {
      failOn: oneOf('fail-on', values['fail-on'], ['error', 'warning']),
      minCoverage: gate === undefined ? undefined : percentage('min-coverage', gate),
    },
    maxAge: values['max-age'].map(ageLimitOf),
  };
}

/** @throws UsageError where what is written would take the place of what the run reads, or of another report */
export async function refuseReports(
  { targets, waivers, updateWaivers }: JudgeOptions,
  contracts: readonly Contract[],
  read: readonly UsedFile[],
): Promise<void> {
  if (!updateWaivers && targets.every(({ file }) => file === undefined)) return;
  const reports = targets.map(
    ({ format, file = STDOUT }): UsedFile => ({ file, what: `where the ${format} report goes` }),
  );
  const accepted = waivers === undefined ? [] : [{ file: waivers, what: 'the file of waivers' }];
  const inputs = [...(await descriptionFiles(contracts)), ...read];
  await (updateWaivers
    ? refuseToReplace([...accepted, ...reports], inputs)
    : refuseToReplace(reports, [...inputs, ...accepted]));
}
