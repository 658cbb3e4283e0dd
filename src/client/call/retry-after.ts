const DECIMAL = /^\d+(\.\d+)?$/;

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, then `Retry-After` in seconds or as an HTTP
 * date. A date in the past is 0. Undefined when nothing, or nothing understandable, is asked. White space around a
 * value is legal; decimals are not in seconds, but sent all the same, and mean one thing only.
 *
 * A date is measured against the server's own `Date` too, and the longer wait holds: a clock that runs fast here
 * must not make it shorter.
 *
 * @param now milliseconds since the epoch
 */
export function parseRetryAfter(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const textOf = (name: string): string => headers.get(name)?.trim() ?? '';
  const ms = textOf('retry-after-ms');
  if (DECIMAL.test(ms)) return finite(Number(ms));
  const value = textOf('retry-after');
  if (DECIMAL.test(value)) return finite(Number(value) * 1000);
  const until = value && parseHttpDate(value, now);
  if (!until && until !== 0) return undefined;
  const serverNow = parseHttpDate(textOf('date'), now) ?? now;
  return Math.max(0, until - Math.min(now, serverNow));
}

/** Whole, and a number still where it is very long: as Infinity it would turn into null in a log. */
function finite(ms: number): number {
  return Math.min(Math.ceil(ms), Number.MAX_SAFE_INTEGER);
}

const RFC_850 = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\d\d)-(\w{3})-(\d\d) ([\d:]{8}) GMT$/;
const ASCTIME = /^(\w{3}) (\w{3}) ([ \d]\d) ([\d:]{8}) (\d{4})$/;
const LEAP_SECOND = /:60 GMT$/;

/**
 * The three forms of an HTTP date (RFC 9110, 5.6.7) as milliseconds since the epoch; undefined for anything else.
 * Strict, down to the weekday: `Date.parse` alone makes a date out of nearly any text that has a number in it.
 *
 * @param now milliseconds since the epoch: settles the century of a two-digit year
 */
export function parseHttpDate(text: string, now: number): number | undefined {
  const fixdate = text
    .replace(
      RFC_850,
      (_, weekday: string, day: string, month: string, year: string, time: string) =>
        `${weekday.slice(0, 3)}, ${day} ${month} ${fullYear(Number(year), now)} ${time} GMT`,
    )
    .replace(
      ASCTIME,
      (_, weekday: string, month: string, day: string, time: string, year: string) =>
        `${weekday}, ${day.replace(' ', '0')} ${month} ${year} ${time} GMT`,
    );
  // Valid in HTTP, unknown to Date.
  const leapless = fixdate.replace(LEAP_SECOND, ':59 GMT');
  const ms = Date.parse(leapless);
  // What Date.parse was too kind about does not survive the way back.
  if (Number.isNaN(ms) || new Date(ms).toUTCString() !== leapless) return undefined;
  return leapless === fixdate ? ms : ms + 1000;
}

/** The latest year with these two digits that is not more than 50 years ahead (RFC 9110, 5.6.7). */
function fullYear(digits: number, now: number): number {
  const latest = new Date(now).getUTCFullYear() + 50;
  return latest - ((latest - digits) % 100);
}
