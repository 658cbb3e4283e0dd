import { isNamed } from './brand.ts';
import { ExaError } from './exa-error.ts';

/**
 * Why the body is not JSON: nothing in it, a web page, not UTF-8, a byte order mark, not JSON (cut off, say), or JSON
 * that a content type calls something else.
 */
export type ParseFailure = 'empty' | 'html' | 'charset' | 'bom' | 'json' | 'type';

/** A success whose body can't be read as JSON: not from the API, or damaged on the way. */
export class ResponseParseError extends ExaError<{
  readonly status: number;
  readonly reason: ParseFailure;
  readonly body: string;
}> {
  override get name(): string {
    return 'ResponseParseError';
  }

  declare readonly status: number;
  declare readonly reason: ParseFailure;
  /** The body as text, with the API key struck out. */
  declare readonly body: string;
}

/** Is it a {@link ResponseParseError}, from whichever copy of this package? */
export function isResponseParseError(error: unknown): error is ResponseParseError {
  return isNamed(error, 'ResponseParseError');
}
