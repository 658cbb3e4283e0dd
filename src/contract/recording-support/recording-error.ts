import { printable } from './printable.ts';

/** A path that can't be read as recordings. The message is one line: the file, then the reason. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  /** The path as given, unescaped. */
  readonly file: string;
  /** What is wrong, without the file; never an excerpt of the file, which may hold a key. */
  readonly reason: string;

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`${printable(file)}: ${printable(reason)}`, options);
    this.file = file;
    this.reason = reason;
  }
}

export function isRecordingError(value: unknown): value is RecordingError {
  return value instanceof RecordingError;
}
