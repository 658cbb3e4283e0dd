import { explainError } from '../cli-errors.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { createLiveLine } from '../live-line.ts';
import { interruptible, type Terminal } from '../terminal.ts';
import { prepareCheck } from './compare-recordings.ts';
import { prepareKeep } from './keep-recording.ts';
import { makeRecording, type Recorded, type RecordOptions } from './make-recording.ts';
import { confirm, liveTarget, simulatedTarget, type Target } from './target.ts';

/** Makes a recording, and keeps it or holds it against the stored one. */
export async function record(options: RecordOptions, terminal: Terminal): Promise<ExitCode> {
  // Whatever can be wrong is to be found before anything is canceled.
  const finish = options.check
    ? await prepareCheck(options.output, terminal)
    : await prepareKeep(options, terminal);
  const target = await targetOf(options, terminal);
  const recorded = await run(target, options, terminal);

  const { exchanges, incomplete, error } = recorded;
  if (incomplete === 'over-budget')
    terminal.err.write('The calls are spent, and the cancel was not seen to end: --max-calls allows more.\n');
  else if (error !== undefined) terminal.err.write(`The client said: ${explainError(error)}\n`);
  let fine = false;
  if (exchanges.length > 0) fine = await finish(recorded, target);
  else terminal.err.write(`exa-enrichments: ${nothing(incomplete)}\n`);
  if (incomplete === 'interrupted') return EXIT.interrupted;
  return fine && incomplete === undefined ? EXIT.clean : EXIT.failed;
}

function nothing(incomplete: Recorded['incomplete']): string {
  return incomplete === 'interrupted'
    ? 'interrupted, and nothing was answered by then'
    : 'nothing was answered, so nothing is recorded';
}

async function targetOf({ ref, scenario, connection }: RecordOptions, terminal: Terminal): Promise<Target> {
  if (scenario !== undefined) return simulatedTarget(ref, scenario);
  if (ref === undefined) throw new TypeError('a live recording needs two ids');
  return liveTarget(ref, connection, terminal);
}

async function run(target: Target, options: RecordOptions, terminal: Terminal): Promise<Recorded> {
  const { output, yes, limits } = options;
  const live = createLiveLine(terminal);
  return interruptible(terminal, async (signal): Promise<Recorded> => {
    try {
      if (!target.simulated && !yes) await confirm(target, limits.maxCalls, terminal, signal);
      return await makeRecording(target, output, limits, live, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      return { exchanges: [], incomplete: 'interrupted', error: undefined };
    } finally {
      live.end();
    }
  });
}
