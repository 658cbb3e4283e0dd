import { printable } from '../printable.ts';

/** A path that can't be read as recordings. The message is one line: the file, then the reason. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  /** The path as given, unescaped. */
  readonly file: string;
  /** What is wrong, without the file; never an excerpt of the file, which may hold a key. */
  readonly reason: string;
  /** The name of the format that the file was taken for, if it was taken for one. */
  readonly format?: string;

  constructor(file: string, reason: string, options: ErrorOptions & { readonly format?: string } = {}) {
    super(`${printable(file)}: ${printable(reason)}`, options);
    this.file = file;
    this.reason = reason;
    if (options.format !== undefined) this.format = options.format;
  }
}

export function isRecordingError(value: unknown): value is RecordingError {
  return value instanceof RecordingError;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist: a part of the path is not a folder',
  EACCES: 'may not be read: permission denied',
  EPERM: 'may not be read: permission denied',
  ELOOP: 'is a symbolic link to itself',
  EISDIR: 'is a folder',
  ENAMETOOLONG: 'does not exist: the name is too long',
  ERR_INVALID_ARG_VALUE: 'is not a path',
};

/** The error of a file-system call about `file`, as one of ours; another error is returned as it is. */
export function fileError(file: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  return new RecordingError(file, REASONS[code] ?? `can't be read (${code})`, { cause: error });
}

/** The code that Node gives its own errors. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
