const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * RFC 3339 `date-time`, to the letter: lower-case `t` and `z` are allowed (5.6), a space is not part of the grammar;
 * the offset is `+hh:mm`; second 60 exists only where UTC is at 23:59 (5.7). Format checkers in common use
 * accept more, and a contract run must not.
 */
export function isDateTime(text: string): boolean {
  const match = DATE_TIME.exec(text);
  if (match === null) return false;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as Six;
  const offsetHour = Number(match[8] ?? 0);
  const offsetMinute = Number(match[9] ?? 0);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const sign = match[7] === '-' ? -1 : 1;
  const minuteOfDay = hour * 60 + minute - sign * (offsetHour * 60 + offsetMinute);
  return second === 60 && (minuteOfDay + 2880) % 1440 === 1439;
}

type Six = [number, number, number, number, number, number];

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] as number);
}
