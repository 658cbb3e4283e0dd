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
