import type { Place } from './contract.ts';
import type { SpecPlace } from './finding.ts';

/** Takes `file:line:column#pointer` apart. */
export function parsePlace(place: Place): SpecPlace {
  const match = /^(.*):(\d+):(\d+)#(.*)$/s.exec(place);
  if (match === null) return { file: place, line: 1, column: 1, pointer: '' };
  const [, file = '', line, column, pointer = ''] = match;
  return { file, line: Number(line), column: Number(column), pointer };
}
