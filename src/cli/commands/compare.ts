import { type Comparison, compare as compareWith } from '../../contract/compare/comparison.ts';
import { IMPACTS, type Impact } from '../../contract/compare/difference.ts';
import { prettyComparison } from '../../contract/compare/pretty-comparison.ts';
import { printable } from '../../contract/printable.ts';
import { oneOf, readArguments } from '../arguments.ts';
import { UsageError } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { jsonLine } from '../format.ts';
import { prepareOutput, refuseToReplace, writeOutput } from '../output-files.ts';
import { type Terminal, wantsColor } from '../terminal.ts';

export const COMPARE_HELP = `exa-enrichments compare <upstream-openapi> [options]

Holds our description against a published one, for our operations alone.
<upstream-openapi> is a file, or a URL (https, or http on loopback), which is
fetched. A difference is breaking, a warning or info for a client that is built
on ours; one that docs/fidelity.md tells of is shown as known, and fails nothing.

  --api FILE                       our OpenAPI 3 description; default: the
                                   fragment of this package
  --operation ID                   compare only this operation of ours. May be
                                   given several times
  --allow-refs DIR                 a folder outside of their projects that the
                                   descriptions may refer to. May be given
                                   several times
  --format pretty|json             default: pretty
  --output FILE                    write the report there instead of to stdout
  --fail-on breaking|warning|info  default: breaking

Exits: 0 no new difference that counts, 1 differences, 2 usage or unreadable
description, 3 none of our operations is published there.

  exa-enrichments compare exa-websets-spec.yaml
  exa-enrichments compare page.yaml --operation websets-enrichments-cancel
`;

export async function compare(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    api: { type: 'string' },
    operation: { type: 'string', multiple: true, default: [] },
    'allow-refs': { type: 'string', multiple: true, default: [] },
    format: { type: 'string', default: 'pretty' },
    output: { type: 'string' },
    'fail-on': { type: 'string', default: 'breaking' },
  });
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
  if (output === undefined) terminal.out.write(text);
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
