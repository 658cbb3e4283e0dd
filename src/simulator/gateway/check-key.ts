import { badBearer, badKey, type ErrorAnswer, missingKey } from '../error-answers.ts';
import type { Incoming } from '../incoming.ts';
import type { Simulation } from '../simulation.ts';

/** Either the key that a request carries, or what it is refused with. */
export type KeyCheck = { readonly key: string } | { readonly refusal: ErrorAnswer };

/** Printable ASCII without blanks: what a key may consist of when no list of keys is given. */
const PRINTABLE = /^[!-~]+$/;

/** Reads and checks the key. Published: `Authorization: Bearer` is an equal alternative to `x-api-key`. */
export function checkKey(
  headers: Incoming['headers'],
  { keys, badKeys }: Pick<Simulation, 'keys' | 'badKeys'>,
): KeyCheck {
  const fromHeader = headers.get('x-api-key')?.trim();
  const fromBearer = /^bearer +(.*)$/i.exec(headers.get('authorization') ?? '')?.[1]?.trim();
  const key = fromHeader ?? fromBearer;
  if (key === undefined || key === '') return { refusal: missingKey };
  const good = keys === undefined ? PRINTABLE.test(key) : keys.has(key);
  if (good && !badKeys.has(key)) return { key };
  return { refusal: fromHeader === undefined ? badBearer : badKey };
}
