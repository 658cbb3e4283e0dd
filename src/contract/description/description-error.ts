/** A description that can't be read or compiled: one line that names the place and the reason. */
export class DescriptionError extends Error {
  override readonly name = 'DescriptionError';

  /** `file`, or `file:line:column#pointer`. */
  readonly place: string;
  readonly reason: string;

  constructor(place: string, reason: string, options?: ErrorOptions) {
    super(`${place}: ${reason}`, options);
    this.place = place;
    this.reason = reason;
  }
}
