import type { Random } from './random.ts';

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
