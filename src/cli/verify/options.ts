import type { UndocumentedStrategy } from '../../contract/verify-exchange.ts';
import { oneOf, percentage, readArguments } from '../arguments.ts';
import type { Gates } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';
import { FORMATS, type Target, targetsOf } from './targets.ts';

export const VERIFY_HELP: string = `exa-enrichments verify <path...> [options]

Holds recordings (nock, VCR, HAR; files or folders) against the contract.

  --api FILE                       an OpenAPI 3.0 or 3.1 description; default: the fragment of this package
  --format FORMAT[=FILE]           ${FORMATS.slice(0, 4).join(', ')},
                                   ${FORMATS.slice(4).join(', ')}; default: pretty.
                                   May be given several times, with a file for all but one
  --output FILE                    write the format that has no file there instead of to stdout
  --waivers FILE                   findings that someone accepted
  --update-waivers                 add the findings that fail this run to that file, for someone to accept
  --undocumented error|warn|ignore what to make of operations that are not described; default: warn
  --fail-on error|warning          default: error
  --min-coverage PCT               exit 4 below this coverage

Exits: 0 clean, 1 findings, 2 usage or unreadable input, 3 nothing was verified, 4 below a gate.
`;

export interface VerifyOptions {
  readonly paths: readonly string[];
  readonly api: string | undefined;
  readonly targets: readonly Target[];
  readonly waivers: string | undefined;
  readonly updateWaivers: boolean;
  readonly undocumented: UndocumentedStrategy;
  readonly gates: Gates;
}

/** @throws UsageError */
export function readVerifyOptions(args: readonly string[]): VerifyOptions {
  const { values, positionals } = readArguments(args, {
    api: { type: 'string' },
    format: { type: 'string', multiple: true, default: [] },
    output: { type: 'string' },
    waivers: { type: 'string' },
    'update-waivers': { type: 'boolean', default: false },
    undocumented: { type: 'string', default: 'warn' },
    'fail-on': { type: 'string', default: 'error' },
    'min-coverage': { type: 'string' },
  });
  const gate = values['min-coverage'];
  const options: VerifyOptions = {
    paths: positionals,
    api: values.api,
    targets: targetsOf(values.format, values.output),
    waivers: values.waivers,
    updateWaivers: values['update-waivers'],
    undocumented: oneOf('undocumented', values.undocumented, ['error', 'warn', 'ignore']),
    gates: {
      failOn: oneOf('fail-on', values['fail-on'], ['error', 'warning']),
      minCoverage: gate === undefined ? undefined : percentage('min-coverage', gate),
    },
  };
  if (positionals.length === 0)
    throw new UsageError('verify needs a path: a recording, or a folder of recordings');
  if (options.updateWaivers && options.waivers === undefined)
    throw new UsageError('--update-waivers needs --waivers FILE: the file to write');
  return options;
}
