/** Options that make no sense. The message is one line that names the option, fit for a terminal. */
export class SimulatorOptionError extends Error {
  override readonly name = 'SimulatorOptionError';
}

/** Tells a bad option from any other failure; the command line turns it into exit code 2. */
export function isSimulatorOptionError(error: unknown): error is SimulatorOptionError {
  return error instanceof SimulatorOptionError;
}
