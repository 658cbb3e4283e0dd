import { printable } from '../contract/printable.ts';
import { isSimulatorOptionError } from '../simulator/index.ts';
import { UsageError } from './cli-errors.ts';

/** Runs what takes options of the simulator, and has its complaints speak of the options as they are typed. */
export async function withSimulatorOptions<Result>(
  faults: readonly string[],
  run: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!isSimulatorOptionError(error)) throw error;
    throw new UsageError(inOptions(error.message, faults));
  }
}

/** `faults[0].ms must be ...` is about what was typed after the first --fault. */
function inOptions(message: string, faults: readonly string[]): string {
  const index = /faults\[(\d+)\]/.exec(message)?.[1];
  if (index === undefined) return message;
  const reason = message
    .replace(/ in faults\[\d+\][.\w]*:/, '')
    .replace(/^faults\[\d+\](?:\.| \((\S+)\))?/, '$1')
    .trim();
  return `--fault ${printable(faults[Number(index)] ?? '')}: ${reason}`;
}
