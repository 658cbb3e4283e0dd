import { isMoment } from '../clock.ts';

/** Options that make no sense. The message is one line that names the option, fit for a terminal. */
export class SimulatorOptionError extends Error {
  override readonly name = 'SimulatorOptionError';
}

/**
 * Tells a bad option from any other failure; the command line turns it into exit code 2.
 *
 * @example
 * if (isSimulatorOptionError(error)) console.error(error.message); // one line
 */
export function isSimulatorOptionError(error: unknown): error is SimulatorOptionError {
  return error instanceof SimulatorOptionError;
}

/** Says what is wrong with an option: one line, fit for a terminal. */
export function refuse(message: string): never {
  throw new SimulatorOptionError(message);
}

/** A value as it is shown in a message: short, and on one line. */
export function show(value: unknown): string {
  // JSON has no Infinity and no NaN, and writes null.
  const text = (typeof value === 'number' ? undefined : JSON.stringify(value)) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Refuses names that nobody listens to: most are misspelled. */
export function checkNames(what: string, value: object, known: readonly string[]): void {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) refuse(`${what} has no ${show(name)}; it takes ${known.join(', ')}`);
  }
}

export function checkOneOf(what: string, value: unknown, known: readonly (string | number)[]): void {
  if (!known.includes(value as string))
    refuse(`unknown ${what} ${show(value)}; known are ${known.join(', ')}`);
}

/** A number from `least` to `most`; with `whole`, an integer. */
export function checkNumber(
  what: string,
  value: unknown,
  {
    least = 0,
    most = Number.MAX_SAFE_INTEGER,
    whole = false,
  }: { least?: number; most?: number; whole?: boolean } = {},
): void {
  const good =
    typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value));
  if (!good)
    refuse(`${what} must be a ${whole ? 'whole ' : ''}number ${range(least, most)}, not ${show(value)}`);
}

function range(least: number, most: number): string {
  return most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
}

/** A time to move forward by from `now`, in milliseconds, to where dates still have years of four digits. */
export function checkTime(what: string, ms: unknown, now: number): void {
  checkNumber(what, ms);
  if (!isMoment(now + Number(ms))) refuse(`${what} must not lead past the year 9999, as ${show(ms)} does`);
}

/** Text that a URL can address as a segment of its path. */
export function checkId(what: string, value: unknown): void {
  checkText(what, value);
  if (value === '.' || value === '..' || /\p{Surrogate}/u.test(String(value)))
    refuse(`no URL can address ${show(value)}`);
}

/** Text of at least one character. */
export function checkText(what: string, value: unknown): void {
  if (typeof value !== 'string' || value === '') refuse(`${what} must be text, not ${show(value)}`);
}

export function checkList(what: string, value: unknown): asserts value is readonly unknown[] {
  if (!Array.isArray(value)) refuse(`${what} must be an array, not ${show(value)}`);
}

export function checkObject(
  what: string,
  value: unknown,
): asserts value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(`${what} must be an object, not ${show(value)}`);
  }
}
