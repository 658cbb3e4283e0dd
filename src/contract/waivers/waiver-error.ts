import { printable } from '../printable.ts';

/** A file of waivers that can't be read or written: one line that names the place and the reason. */
export class WaiverError extends Error {
  override readonly name = 'WaiverError';

  /** `place` is `file` or `file:line:column`. */
  constructor(place: string, reason: string, options?: ErrorOptions) {
    super(`${printable(place)}: ${printable(reason)}`, options);
  }
}
