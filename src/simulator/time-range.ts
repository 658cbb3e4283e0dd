/** The first and the last moment that RFC 3339 can write, in milliseconds since the epoch: years have four digits. */
const FIRST_MOMENT = Date.parse('0000-01-01T00:00:00.000Z');
const LAST_MOMENT = Date.parse('9999-12-31T23:59:59.999Z');

/** Whether a date of the API can be at `time`. */
export function isMoment(time: number): boolean {
  return time >= FIRST_MOMENT && time <= LAST_MOMENT;
}
