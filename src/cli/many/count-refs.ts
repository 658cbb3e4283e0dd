import { UsageError } from '../usage-error.ts';
import type { Input } from './input.ts';

/**
 * How many references there are, once each line has been looked at: a file that is broken at its end must not be
 * noticed when half of it is canceled. Undefined for a pipe, which can be read only once.
 *
 * @throws UsageError that names the line which is no reference, or if there is none at all
 */
export async function countRefs(input: Input, signal: AbortSignal): Promise<number | undefined> {
  if (!input.again) return undefined;
  let count = 0;
  for await (const _ of input.read()) {
    signal.throwIfAborted();
    count += 1;
  }
  if (count === 0) throw emptyInput(input);
  return count;
}

/** Nothing to do is not what anyone asked for: a list that came out empty is a mistake somewhere before. */
export function emptyInput({ name }: Input): UsageError {
  return new UsageError(`${name} holds no reference`);
}
