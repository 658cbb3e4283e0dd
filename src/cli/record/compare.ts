import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Exchange } from '../../contract/exchange.ts';
import { printable } from '../../contract/printable.ts';
import { createPaint } from '../../contract/reporters/shared/paint.ts';
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
  const paint = createPaint(color);
  const painted = (line: string): string => {
    if (line.startsWith('-')) return paint('red', line);
    if (line.startsWith('+')) return paint('green', line);
    return line.startsWith('@@') ? paint('cyan', line) : line;
  };
  return patch
    .split('\n')
    .map((line) => painted(printable(line)))
    .join('\n');
}
