import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { createColors } from 'picocolors';
import type { Exchange } from '../../contract/exchange.ts';
import { printable } from '../../contract/recording-support/printable.ts';
import { normalise } from './normalise.ts';

/** What differs between a stored recording and a new one of the same thing, as a unified diff; undefined if nothing. */
export function compareRecordings(
  file: string,
  stored: Iterable<Exchange>,
  fresh: Iterable<Exchange>,
  color: boolean,
): string | undefined {
  const [before, after] = [normalise(stored), normalise(fresh)];
  if (before === after) return undefined;
  const patch = createTwoFilesPatch(
    `${file} (stored)`,
    `${file} (now)`,
    before,
    after,
    undefined,
    undefined,
    {
      headerOptions: FILE_HEADERS_ONLY,
    },
  );
  const { red, green, cyan } = createColors(color);
  const paint = (line: string): string => {
    if (line.startsWith('-')) return red(line);
    if (line.startsWith('+')) return green(line);
    return line.startsWith('@@') ? cyan(line) : line;
  };
  return patch
    .split('\n')
    .map((line) => paint(printable(line)))
    .join('\n');
}
