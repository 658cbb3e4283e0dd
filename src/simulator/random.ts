/** A source of numbers in [0, 1), like `Math.random`. */
export type Random = () => number;

/**
 * A seeded stream: the same seed and name give the same numbers, on every platform.
 *
 * Streams are named so that they do not disturb each other: a fault that rolls the dice must not change the
 * next id. The generator is mulberry32: small, and good enough for anything but secrets.
 */
export function createRandom(seed: number, stream: string): Random {
  let state = mix(seed, stream);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a over the stream's name, started from both halves of the seed. */
function mix(seed: number, stream: string): number {
  let hash = 0x811c9dc5 ^ (seed | 0) ^ Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b1);
  for (const character of stream) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}

/** Lower-case Crockford base 32, as in the observed ids: no i, l, o or u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id of the observed form: a prefix and 26 characters, of which the first ten tell the time. */
export function createId(prefix: 'webset' | 'wenrich', now: number, random: Random): string {
  let time = '';
  let rest = Math.max(0, Math.floor(now));
  for (let place = 0; place < 10; place++) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let noise = '';
  for (let place = 0; place < 16; place++) noise += ALPHABET.charAt(Math.floor(random() * 32));
  return `${prefix}_${time}${noise}`;
}

/** `bytes` random bytes in hexadecimal: the form of a `requestId` (16) and of a `cf-ray` (8). */
export function hex(bytes: number, random: Random): string {
  let text = '';
  for (let index = 0; index < bytes; index++) {
    text += Math.floor(random() * 256)
      .toString(16)
      .padStart(2, '0');
  }
  return text;
}
