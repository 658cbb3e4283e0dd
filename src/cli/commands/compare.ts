import { type Comparison, compare as compareWith } from '../../contract/compare/comparison.ts';
import { IMPACTS, type Impact } from '../../contract/compare/difference.ts';
import { prettyComparison } from '../../contract/compare/pretty-comparison.ts';
import { printable } from '../../contract/printable.ts';
import { fold } from '../../contract/reporters/shared/fold.ts';
import { oneOf, readArguments } from '../arguments.ts';
import { UsageError } from '../cli-errors.ts';
import type { Command, Options } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { prepareOutput, refuseToReplace, writeOutput } from '../output-files.ts';
import { type Terminal, wantsColor } from '../terminal.ts';
import { jsonLine } from '../words.ts';

const OPTIONS = {
  api: {
    type: 'string',
    value: 'FILE',
    help: 'our OpenAPI 3 description; default: the fragment of this package',
  },
  operation: {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'ID',
    help: 'compare only this operation of ours',
  },
  'allow-refs': {
    type: 'string',
    multiple: true,
    default: [] as string[],
    value: 'DIR',
    help: 'a folder outside of their projects that the descriptions may refer to',
  },
  format: { type: 'string', default: 'pretty', words: ['pretty', 'json'], help: 'default: pretty' },
  output: { type: 'string', value: 'FILE', help: 'write the report there instead of to stdout' },
  'fail-on': { type: 'string', default: 'breaking', words: IMPACTS, help: 'default: breaking' },
} as const satisfies Options;

export const compare: Command = {
  name: 'compare',
  usage: ['<upstream-openapi> [options]'],
  about:
    'Holds our description against a published one, for our operations alone. <upstream-openapi> is a file, or a URL (https, or http on loopback), which is fetched. A difference is breaking, a warning or info for a client that is built on ours; one that docs/fidelity.md tells of is shown as known, and fails nothing.',
  options: OPTIONS,
  examples: [
    'compare published-openapi.yaml',
    'compare published-openapi.yaml --fail-on warning --format json',
    'compare page.yaml --operation websets-enrichments-cancel',
  ],
  exits:
    '0 no new difference that counts, 1 differences, 2 usage or unreadable description, 3 none of our operations is published there.',
  takes: 'files',
  run: compareCommand,
};

async function compareCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const format = oneOf('format', values.format, ['pretty', 'json']);
  const failOn = oneOf('fail-on', values['fail-on'], IMPACTS);
  const [upstream, ...more] = positionals;
  if (upstream === undefined || more.length > 0) {
    throw new UsageError('compare needs one published description: a file or a URL');
  }
  const { output } = values;
  const comparison = await compareWith(upstream, {
    api: values.api,
    operations: values.operation,
    allowRefs: values['allow-refs'],
    onFiles: async (files) => {
      if (output === undefined) return;
      const read = files.map((file) => ({ file, what: 'a file of a description' }));
      await refuseToReplace([{ file: output, what: 'the report' }], read);
      await prepareOutput(output);
    },
  });
  const color = output === undefined && wantsColor(terminal.out, terminal.env);
  const text = format === 'json' ? jsonLine(comparison) : prettyComparison(comparison, color);
  if (output === undefined) terminal.out.write(format === 'json' ? text : fold(text, terminal.out.columns));
  else {
    await writeOutput(output, text);
    terminal.err.write(`report written to ${printable(output)}\n`);
  }
  return exitCodeOf(comparison, failOn);
}

function exitCodeOf({ operations, differences }: Comparison, failOn: Impact): ExitCode {
  if (operations.matched.length === 0) return EXIT.nothingVerified;
  const failing = IMPACTS.slice(0, IMPACTS.indexOf(failOn) + 1);
  const fails = differences.some(({ impact, knownBy }) => knownBy === undefined && failing.includes(impact));
  return fails ? EXIT.findings : EXIT.clean;
}
