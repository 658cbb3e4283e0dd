import { isNamed } from './brand.ts';
import { ExaError } from './exa-error.ts';

/** One way in which a body is not what the API documents. */
export interface ValidationIssue {
  /** JSON Pointer to the place in the body; empty for the body itself. */
  readonly path: string;
  readonly message: string;
  /** The JSON Schema keyword that says so. */
  readonly keyword: string;
}

/** A success whose body is JSON, but not an enrichment. For a cancel: it was probably accepted, so read it back. */
export class ResponseValidationError extends ExaError<{
  readonly status: number;
  readonly issues: readonly ValidationIssue[];
  readonly body: unknown;
}> {
  override get name(): string {
    return 'ResponseValidationError';
  }

  declare readonly status: number;
  declare readonly issues: readonly ValidationIssue[];
  /** The body as parsed, with the API key struck out: nothing of the answer is lost. */
  declare readonly body: unknown;
}

/** Is it a {@link ResponseValidationError}, from whichever copy of this package? */
export function isResponseValidationError(error: unknown): error is ResponseValidationError {
  return isNamed(error, 'ResponseValidationError');
}
