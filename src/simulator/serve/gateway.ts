import { badBearer, badKey, type ErrorAnswer, missingKey } from '../answers.ts';
import type { HeaderFields } from './request-log.ts';

/** Which keys pass. */
export interface KeyRules {
  /** The keys that are accepted; `undefined` for every printable one. */
  readonly keys: ReadonlySet<string> | undefined;
  /** The keys that are refused in any case. */
  readonly badKeys: ReadonlySet<string>;
}

/** Either the key that a request carries, or what it is refused with. */
type KeyCheck = { readonly key: string } | { readonly refusal: ErrorAnswer };

/** Printable ASCII without blanks: what a key may consist of when no list of keys is given. */
const PRINTABLE = /^[!-~]+$/;

/** Reads and checks the key. Published: `Authorization: Bearer` is an equal alternative to `x-api-key`. */
export function checkKey(headers: HeaderFields, { keys, badKeys }: KeyRules): KeyCheck {
  const fromHeader = headers.get('x-api-key')?.trim();
  const fromBearer = /^bearer +(.*)$/i.exec(headers.get('authorization') ?? '')?.[1]?.trim();
  const key = fromHeader ?? fromBearer;
  if (key === undefined || key === '') return { refusal: missingKey };
  const good = keys === undefined ? PRINTABLE.test(key) : keys.has(key);
  if (good && !badKeys.has(key)) return { key };
  return { refusal: fromHeader === undefined ? badBearer : badKey };
}

/** Counts requests by key. */
export interface RateLimiter {
  /** Whole seconds to wait before the next request of this key, or `undefined` if this one may pass. */
  take(key: string, now: number): number | undefined;
  /** How many keys are being counted: idle ones are forgotten. */
  size(): number;
}

interface Bucket {
  readonly startedAt: number;
  taken: number;
}

const WINDOW = 1_000;
/** More keys than this within one second and the oldest are forgotten: a limit on memory, not on anybody's rate. */
const MOST_BUCKETS = 10_000;

/** A second that began in the future is over too: the clock was set back since. */
function isOver(startedAt: number, now: number): boolean {
  return now < startedAt || now - startedAt >= WINDOW;
}

/**
 * At most `perSecond` requests in each second of a key, the second starting with its first request. Published is
 * the number (10 by default), not how it is counted.
 */
export function createRateLimiter(perSecond: number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  let sweptAt = -Infinity;

  function sweep(now: number): void {
    sweptAt = now;
    for (const [key, bucket] of buckets) if (isOver(bucket.startedAt, now)) buckets.delete(key);
  }

  return {
    take(key, now) {
      if (isOver(sweptAt, now)) sweep(now);
      const bucket = buckets.get(key);
      if (bucket === undefined || isOver(bucket.startedAt, now)) {
        buckets.delete(key);
        buckets.set(key, { startedAt: now, taken: 1 });
        if (buckets.size > MOST_BUCKETS) buckets.delete(buckets.keys().next().value ?? '');
        return undefined;
      }
      if (bucket.taken < perSecond) {
        bucket.taken += 1;
        return undefined;
      }
      return Math.ceil((bucket.startedAt + WINDOW - now) / 1_000);
    },
    size: () => buckets.size,
  };
}
