/** Everything but the length of the month and where a leap second may be. */
const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const TWO = 0x32;
const SIX = 0x36;
const NINE = 0x39;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * RFC 3339 `date-time`, to the letter: lower-case `t` and `z` are allowed (5.6), a space is not part of the grammar;
 * the offset is `+hh:mm`; second 60 exists only where UTC is at 23:59 (5.7). Format checkers in common use
 * accept more, and a contract run must not. The pattern captures nothing: with two dates in a body, captures would
 * be the most part of judging it.
 */
export function isDateTime(text: string): boolean {
  if (!DATE_TIME.test(text)) return false;
  // Few dates need a closer look. Codes of characters tell which: to cut a number out costs as much as the pattern.
  const mayBeNoDay = text.charCodeAt(8) > TWO || (text.charCodeAt(8) === TWO && text.charCodeAt(9) === NINE);
  if (mayBeNoDay && !isDay(text)) return false;
  return text.charCodeAt(17) !== SIX || isLeapSecond(text);
}

function isDay(text: string): boolean {
  return Number(text.slice(8, 10)) <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

function isLeapSecond(text: string): boolean {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(text);
  const minutes = Number(offset?.[2] ?? 0) * 60 + Number(offset?.[3] ?? 0);
  const local = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
  const utc = offset?.[1] === '-' ? local + minutes : local - minutes;
  return (utc + 2880) % 1440 === 1439;
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS[month - 1] as number);
}
