import { parseHttpDate } from './http-date.ts';

const DIGITS = /^\d+$/;
const DECIMAL = /^\d+(\.\d+)?$/;

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, then `Retry-After` in seconds or as an HTTP
 * date. A date in the past is 0. Undefined when nothing, or nothing understandable, is asked.
 *
 * A date is measured against the server's own `Date` too, and the longer wait holds: a clock that runs fast here
 * must not make it shorter.
 *
 * @param now milliseconds since the epoch
 */
export function parseRetryAfter(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const ms = headers.get('retry-after-ms');
  if (ms && DECIMAL.test(ms)) return finite(Math.ceil(Number(ms)));
  const value = headers.get('retry-after');
  if (!value) return undefined;
  if (DIGITS.test(value)) return finite(Number(value) * 1000);
  const until = parseHttpDate(value, now);
  if (until === undefined) return undefined;
  const serverNow = parseHttpDate(headers.get('date') ?? '', now) ?? now;
  return Math.max(0, until - Math.min(now, serverNow));
}

/** A number of any length is a valid wait; as Infinity it would turn into null in a log. */
function finite(ms: number): number {
  return Math.min(ms, Number.MAX_SAFE_INTEGER);
}
