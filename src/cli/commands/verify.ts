import type { ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { prepareConclusion } from '../verify/conclude.ts';
import { readVerifyOptions } from '../verify/options.ts';
import { runVerify } from '../verify/run.ts';

export { VERIFY_HELP } from '../verify/options.ts';

export async function verify(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readVerifyOptions(args);
  const conclude = await prepareConclusion(options);
  const now = new Date();
  return conclude(await runVerify(options, terminal, now), terminal, now);
}
