import { createTwoFilesPatch } from 'diff';
import { cutLines } from './cut-lines.ts';

const MOST_LINES = 60;

/** What `generated/` has against what it should have, as a short unified diff; undefined if they are the same. */
export function diffOf(
  name: string,
  stored: string | undefined,
  wanted: string | undefined,
): string | undefined {
  if (stored === wanted) return undefined;
  if (stored === undefined) return `${name}: is missing`;
  if (wanted === undefined) return `${name}: is not generated from anything`;
  const lines = createTwoFilesPatch(`${name} (stored)`, `${name} (generated)`, stored, wanted, '', '', {
    context: 2,
  })
    .split('\n')
    .slice(1);
  const rest = lines.length - MOST_LINES;
  const shown = cutLines(lines.slice(0, MOST_LINES)).join('\n');
  return rest > 0 ? `${shown}\n… and ${rest} more lines` : shown;
}
