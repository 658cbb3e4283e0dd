import { printable } from '../../contract/recording-support/printable.ts';
import { type ExitCode, exitCodeOf } from '../exit-code.ts';
import { type Terminal, wantsColor } from '../terminal.ts';
import { deliver } from '../verify/deliver.ts';
import { readVerifyOptions } from '../verify/options.ts';
import { render } from '../verify/render.ts';
import { dayOf, runVerify } from '../verify/run.ts';

export { VERIFY_HELP } from '../verify/options.ts';

export async function verify(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readVerifyOptions(args);
  const now = new Date();
  // Loaded when asked for: the YAML parser takes longer to load than a run takes.
  const work = options.waivers === undefined ? undefined : await import('../verify/waivers.ts');
  const waivers = await work?.readWaivers(options.waivers ?? '', options.updateWaivers);
  const { report, context } = await runVerify(options, waivers, now);
  for (const { format, file } of options.targets) {
    const color = file === undefined && wantsColor(terminal.out, terminal.env);
    await deliver(await render(format, { report, context, color }), file, terminal);
  }
  if (work !== undefined && waivers !== undefined && options.updateWaivers) {
    const added = await work.updateWaivers(waivers, report, options.gates.failOn, dayOf(now));
    const done = added === 0 ? 'nothing to add' : `${added} added, each needs a reason and an owner`;
    terminal.err.write(`${printable(waivers.path)}: ${done}\n`);
  }
  return exitCodeOf(report, options.gates);
}
