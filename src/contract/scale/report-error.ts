import { printable } from '../printable.ts';

/** A report that can't be read, or can't be put together with others: one line that names the file and the reason. */
export class ReportError extends Error {
  override readonly name = 'ReportError';

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`${printable(file)}: ${printable(reason)}`, options);
  }
}
