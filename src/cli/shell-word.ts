import { printable } from '../contract/printable.ts';

/** A word as one types it into a POSIX shell, for the commands that we show. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${printable(word).replaceAll("'", "'\\''")}'`;
}
