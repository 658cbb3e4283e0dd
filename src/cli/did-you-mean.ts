import { closestMatch } from 'leven';

/** A word that was not understood, and those that would have been. */
export interface Typo {
  readonly word: string;
  readonly known: readonly string[];
}

/** The one that was meant, as far as one can tell: it begins so, or differs in a letter out of three. */
export function meantBy({ word, known }: Typo): string | undefined {
  const longer = known.filter((one) => /\w{2}/.test(word) && one.startsWith(word));
  if (longer.length === 1) return longer[0];
  const maxDistance = Math.max(1, Math.floor(word.replace(/^-+/, '').length / 3));
  return closestMatch(word, known, { maxDistance });
}
