/** A description that can't be read or compiled: one line that names the place and the reason. */
export class DescriptionError extends Error {
  override readonly name = 'DescriptionError';

  constructor(place: string, reason: string, options?: ErrorOptions) {
    super(`${place}: ${reason}`, options);
  }
}
