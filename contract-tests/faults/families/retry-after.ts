import type { Family, Fault } from '../fault.ts';
import { json, ok } from '../wire/replies.ts';
import type { Step } from '../wire/steps.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** An HTTP date has whole seconds: two seconds ahead are at least one. */
const AHEAD_MS = 2000;

function limited(headers: Readonly<Record<string, string>>, status = 429): Step[] {
  return json(status, { error: 'Too many requests' }, headers);
}

/** Waits at least as long as it was asked to, which is longer than any backoff would be, and succeeds. */
function obeyed(fault: string, headers: () => Record<string, string>, least: number, status?: number): Fault {
  return {
    fault,
    answers: [() => limited(headers(), status), ok()],
    want: { outcome: 'ok pending', requests: 2, ms: [least, 20_000] },
  };
}

/** Not understood, so the usual backoff. */
function ignored(fault: string, value: string, name = 'retry-after'): Fault {
  return {
    fault,
    answers: [limited({ [name]: value }), ok()],
    want: { outcome: 'ok pending', requests: 2, ms: [375, 5000] },
  };
}

/** Too long to wait for: the caller decides. */
function handedOver(fault: string, headers: Record<string, string>, retryAfterMs: number): Fault {
  return {
    fault,
    answers: [limited(headers)],
    want: { outcome: 'rate-limit 429', attempts: 1, may: false, ms: [0, 5000], fields: { retryAfterMs } },
  };
}

function fixdate(): string {
  return new Date(Date.now() + AHEAD_MS).toUTCString();
}

/** `Sunday, 06-Nov-94 08:49:37 GMT` */
function rfc850(): string {
  const [, day, month, year, time] = fixdate().split(' ');
  const weekday = DAYS[new Date(Date.now() + AHEAD_MS).getUTCDay()];
  return `${weekday}, ${day}-${month}-${year?.slice(2)} ${time} GMT`;
}

/** `Sun Nov  6 08:49:37 1994` */
function asctime(): string {
  const [weekday, day, month, year, time] = fixdate().split(' ');
  return `${weekday?.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
}

export const retryAfter: Family = {
  family: 'Retry-After',
  faults: [
    obeyed('1 second', () => ({ 'retry-after': '1' }), 1000),
    obeyed('1 second, with a 503', () => ({ 'retry-after': '1' }), 1000, 503),
    obeyed('1.5 seconds', () => ({ 'retry-after': '1.5' }), 1500),
    obeyed('1 second, with white space behind it', () => ({ 'retry-after': '1 \t' }), 1000),
    obeyed('a date', () => ({ 'retry-after': fixdate() }), 1000),
    obeyed('a date as of RFC 850', () => ({ 'retry-after': rfc850() }), 1000),
    obeyed('a date as of asctime', () => ({ 'retry-after': asctime() }), 1000),
    obeyed('1200 milliseconds', () => ({ 'retry-after-ms': '1200' }), 1200),
    obeyed('milliseconds go before seconds', () => ({ 'retry-after-ms': '1100', 'retry-after': '50' }), 1100),
    obeyed(
      'a date, seen from a server whose clock is an hour behind',
      () => ({
        'retry-after': new Date(Date.now() - 3_600_000 + AHEAD_MS).toUTCString(),
        date: new Date(Date.now() - 3_600_000).toUTCString(),
      }),
      1000,
    ),
    {
      fault: '0 seconds: at once',
      answers: [limited({ 'retry-after': '0' }), ok()],
      want: { outcome: 'ok pending', requests: 2, ms: [0, 5000] },
    },
    {
      fault: 'a date in the past: at once',
      answers: [limited({ 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' })],
      want: { outcome: 'rate-limit 429', attempts: 3, may: false, fields: { retryAfterMs: 0 } },
    },
    ignored('a negative number', '-5'),
    ignored('a word', 'soon'),
    ignored('a number in hexadecimal', '0x10'),
    ignored('a date with the wrong weekday', 'Mon, 06 Nov 2094 08:49:37 GMT'),
    ignored('a date in another style', '2094-11-06T08:49:37Z'),
    ignored('milliseconds that are negative', '-100', 'retry-after-ms'),
    ignored('two values', '1, 2'),
    handedOver('an hour', { 'retry-after': '3600' }, 3_600_000),
    handedOver('an hour in milliseconds', { 'retry-after-ms': '3600000' }, 3_600_000),
    handedOver('61 seconds', { 'retry-after': '61' }, 61_000),
    handedOver('a number of 400 digits', { 'retry-after': '9'.repeat(400) }, Number.MAX_SAFE_INTEGER),
    {
      fault: '20 seconds, with 2 left',
      answers: [limited({ 'retry-after': '20' })],
      client: { totalTimeout: 2000 },
      want: {
        outcome: 'rate-limit 429',
        attempts: 1,
        may: false,
        ms: [0, 1900],
        fields: { retryAfterMs: 20_000 },
      },
    },
  ],
};
