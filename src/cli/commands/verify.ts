import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bundledContract } from '../../contract/bundled-contract.ts';
import type { Contract } from '../../contract/contract.ts';
import { readRecordings } from '../../contract/read-recordings.ts';
import type { Report } from '../../contract/report.ts';
import { jsonReport } from '../../contract/reporters/json.ts';
import { prettyReport } from '../../contract/reporters/pretty.ts';
import { verifyExchanges } from '../../contract/verify-exchanges.ts';
import { oneOf, percentage, readArguments } from '../arguments.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { type Terminal, wantsColor } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export const VERIFY_HELP = `exa-enrichments verify <path...> [options]

Holds recordings (nock, VCR, HAR; files or folders) against the contract.

  --api FILE                       an OpenAPI 3.0 or 3.1 description; default: the fragment of this package
  --format pretty|json             default: pretty
  --output FILE                    write the report there instead of to stdout
  --undocumented error|warn|ignore what to make of operations that are not described; default: warn
  --fail-on error|warning          default: error
  --min-coverage PCT               exit 4 below this coverage

Exits: 0 clean, 1 findings, 2 usage or unreadable input, 3 nothing was verified, 4 below a gate.
`;

const FORMATS = ['pretty', 'json'] as const;

export async function verify(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    api: { type: 'string' },
    format: { type: 'string', default: 'pretty' },
    output: { type: 'string' },
    undocumented: { type: 'string', default: 'warn' },
    'fail-on': { type: 'string', default: 'error' },
    'min-coverage': { type: 'string' },
  });
  const format = oneOf('format', values.format, FORMATS);
  const undocumented = oneOf('undocumented', values.undocumented, ['error', 'warn', 'ignore']);
  const failOn = oneOf('fail-on', values['fail-on'], ['error', 'warning']);
  const gate = values['min-coverage'];
  const minCoverage = gate === undefined ? undefined : percentage('min-coverage', gate);
  if (positionals.length === 0)
    throw new UsageError('verify needs a path: a recording, or a folder of recordings');

  const contract = await contractOf(values.api);
  const report = await verifyExchanges(contract, readRecordings(positionals), { undocumented });
  const color = values.output === undefined && wantsColor(terminal.out, terminal.env);
  await deliver(render(report, format, color), values.output, terminal);
  return exitCodeOf(report, { failOn, minCoverage });
}

/** ajv is loaded only for a description that was not compiled ahead. */
async function contractOf(api: string | undefined): Promise<Contract> {
  if (api === undefined) return bundledContract;
  const { compileDescription } = await import('../../contract/description/compile.ts');
  return compileDescription(api);
}

function render(report: Report, format: (typeof FORMATS)[number], color: boolean): string {
  return format === 'json' ? jsonReport(report) : prettyReport(report, { color });
}

async function deliver(text: string, output: string | undefined, terminal: Terminal): Promise<void> {
  if (output === undefined) {
    terminal.out.write(text);
    return;
  }
  try {
    await mkdir(dirname(output), { recursive: true });
    await writeFile(output, text);
  } catch (error) {
    throw new UsageError(`can't write ${output} (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
  terminal.err.write(`report written to ${output}\n`);
}
