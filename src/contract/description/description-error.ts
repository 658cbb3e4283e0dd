import type { Limitation, Place } from '../contract.ts';

interface DescriptionErrorOptions extends ErrorOptions {
  readonly kind?: Limitation['kind'];
}

/** A description that can't be read or compiled: one line that names the place and the reason. */
export class DescriptionError extends Error {
  override readonly name = 'DescriptionError';

  /** `file`, or `file:line:column#pointer`. */
  readonly place: Place;
  readonly reason: string;
  /** Whether the description is wrong there (default), or says what is not understood here. */
  readonly kind: Limitation['kind'];

  constructor(place: Place, reason: string, { kind = 'wrong', ...options }: DescriptionErrorOptions = {}) {
    super(`${place}: ${reason}`, options);
    this.place = place;
    this.reason = reason;
    this.kind = kind;
  }
}
