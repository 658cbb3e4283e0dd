import { nearest } from '../contract/judge/explain/nearest.ts';

/** A word that was not understood, and those that would have been. */
export interface Typo {
  readonly word: string;
  readonly known: readonly string[];
}

/**
 * The one that was meant, as far as one can tell: it begins so, or comes near, its dashes aside. Never one that says the
 * opposite.
 */
export function meantBy({ word, known }: Typo): string | undefined {
  const longer = known.filter((one) => /\w{2}/.test(word) && one.startsWith(word));
  if (longer.length === 1) return longer[0];
  const likely = known.filter((one) => isNegative(one) === isNegative(word));
  const bare = likely.map(withoutDashes);
  const near = nearest(withoutDashes(word), bare);
  return near === undefined ? undefined : likely[bare.indexOf(near)];
}

function withoutDashes(word: string): string {
  return word.replace(/^-+/, '');
}

/** `--no-config` says the opposite of `--config`. */
function isNegative(option: string): boolean {
  return /^--no/.test(option);
}
