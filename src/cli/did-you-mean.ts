import { closestMatch } from 'leven';

/** A word that was not understood, and those that would have been. */
export interface Typo {
  readonly word: string;
  readonly known: readonly string[];
}

/**
 * The one that was meant, as far as one can tell: it begins so, or differs in two letters that changed places, or in a letter
 * out of three. Never one that says the opposite.
 */
export function meantBy({ word, known }: Typo): string | undefined {
  const longer = known.filter((one) => /\w{2}/.test(word) && one.startsWith(word));
  if (longer.length === 1) return longer[0];
  const likely = known.filter((one) => isNegative(one) === isNegative(word));
  const swapped = likely.find((one) => isSwapped(word, one));
  if (swapped !== undefined) return swapped;
  const maxDistance = Math.max(1, Math.floor(word.replace(/^-+/, '').length / 3));
  return closestMatch(word, likely, { maxDistance });
}

/** `--no-config` says the opposite of `--config`. */
function isNegative(option: string): boolean {
  return /^--no/.test(option);
}

/** Whether the words are one but for two letters beside each other. */
function isSwapped(word: string, other: string): boolean {
  const at = Array.from(word).findIndex((letter, place) => letter !== other[place]);
  const [one = '', two = ''] = word.slice(at, at + 2);
  return at !== -1 && word.slice(0, at) + two + one + word.slice(at + 2) === other;
}
