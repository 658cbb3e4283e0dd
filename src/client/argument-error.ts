import { ExaError } from './errors/exa-error.ts';
import { InvalidArgumentError } from './errors/invalid-argument-error.ts';

/** What a getter, a middleware or the like threw, as an error of ours. The original stays as it is. */
export function argumentError(cause: unknown, mayHaveSucceeded = false): ExaError {
  if (cause instanceof ExaError) return cause;
  return new InvalidArgumentError('something that was passed in failed: see the cause.', {
    cause,
    mayHaveSucceeded,
  });
}
