import { readArguments, wholeNumber } from '../arguments.ts';
import { UsageError } from '../cli-errors.ts';
import type { Command, Options } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';
import { targetOf } from '../proxy/proxy-target.ts';
import { runProxy } from '../proxy/run-proxy.ts';
import type { Terminal } from '../terminal.ts';
import { JUDGE_OPTIONS, readJudgeOptions } from '../verify/judge-options.ts';

const { api, 'allow-refs': allowRefs, format, waivers, 'fail-on': failOn } = JUDGE_OPTIONS;

const OPTIONS = {
  target: {
    type: 'string',
    value: 'URL',
    help: 'the server that is meant, with its base path if it has one',
  },
  port: { type: 'string', default: '0', value: 'N', help: 'default: a free one' },
  output: {
    type: 'string',
    value: 'FILE',
    help: 'the recording, NDJSON of HAR entries without credentials; one that is there is gone on with',
  },
  api: { ...api, help: 'verify what passes against this OpenAPI 3.0, 3.1 or 3.2 description' },
  'allow-refs': allowRefs,
  format: { ...format, help: 'the report at the end; default: pretty. With a file for all but one' },
  waivers,
  'fail-on': failOn,
} as const satisfies Options;

/** Options that say how to verify. */
const OF_VERIFYING = ['allow-refs', 'format', 'waivers', 'fail-on'] as const;

export const proxy: Command = {
  name: 'proxy',
  usage: ['--target URL --output FILE [options]', '--target URL --api FILE [options]'],
  about:
    'Passes what it gets at 127.0.0.1 on to the target, and records it: a first recording, whatever language the client is written in. Give the client the address of the proxy in place of the address of the API. With --api, what passes is also verified, and findings are told on stderr as they come. Ctrl-C ends it.',
  options: OPTIONS,
  examples: [
    'proxy --target https://api.example.com --output recordings/first.ndjson',
    'proxy --target https://api.example.com/v1 --api openapi.yaml --port 4010',
    'proxy --target https://api.example.com --api openapi.yaml --format html=report.html',
  ],
  exits:
    '0 stopped by Ctrl-C or SIGTERM, nothing found; 1 findings; 2 wrong usage, port in use or a recording that can not be written; 3 with --api: nothing was verified.',
  run: proxyCommand,
};

async function proxyCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (positionals.length > 0) throw new UsageError('proxy takes options only');
  const { target, output, api: apis } = values;
  if (target === undefined || target === '') throw new UsageError('proxy needs --target URL');
  if (output === '') throw new UsageError('the name of the file to write is empty');
  const isVerified = apis.length > 0;
  if (output === undefined && !isVerified)
    throw new UsageError('proxy needs --output FILE to record, --api FILE to verify, or both');
  const unused = OF_VERIFYING.find(
    (name) => !isVerified && args.some((word) => word.split('=')[0] === `--${name}`),
  );
  if (unused !== undefined) throw new UsageError(`--${unused} goes with --api`);
  return runProxy(
    {
      target: targetOf(target),
      port: wholeNumber('port', values.port, { least: 0, most: 65_535 }),
      output,
      judge: isVerified
        ? readJudgeOptions({ ...values, output: undefined, 'update-waivers': false, 'max-age': [] })
        : undefined,
    },
    terminal,
  );
}
