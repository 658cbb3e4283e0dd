import { type ExaError, isConfigurationError, isExaError, isInvalidArgumentError } from '../client/errors.ts';
import { printable } from '../contract/printable.ts';
import { fileError, isRecordingError } from '../contract/recordings/recording-error.ts';
import type { Typo } from './did-you-mean.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** The command was called in a way that it does not understand: one line, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** What may have been mistyped. */
  readonly typo: Typo | undefined;
  /** Whether the help tells more of it. */
  readonly isInHelp: boolean;

  constructor(
    message: string,
    options: ErrorOptions & { readonly typo?: Typo; readonly isInHelp?: boolean } = {},
  ) {
    super(message, options);
    this.typo = options.typo;
    this.isInHelp = options.isInHelp ?? true;
  }
}

/** That a file that was named can't be read, in the same words for all of them; what is no error of a file stays. */
export function unreadable(file: string, error: unknown): unknown {
  const known = fileError(file, error);
  return isRecordingError(known) ? new UsageError(known.message, { cause: error, isInHelp: false }) : error;
}

/** What a thrown thing says. No `instanceof`: an error of another realm is an error as well. */
export function messageOf(error: unknown): string {
  const message =
    typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : error;
  return typeof message === 'string' ? message : String(error);
}

/** What is said of an error that nobody foresaw. */
export function crashText(error: unknown): string {
  return `exa-enrichments: unexpected error, please report it: ${error instanceof Error ? error.stack : error}\n`;
}

/** The client speaks of its own options; these are what they are called here, where they are there at all. */
const WORDING: readonly (readonly [RegExp, string])[] = [
  [/`baseUrl`/g, '--base-url'],
  [/, or raise `timeout`/g, ''],
  [
    /: pass a dispatcher of undici by `fetchOptions`\./g,
    '. Newer ones do (from 22.21 and 24 on) where NODE_USE_ENV_PROXY=1 is set.',
  ],
  [/ Call `waitForEnd` to wait on: it sends no cancel\./g, ''],
  [/`totalTimeout` \(of a wait, `timeout`\)/g, '--timeout'],
];

/** What an error says, in the words of the command line: one line that can't steer a terminal. */
export function explainError(error: unknown): string {
  const message = WORDING.reduce((text, [from, to]) => text.replace(from, to), messageOf(error));
  const requestId = isExaError(error) ? error.requestId : undefined;
  return printable(requestId === undefined ? message : `${message} (request ${requestId})`);
}

/** The exit for a call that failed: 2 if it was called wrongly and nothing was sent, else 1. */
export function exitOfError(error: ExaError): ExitCode {
  return isConfigurationError(error) || isInvalidArgumentError(error) ? EXIT.usage : EXIT.failed;
}
