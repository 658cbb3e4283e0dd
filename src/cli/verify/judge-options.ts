import type { Contract } from '../../contract/contract.ts';
import type { AgeLimit } from '../../contract/run/age-findings.ts';
import { oneOf, percentage } from '../arguments.ts';
import { UsageError } from '../errors.ts';
import type { Gates } from '../exit-code.ts';
import { refuseToReplace, STDOUT, type UsedFile } from '../output-files.ts';
import { descriptionFiles } from './contracts-of.ts';
import { ageLimitOf } from './run-options.ts';
import { FORMATS, type Target, targetsOf } from './targets.ts';

/** Options about what to make of what was found: those of `verify` and of `merge-reports`. */
export const JUDGE_OPTIONS = {
  api: { type: 'string', multiple: true, default: [] as string[] },
  'allow-refs': { type: 'string', multiple: true, default: [] as string[] },
  format: { type: 'string', multiple: true, default: [] as string[] },
  output: { type: 'string' },
  waivers: { type: 'string' },
  'update-waivers': { type: 'boolean', default: false },
  'fail-on': { type: 'string', default: 'error' },
  'min-coverage': { type: 'string' },
  'max-age': { type: 'string', multiple: true, default: [] as string[] },
} as const;

export const JUDGE_HELP: string = `  --api FILE               an OpenAPI 3.0 or 3.1 description; default: the
                           fragment of this package. Several: each exchange is
                           held against that which describes it
  --allow-refs DIR         a folder outside of its project that the description
                           may refer to. Several
  --format FORMAT[=FILE]   ${FORMATS.slice(0, 4).join(', ')},
                           ${FORMATS.slice(4).join(', ')}; default: pretty. Several,
                           with a file for all but one
  --output FILE            write the format that has no file there instead of to
                           stdout
  --waivers FILE           findings that someone accepted
  --update-waivers         add the findings that fail this run to that file, for
                           someone to accept
  --fail-on error|warning  default: error
  --min-coverage PCT       exit 4 below this coverage of a description
  --max-age [SOURCE=]DAYS[:error]
                           warn of recordings that are older; SOURCE is live,
                           simulator or transcribed. Several
`;

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

/** @throws UsageError where a report would take the place of what the run reads, or of another report */
export async function refuseReports(
  { targets, waivers }: JudgeOptions,
  contracts: readonly Contract[],
  read: readonly UsedFile[],
): Promise<void> {
  if (targets.every(({ file }) => file === undefined)) return;
  const reports = targets.map(
    ({ format, file = STDOUT }): UsedFile => ({ file, what: `where the ${format} report goes` }),
  );
  const accepted = waivers === undefined ? [] : [{ file: waivers, what: 'the file of waivers' }];
  await refuseToReplace(reports, [...(await descriptionFiles(contracts)), ...read, ...accepted]);
}
